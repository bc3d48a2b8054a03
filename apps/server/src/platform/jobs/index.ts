export { HandlesJob, JobQueue, type Job, type JobHandler } from './job-queue.js';
