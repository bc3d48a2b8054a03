import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  ChangeRule,
  FactList,
  Page,
  Rule,
  RuleComparison,
  RuleCounts,
  RuleDecision,
  RuleTrial,
  RuleValidation,
  RuleVersion,
  SaveRule,
  Team,
  TryRule,
  ValidateRule,
} from '#contracts';

export const RULES = '/api/v1/rules';
const ALL_AT_ONCE = 200;

/** What the console asks of the server about rules; a replay is streamed and has a class of its own. */
@Injectable({ providedIn: 'root' })
export class RulesApi {
  private readonly http = inject(HttpClient);

  /** Every rule of a website, in the order they run. */
  async list(websiteId: string): Promise<readonly Rule[]> {
    const rules: Rule[] = [];
    let cursor: string | null = null;
    do {
      const params: Record<string, string | number> = { websiteId, limit: ALL_AT_ONCE, ...(cursor && { cursor }) };
      const page: Page<Rule> = await firstValueFrom(this.http.get<Page<Rule>>(RULES, { params }));
      rules.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return rules;
  }

  get(id: string): Promise<Rule> {
    return firstValueFrom(this.http.get<Rule>(`${RULES}/${id}`));
  }

  create(rule: SaveRule): Promise<Rule> {
    return firstValueFrom(this.http.post<Rule>(RULES, rule));
  }

  change(id: string, change: ChangeRule): Promise<Rule> {
    return firstValueFrom(this.http.patch<Rule>(`${RULES}/${id}`, change));
  }

  async remove(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${RULES}/${id}`));
  }

  facts(websiteId: string): Promise<FactList> {
    return firstValueFrom(this.http.get<FactList>(`${RULES}/facts`, { params: { websiteId } }));
  }

  async counts(websiteId: string, days: number): Promise<readonly RuleCounts[]> {
    return (await firstValueFrom(this.http.get<Page<RuleCounts>>(`${RULES}/counts`, { params: { websiteId, days } }))).items;
  }

  validate(asked: ValidateRule): Promise<RuleValidation> {
    return firstValueFrom(this.http.post<RuleValidation>(`${RULES}/validate`, asked));
  }

  try(asked: TryRule): Promise<RuleTrial> {
    return firstValueFrom(this.http.post<RuleTrial>(`${RULES}/try`, asked));
  }

  async versions(id: string): Promise<readonly RuleVersion[]> {
    return (await firstValueFrom(this.http.get<Page<RuleVersion>>(`${RULES}/${id}/versions`))).items;
  }

  rollBack(id: string, version: number): Promise<Rule> {
    return firstValueFrom(this.http.post<Rule>(`${RULES}/${id}/rollback`, { version }));
  }

  decisions(id: string, cursor: string | null, fired: boolean | null): Promise<Page<RuleDecision>> {
    const params = { limit: 10, ...(cursor && { cursor }), ...(fired !== null && { fired }) };
    return firstValueFrom(this.http.get<Page<RuleDecision>>(`${RULES}/${id}/decisions`, { params }));
  }

  comparison(id: string, days: number): Promise<RuleComparison> {
    return firstValueFrom(this.http.get<RuleComparison>(`${RULES}/${id}/comparison`, { params: { days } }));
  }

  /** The teams a handoff of this website may go to. */
  async teams(websiteId: string): Promise<readonly Team[]> {
    const { items } = await firstValueFrom(this.http.get<Page<Team>>('/api/v1/teams', { params: { limit: ALL_AT_ONCE } }));
    return items.filter((team) => team.websiteId === null || team.websiteId === websiteId);
  }
}
