export { Egress, type EgressLimits } from './egress.js';
export { EgressError, EgressRefused, EgressTimedOut, EgressTooLarge, EgressUnreachable } from './egress-errors.js';
export { EgressModule } from './egress.module.js';
