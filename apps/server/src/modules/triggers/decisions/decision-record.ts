import { Injectable, Logger } from '@nestjs/common';
import type { EvidenceNode, RuleStage } from '#contracts';
import { Database, Gathering, newId, type Transaction } from '../../../platform/database/index.js';

/** The question a decision answered. */
export interface DecisionMoment {
  readonly websiteId: string;
  readonly sessionId: string;
  /** The last message there was. */
  readonly seq: number;
  readonly stage: RuleStage;
  readonly now: Date;
}

export interface Decided {
  readonly ruleId: string;
  readonly version: number;
  readonly shadow: boolean;
  readonly evidence: EvidenceNode;
}

/** Keeps what rules decided, and how often. */
@Injectable()
export class DecisionRecord {
  private readonly logger = new Logger(DecisionRecord.name);
  private readonly closeOnes = new Gathering<Row, void>({
    keyOf: ({ id }) => id,
    run: async (batch) => {
      await this.insert(this.database, batch);
      return batch.map(() => ({ status: 'fulfilled', value: undefined }));
    },
    maxBatch: 64,
    lanes: 1,
  });

  constructor(private readonly database: Database) {}

  /** @param acted the rules that something followed from */
  async fired(tx: Transaction, moment: DecisionMoment, fired: readonly Decided[], acted: ReadonlySet<string>): Promise<void> {
    if (fired.length === 0) return;
    await this.insert(
      tx,
      fired.map((rule) => rowOf(moment, rule, { fired: true, acted: acted.has(rule.ruleId) })),
    );
  }

  /** Rules that did not fire but came close, a sample: nobody waits for them, and none is worth failing for. */
  close(moment: DecisionMoment, close: readonly Decided[]): void {
    for (const rule of close) {
      this.closeOnes
        .add(rowOf(moment, rule, { fired: false, acted: false }))
        .catch((error: unknown) => this.logger.warn({ err: error }, 'a rule that came close could not be kept'));
    }
  }

  private async insert(writer: Pick<Database, 'query'>, rows: readonly Row[]): Promise<void> {
    await writer.query(INSERT, [JSON.stringify(rows)]);
  }
}

interface Row {
  readonly id: string;
  readonly website_id: string;
  readonly session_id: string;
  readonly seq: number;
  readonly rule_id: string;
  readonly rule_version: number;
  readonly stage: RuleStage;
  readonly fired: boolean;
  readonly shadow: boolean;
  readonly acted: boolean;
  readonly evidence: EvidenceNode;
  readonly created_at: Date;
}

function rowOf(moment: DecisionMoment, rule: Decided, outcome: { readonly fired: boolean; readonly acted: boolean }): Row {
  return {
    id: newId(moment.now.getTime()),
    website_id: moment.websiteId,
    session_id: moment.sessionId,
    seq: moment.seq,
    rule_id: rule.ruleId,
    rule_version: rule.version,
    stage: moment.stage,
    shadow: rule.shadow,
    evidence: rule.evidence,
    created_at: moment.now,
    ...outcome,
  };
}

/** A rule that was deleted while it decided has no tally any more. */
const INSERT = /* sql */ `
with decided as (
  insert into rule_decision (id, website_id, session_id, seq, rule_id, rule_version, stage, fired, shadow, acted, evidence, created_at)
  select id, website_id, session_id, seq, rule_id, rule_version, stage, fired, shadow, acted, evidence, created_at
    from jsonb_populate_recordset(null::rule_decision, $1::jsonb)
  returning rule_id, shadow, fired, created_at
)
insert into rule_tally (rule_id, day, shadow, n)
select d.rule_id, (d.created_at at time zone 'UTC')::date, d.shadow, 1
  from decided d where d.fired and exists (select from trigger_rule r where r.id = d.rule_id)`;
