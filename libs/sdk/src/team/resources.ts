import type {
  AiMessageOutcome,
  ApiKey,
  AssignHandoff,
  AuditEntry,
  BuiltInTopic,
  CancelHandoff,
  ChangeUser,
  Checklist,
  CreateApiKey,
  CreatedApiKey,
  CreatedLink,
  DemoData,
  Handoff,
  HandoffSummary,
  IdentitySecret,
  InboxCounts,
  KnowledgeAnswer,
  KnowledgeArticle,
  ListHandoffs,
  Note,
  OpenHandoff,
  Page,
  Person,
  QueuePulse,
  ResolveHandoff,
  RoleInfo,
  SaveKnowledgeArticle,
  SaveRole,
  SaveTopicLists,
  SaveUser,
  SaveWebsite,
  SendAiMessage,
  SendMessage,
  Setup,
  SetupState,
  Suggestion,
  Team,
  TeamMessage,
  TeamSession,
  TestAnswer,
  TopicLists,
  TopicListsVersion,
  TopicsTrial,
  TryTopics,
  Website,
} from '#contracts';
import { newClientId, type Query } from '../shared/index.js';
import type { TeamConnection } from './team-connection.js';

export interface PageRequest {
  readonly cursor?: string;
  readonly limit?: number;
}

/** The five acts every collection has. */
export class Collection<T, Save, List extends object = PageRequest> {
  constructor(
    protected readonly connection: TeamConnection,
    protected readonly path: string,
  ) {}

  list(query?: List & PageRequest): Promise<Page<T>> {
    return this.connection.call('GET', this.path, { query: query as Query | undefined });
  }
  get(id: string): Promise<T> {
    return this.connection.call('GET', `${this.path}/${id}`);
  }
  create(body: Save): Promise<T> {
    return this.connection.call('POST', this.path, { body });
  }
  update(id: string, body: Partial<Save>): Promise<T> {
    return this.connection.call('PATCH', `${this.path}/${id}`, { body });
  }
  remove(id: string): Promise<void> {
    return this.connection.call('DELETE', `${this.path}/${id}`);
  }
}

export class WebsitesResource extends Collection<Website, SaveWebsite> {
  constructor(connection: TeamConnection) {
    super(connection, '/websites');
  }

  /** The secret that proves who a visitor is; it is in this answer alone, and the one before is void. */
  renewIdentitySecret(id: string): Promise<IdentitySecret> {
    return this.connection.call('POST', `${this.path}/${id}/identity-secret`);
  }

  /** What the website's AI would say, without a session. */
  testAnswer(id: string, text: string): Promise<TestAnswer> {
    return this.connection.call('POST', `${this.path}/${id}/test-answer`, { body: { text } });
  }
}

/** What a website says about topics: words added, built-in ones switched off, topics of its own. */
export class TopicsResource {
  constructor(private readonly connection: TeamConnection) {}

  /** What is known without any website's words. */
  async builtIn(): Promise<readonly BuiltInTopic[]> {
    return (await this.connection.call<Page<BuiltInTopic>>('GET', '/topics/built-in')).items;
  }
  get(websiteId: string): Promise<TopicLists> {
    return this.connection.call('GET', `/websites/${websiteId}/topics`);
  }
  /** 409 `topics.changed` when there is a newer version than the one these were made from. */
  save(websiteId: string, body: SaveTopicLists): Promise<TopicLists> {
    return this.connection.call('PUT', `/websites/${websiteId}/topics`, { body });
  }
  versions(websiteId: string): Promise<Page<TopicListsVersion>> {
    return this.connection.call('GET', `/websites/${websiteId}/topics/versions`);
  }
  rollBack(websiteId: string, version: number): Promise<TopicLists> {
    return this.connection.call('POST', `/websites/${websiteId}/topics/rollback`, { body: { version } });
  }
  try(websiteId: string, body: TryTopics): Promise<TopicsTrial> {
    return this.connection.call('POST', `/websites/${websiteId}/topics/try`, { body });
  }
}

export class KnowledgeResource extends Collection<KnowledgeArticle, SaveKnowledgeArticle, { readonly websiteId?: string; readonly q?: string }> {
  constructor(connection: TeamConnection) {
    super(connection, '/knowledge');
  }

  ask(websiteId: string, text: string): Promise<KnowledgeAnswer> {
    return this.connection.call('POST', `${this.path}/ask`, { body: { websiteId, text } });
  }
}

export class UsersResource extends Collection<Person, SaveUser, { readonly active?: boolean; readonly websiteId?: string }> {
  constructor(connection: TeamConnection) {
    super(connection, '/users');
  }

  override update(id: string, body: ChangeUser): Promise<Person> {
    return super.update(id, body);
  }

  /** The address at which they choose a password; it is in this answer alone, and the one before is void. */
  makeLink(id: string): Promise<CreatedLink> {
    return this.connection.call('POST', `${this.path}/${id}/link`);
  }

  revokeLink(id: string): Promise<void> {
    return this.connection.call('DELETE', `${this.path}/${id}/link`);
  }
}

/** Those that come with Baton are known by name and cannot be changed. */
export class RolesResource extends Collection<RoleInfo, SaveRole> {
  constructor(connection: TeamConnection) {
    super(connection, '/roles');
  }
}

export class TeamsResource extends Collection<Team, Omit<Team, 'id'>> {
  constructor(connection: TeamConnection) {
    super(connection, '/teams');
  }
}

export class ApiKeysResource {
  constructor(private readonly connection: TeamConnection) {}

  list(query?: PageRequest): Promise<Page<ApiKey>> {
    return this.connection.call('GET', '/api-keys', { query: query as Query | undefined });
  }
  /** The key itself is in this answer alone. */
  create(body: CreateApiKey): Promise<CreatedApiKey> {
    return this.connection.call('POST', '/api-keys', { body });
  }
  revoke(id: string): Promise<void> {
    return this.connection.call('DELETE', `/api-keys/${id}`);
  }
}

export class AuditResource {
  constructor(private readonly connection: TeamConnection) {}

  list(query?: PageRequest & { readonly websiteId?: string }): Promise<Page<AuditEntry>> {
    return this.connection.call('GET', '/audit', { query: query as Query | undefined });
  }
}

export class SetupResource {
  constructor(private readonly connection: TeamConnection) {}

  state(): Promise<SetupState> {
    return this.connection.call('GET', '/setup');
  }
  run(body: Setup): Promise<unknown> {
    return this.connection.call('POST', '/setup', { body });
  }

  checklist(): Promise<Checklist> {
    return this.connection.call('GET', '/setup/checklist');
  }
  /** Puts the checklist away for everybody, or brings it back. */
  dismissChecklist(dismissed: boolean): Promise<Checklist> {
    return this.connection.call('PATCH', '/setup/checklist', { body: { dismissed } });
  }

  demoData(): Promise<DemoData> {
    return this.connection.call('GET', '/setup/demo-data');
  }
  loadDemoData(): Promise<DemoData> {
    return this.connection.call('POST', '/setup/demo-data');
  }
  removeDemoData(): Promise<DemoData> {
    return this.connection.call('DELETE', '/setup/demo-data');
  }
}

export class HandoffsResource {
  constructor(private readonly connection: TeamConnection) {}

  list(query: ListHandoffs = {}): Promise<Page<HandoffSummary>> {
    return this.connection.call('GET', '/handoffs', { query: query as Query });
  }
  counts(websiteId?: string): Promise<InboxCounts> {
    return this.connection.call('GET', '/handoffs/counts', { query: { websiteId } });
  }
  pulse(websiteId?: string): Promise<QueuePulse> {
    return this.connection.call('GET', '/handoffs/pulse', { query: { websiteId } });
  }
  get(id: string): Promise<Handoff> {
    return this.connection.call('GET', `/handoffs/${id}`);
  }
  /** @throws BatonError `handoff.already_claimed`, with `details.assignee` */
  claim(id: string): Promise<Handoff> {
    return this.act(id, 'claim');
  }
  forceClaim(id: string): Promise<Handoff> {
    return this.act(id, 'force-claim');
  }
  release(id: string): Promise<Handoff> {
    return this.act(id, 'release');
  }
  assign(id: string, body: AssignHandoff): Promise<Handoff> {
    return this.act(id, 'assign', body);
  }
  resolve(id: string, body: ResolveHandoff = {}): Promise<Handoff> {
    return this.act(id, 'resolve', body);
  }
  cancel(id: string, body: CancelHandoff): Promise<Handoff> {
    return this.act(id, 'cancel', body);
  }
  notes(id: string): Promise<Page<Note>> {
    return this.connection.call('GET', `/handoffs/${id}/notes`);
  }
  writeNote(id: string, body: string): Promise<Note> {
    return this.act(id, 'notes', { body });
  }

  private act<T = Handoff>(id: string, verb: string, body?: object): Promise<T> {
    return this.connection.call('POST', `/handoffs/${id}/${verb}`, { body });
  }
}

export class SessionsResource {
  constructor(private readonly connection: TeamConnection) {}

  get(id: string): Promise<TeamSession> {
    return this.connection.call('GET', `/sessions/${id}`);
  }
  messages(id: string, span: { readonly afterSeq?: number; readonly beforeSeq?: number; readonly limit?: number } = {}): Promise<Page<TeamMessage>> {
    return this.connection.call('GET', `/sessions/${id}/messages`, { query: span });
  }
  suggestions(id: string): Promise<Page<Suggestion>> {
    return this.connection.call('GET', `/sessions/${id}/suggestions`);
  }
  /** Without a `clientId` one is made; give the same one again to repeat safely. @throws BatonError `speech.not_yours` */
  send(id: string, message: Omit<SendMessage, 'clientId'> & { readonly clientId?: string }): Promise<TeamMessage> {
    return this.connection.call('POST', `/sessions/${id}/messages`, { body: { clientId: newClientId(), ...message } });
  }
  /** Speaks as the AI: for a customer's own bot. */
  sendAsAi(id: string, message: SendAiMessage): Promise<AiMessageOutcome> {
    return this.connection.call('POST', `/sessions/${id}/ai-messages`, { body: message });
  }
  openHandoff(id: string, body: OpenHandoff = {}): Promise<Handoff> {
    return this.connection.call('POST', `/sessions/${id}/handoff`, { body });
  }
}
