import type { Workload } from '../measure/workload.js';
import { claim } from './claim.js';
import { create } from './create.js';
import { post } from './post.js';
import { deliver, deliverLatency } from './deliver.js';

export const WORKLOADS: readonly Workload[] = [deliver, deliverLatency, post, create, claim];
