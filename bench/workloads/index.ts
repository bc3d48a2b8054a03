import type { Workload } from '../measure/workload.js';
import { answer } from './answer.js';
import { claim } from './claim.js';
import { cold } from './cold.js';
import { create } from './create.js';
import { deliver, deliverLatency } from './deliver.js';
import { fanout } from './fanout.js';
import { idle } from './idle.js';
import { inbox } from './inbox.js';
import { post } from './post.js';
import { replay } from './replay.js';
import { rules } from './rules.js';
import { search } from './search.js';
import { size } from './size.js';
import { storm } from './storm.js';

export const WORKLOADS: readonly Workload[] = [
  deliver,
  deliverLatency,
  post,
  create,
  claim,
  inbox,
  search,
  rules,
  idle,
  storm,
  fanout,
  cold,
  size,
  replay,
  answer,
];
