import type { Workload } from '../measure/workload.js';
import { claim } from './claim.js';
import { cold } from './cold.js';
import { create } from './create.js';
import { deliver, deliverLatency } from './deliver.js';
import { fanout } from './fanout.js';
import { idle } from './idle.js';
import { post } from './post.js';
import { rules } from './rules.js';
import { size } from './size.js';
import { storm } from './storm.js';

export const WORKLOADS: readonly Workload[] = [deliver, deliverLatency, post, create, claim, rules, idle, storm, fanout, cold, size];
