import type { Me } from '#contracts';
import { AgentSocket } from './agent-socket.js';
import {
  ApiKeysResource,
  AuditResource,
  HandoffsResource,
  KnowledgeResource,
  RolesResource,
  SessionsResource,
  SetupResource,
  TeamsResource,
  UsersResource,
  TopicsResource,
  WebsitesResource,
} from './resources.js';
import { RulesResource } from './rules-resource.js';
import { TeamConnection, type BatonTeamOptions } from './team-connection.js';

/**
 * The team's side of Baton, in Node and in the browser. Every call throws a `BatonError` when it is refused.
 *
 *     const team = new BatonTeam({ url: 'https://chat.example.com' });
 *     await team.login('ana@example.com', password);
 *     const { items } = await team.handoffs.list({ view: 'unassigned' });
 */
export class BatonTeam {
  readonly handoffs: HandoffsResource;
  readonly sessions: SessionsResource;
  readonly websites: WebsitesResource;
  readonly topics: TopicsResource;
  readonly knowledge: KnowledgeResource;
  readonly rules: RulesResource;
  readonly users: UsersResource;
  readonly teams: TeamsResource;
  readonly roles: RolesResource;
  readonly apiKeys: ApiKeysResource;
  readonly audit: AuditResource;
  readonly setup: SetupResource;
  private readonly connection: TeamConnection;

  constructor(options: BatonTeamOptions) {
    this.connection = new TeamConnection(options);
    this.handoffs = new HandoffsResource(this.connection);
    this.sessions = new SessionsResource(this.connection);
    this.websites = new WebsitesResource(this.connection);
    this.topics = new TopicsResource(this.connection);
    this.knowledge = new KnowledgeResource(this.connection);
    this.rules = new RulesResource(this.connection);
    this.users = new UsersResource(this.connection);
    this.teams = new TeamsResource(this.connection);
    this.roles = new RolesResource(this.connection);
    this.apiKeys = new ApiKeysResource(this.connection);
    this.audit = new AuditResource(this.connection);
    this.setup = new SetupResource(this.connection);
  }

  login(email: string, password: string): Promise<Me> {
    return this.connection.call('POST', '/auth/login', { body: { email, password } });
  }

  logout(): Promise<void> {
    return this.connection.call('POST', '/auth/logout');
  }

  me(): Promise<Me> {
    return this.connection.call('GET', '/auth/me');
  }

  /** Opens the live connection, as whoever is logged in or with the API key. Close it when done. */
  connect(): AgentSocket {
    return new AgentSocket(this.connection);
  }
}
