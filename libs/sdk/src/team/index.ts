export { AgentSocket, type AgentSocketEvents } from './agent-socket.js';
export { BatonTeam } from './baton-team.js';
export type * from './resources.js';
export type * from './rules-resource.js';
export { TeamConnection, type BatonTeamOptions } from './team-connection.js';
export { WatchedSession, type SessionSnapshot, type WatchedSessionEvents } from './watched-session.js';
