export { Broadcaster } from './broadcaster.js';
export { Doorbell, type Bell } from './doorbell.js';
