export { personLeftTheirHandoffs } from './person-events.js';
export { TeamModule } from './team.module.js';
export { Team, type Agent } from './team.js';
