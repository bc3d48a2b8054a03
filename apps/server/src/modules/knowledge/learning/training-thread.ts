/** The thread that learns: gets one order, answers with its outcome, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { train, type TrainingOrder } from './train.js';

parentPort!.postMessage(await train(workerData as TrainingOrder));
