import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { CHECKLIST_STEPS, type ChangeChecklist, type Checklist, type ChecklistStep } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { recallFact, recordFact } from '../../platform/installation/index.js';
import { Audit } from '../audit/index.js';

const FACT = 'checklist';

/**
 * Each step is looked up, never ticked, so what was done over the API or by somebody else counts as well, and nothing
 * counts twice. What happens on the demo's websites never counts: it says nothing about one's own, and a list that was
 * done before anything was begun would help nobody.
 * $1: Baton's own origins, whose pages are not "one of your pages".
 */
const STEPS = /* sql */ `
  with own as (select id, theme from website where not demo and deleted_at is null)
  select exists (select 1 from own) as website,
         exists (select 1 from own where theme ->> 'accent' is not null) as look,
         exists (select 1 from knowledge_article a join own on own.id = a.website_id where a.published) as article,
         exists (select 1 from own join session s on s.website_id = own.id join message m on m.session_id = s.id where m.author_kind = 'ai') as answer,
         exists (select 1 from website_sighting seen join own on own.id = seen.website_id
                  where seen.allowed and seen.origin <> all ($1::text[])
                    and coalesce(seen.page_url, '') !~ '^https?://[^/?#]+/try([/?#]|$)') as seen,
         (select count(*) > 1 from app_user u
           where u.active and not u.demo and exists (select 1 from membership m where m.user_id = u.id)) as teammate,
         exists (select 1 from handoff h join own on own.id = h.website_id where h.claimed_at is not null) as claimed`;

/** The way from an empty installation to the first conversation that a person took over. */
@Injectable()
export class Checklists {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async of(member: Member): Promise<Checklist> {
    member.mustEverywhere('website.create');
    const [facts] = await this.database.query<Record<ChecklistStep, boolean>>(STEPS, [this.ownOrigins()]);
    const [website] = await this.database.query<NonNullable<Checklist['website']>>(
      `select id, name, public_key as "publicKey" from website where not demo and deleted_at is null order by created_at, id limit 1`,
    );
    return {
      steps: CHECKLIST_STEPS.map((id) => ({ id, done: facts![id] })),
      website: website ?? null,
      dismissed: (await recallFact<ChangeChecklist>(this.database, FACT))?.dismissed ?? false,
    };
  }

  async change(member: Member, { dismissed }: ChangeChecklist): Promise<Checklist> {
    member.mustEverywhere('website.create');
    await this.database.transaction(async (tx) => {
      await recordFact(tx, FACT, { dismissed }, this.clock.now());
      await this.audit.record(tx, {
        actor: member,
        action: dismissed ? 'checklist.dismissed' : 'checklist.restored',
        subject: { type: 'checklist', id: null },
      });
    });
    return this.of(member);
  }

  private ownOrigins(): readonly string[] {
    const { port, publicUrl } = this.config;
    return [`http://localhost:${port}`, `http://127.0.0.1:${port}`, new URL(publicUrl).origin];
  }
}
