import { Injectable } from '@nestjs/common';
import { isISO8601, isUUID } from 'class-validator';
import type { AuditEntry, Page } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { pageOf, readCursor } from '../../platform/paging/index.js';
import type { AuditQuery } from './audit.dto.js';

interface AuditRow {
  id: string;
  at: Date;
  actor_kind: string;
  actor_id: string | null;
  actor_name: string | null;
  action: string;
  subject_type: string;
  subject_id: string | null;
  subject_name: string | null;
  website_id: string | null;
  details: Record<string, unknown>;
}

/** What the subject of the entry `a` is called today; what was removed left its name in the details. */
const SUBJECT_NAME = `coalesce(case a.subject_type
  when 'user' then (select name from app_user where id = a.subject_id)
  when 'website' then (select name from website where id = a.subject_id)
  when 'team' then (select name from team where id = a.subject_id)
  when 'role' then (select name from role where id = a.subject_id)
  when 'api_key' then (select name from api_key where id = a.subject_id)
  when 'knowledge_article' then (select title from knowledge_article where id = a.subject_id)
  when 'rule' then (select name from trigger_rule where id = a.subject_id)
end, a.details->>'name')`;

/** Reads the log: newest first, what belongs to no website only for those who may read it everywhere. */
@Injectable()
export class AuditLog {
  constructor(private readonly database: Database) {}

  async list(member: Member, query: AuditQuery): Promise<Page<AuditEntry>> {
    const after = readCursor(query.cursor, isISO8601, (part) => isUUID(part));
    const websites = member.websitesWith('audit.view');
    const rows = await this.database.query<AuditRow>(
      `select id, at, actor_kind, actor_id, actor_name, action, subject_type, subject_id, website_id, details, ${SUBJECT_NAME} as subject_name
         from audit_entry a
        where ($1::uuid[] is null or website_id = any($1))
          and ($2::uuid is null or website_id = $2)
          and ($3::text is null or action = $3)
          and ($4::uuid is null or actor_id = $4)
          and ($5::text is null or subject_type = $5)
          and ($6::uuid is null or subject_id = $6)
          and ($7::timestamptz is null or at >= $7)
          and ($8::timestamptz is null or at < $8)
          and ($9::timestamptz is null or (at, id) < ($9, $10::uuid))
        order by at desc, id desc
        limit $11`,
      [
        websites === 'all' ? null : websites,
        query.websiteId ?? null,
        query.action ?? null,
        query.actorId ?? null,
        query.subjectType ?? null,
        query.subjectId ?? null,
        query.from ?? null,
        query.to ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        query.limit + 1,
      ],
    );
    return pageOf(rows, query.limit, toEntry, (row) => [row.at.toISOString(), row.id]);
  }
}

function toEntry(row: AuditRow): AuditEntry {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    action: row.action,
    subject: { type: row.subject_type, id: row.subject_id, name: row.subject_name },
    websiteId: row.website_id,
    details: row.details,
  };
}
