import { Injectable } from '@nestjs/common';
import type { Handoff } from '#contracts';
import { Database, Gathering } from '../../platform/database/index.js';
import { notesIn } from '../notes/index.js';
import { Sessions, suggestionsIn, teamMessagesIn } from '../sessions/index.js';
import { visitorDetailsIn } from '../visitors/index.js';
import { DETAIL, earlierSession, promise, timelineEntry, type DetailRow } from './handoff-detail-row.js';
import { summary } from './handoff-summaries.js';

const MAX_BATCH = 64;
/** Those who claimed together come here one after the other. */
const APART_MS = 5;

/** Everything an agent needs to take over without asking again. */
@Injectable()
export class HandoffDetails {
  /** Asked for by everybody who claims, and claims come together. */
  private readonly reading = new Gathering<string, Handoff | null>({
    keyOf: (handoffId) => handoffId,
    run: (batch) => this.read(batch),
    maxBatch: MAX_BATCH,
    lanes: 1,
    apartMs: APART_MS,
  });

  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {}

  of(handoffId: string): Promise<Handoff | null> {
    // As it comes back from Postgres, which reads capital letters, too.
    return this.reading.add(handoffId.toLowerCase());
  }

  private async read(handoffIds: readonly string[]): Promise<readonly PromiseSettledResult<Handoff | null>[]> {
    const rows = await this.database.prepared<DetailRow>(DETAIL, [handoffIds]);
    const found = new Map(await Promise.all(rows.map(async (row) => [row.id, await this.handoffOf(row)] as const)));
    return handoffIds.map((id) => ({ status: 'fulfilled', value: found.get(id) ?? null }));
  }

  private async handoffOf(row: DetailRow): Promise<Handoff> {
    const session = await this.sessions.teamViewOf({
      ...row.session,
      website_name: row.website_name,
      visitor_name: row.visitor_name,
      visitor_email: row.visitor_email,
      owner_name: row.owner_name,
    });
    return {
      ...summary(row),
      rule: row.rule_id && row.rule_version ? { id: row.rule_id, name: row.rule_name ?? '', version: row.rule_version } : null,
      evidence: row.evidence,
      promise: promise(row),
      preferredAssignee: row.preferred_id ? { id: row.preferred_id, name: row.preferred_name ?? '' } : null,
      visitor: visitorDetailsIn(row.visitor),
      session,
      messages: teamMessagesIn(row.messages),
      suggestions: suggestionsIn(row.suggestions),
      notes: notesIn(row.notes),
      timeline: (row.timeline ?? []).map(timelineEntry),
      earlierSessions: (row.earlier ?? []).map(earlierSession),
      crm: null,
      page: session.page,
    };
  }
}
