import type {
  ChangeRule,
  FactList,
  Page,
  ReplayLine,
  ReplayRule,
  Rule,
  RuleComparison,
  RuleCounts,
  RuleDecision,
  RuleReplay,
  RuleTrial,
  RuleValidation,
  RuleVersion,
  SaveRule,
  TryRule,
  ValidateRule,
} from '#contracts';
import { BatonError, type Query } from '../shared/index.js';
import { Collection, type PageRequest } from './resources.js';
import type { TeamConnection } from './team-connection.js';

export interface ReplayOptions {
  /** Aborting it ends the replay on the server too. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly done: number; readonly of: number; readonly fired: number }) => void;
}

export class RulesResource extends Collection<Rule, SaveRule, { readonly websiteId?: string }> {
  constructor(connection: TeamConnection) {
    super(connection, '/rules');
  }

  override update(id: string, body: ChangeRule): Promise<Rule> {
    return super.update(id, body);
  }

  /** What rules may ask about; with a website also the attributes its visitors had. */
  facts(websiteId?: string): Promise<FactList> {
    return this.connection.call('GET', `${this.path}/facts`, { query: { websiteId } });
  }

  /** Whether a document may run, and what is wrong where; nothing is stored. */
  validate(body: ValidateRule, signal?: AbortSignal): Promise<RuleValidation> {
    return this.connection.call('POST', `${this.path}/validate`, { body, signal });
  }

  /** What a rule would say of a message, or of a past session at one; nothing follows. */
  try(body: TryRule, signal?: AbortSignal): Promise<RuleTrial> {
    return this.connection.call('POST', `${this.path}/try`, { body, signal });
  }

  /** What a rule would have done in past sessions; takes as long as there are sessions. */
  async replay(body: ReplayRule, { signal, onProgress }: ReplayOptions = {}): Promise<RuleReplay> {
    for await (const line of this.connection.lines<ReplayLine>('POST', `${this.path}/replay`, { body, signal })) {
      if (line.type === 'progress') onProgress?.({ done: line.done, of: line.of, fired: line.fired });
      else if (line.type === 'problem') throw new BatonError(line.code, line.detail);
      else {
        const { type: _, ...result } = line;
        return result;
      }
    }
    throw new BatonError('network.unreachable', 'The server ended before its answer did.');
  }

  /** Newest first. */
  versions(id: string): Promise<Page<RuleVersion>> {
    return this.connection.call('GET', `${this.path}/${id}/versions`);
  }

  /** The old version becomes the newest. */
  rollBack(id: string, version: number): Promise<Rule> {
    return this.connection.call('POST', `${this.path}/${id}/rollback`, { body: { version } });
  }

  /** How often each rule fired in the last days, 14 unless given. */
  counts(query: { readonly websiteId?: string; readonly days?: number } = {}): Promise<Page<RuleCounts>> {
    return this.connection.call('GET', `${this.path}/counts`, { query });
  }

  /** Newest first. */
  decisions(id: string, query: PageRequest & { readonly fired?: boolean } = {}): Promise<Page<RuleDecision>> {
    return this.connection.call('GET', `${this.path}/${id}/decisions`, { query: query as Query });
  }

  /** What the rule said in the last days against what happened, by sessions. */
  comparison(id: string, query: { readonly days?: number } = {}): Promise<RuleComparison> {
    return this.connection.call('GET', `${this.path}/${id}/comparison`, { query });
  }
}
