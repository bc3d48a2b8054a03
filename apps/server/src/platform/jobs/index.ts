export { HandlesJob, JobQueue, type Job, type JobHandler } from './job-queue.js';
export { JobsModule } from './jobs.module.js';
export { MarkedProviders } from './marked-providers.js';
export { Sweeper } from './sweeper.js';
export { Sweeps, type Sweep, type SweepPlan } from './sweep.js';
