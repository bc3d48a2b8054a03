import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import type { AgentClientEvents, AgentServerEvents, VisitorClientEvents, VisitorServerEvents } from '#contracts';
import type { Member, VisitorCaller } from '../platform/access/index.js';

/** What the handshake found out; the guards and parameter decorators read it from `socket.data`. */
export interface VisitorData {
  visitor: VisitorCaller;
}
export interface AgentData {
  member: Member;
}

export type VisitorSocket = Socket<VisitorClientEvents, VisitorServerEvents, DefaultEventsMap, VisitorData>;
export type AgentSocket = Socket<AgentClientEvents, AgentServerEvents, DefaultEventsMap, AgentData>;
export type VisitorNamespace = Namespace<VisitorClientEvents, VisitorServerEvents, DefaultEventsMap, VisitorData>;
export type AgentNamespace = Namespace<AgentClientEvents, AgentServerEvents, DefaultEventsMap, AgentData>;
