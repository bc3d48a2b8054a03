import type { Workload } from '../measure/workload.js';
import { deliver, deliverLatency } from './deliver.js';

export const WORKLOADS: readonly Workload[] = [deliver, deliverLatency];
