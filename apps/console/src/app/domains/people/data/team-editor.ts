import { computed, inject, Injectable, signal } from '@angular/core';
import { form, required } from '@angular/forms/signals';
import type { Person, ProblemBody, Team } from '#contracts';
import { Draft } from '../../../editing/draft';
import { problemOf } from '../../../editing/problem';
import { peopleTexts } from '../texts';
import { PeopleApi } from './people-api';
import { EVERYWHERE } from './user-draft';

export interface TeamDraft {
  name: string;
  websiteId: string;
  memberIds: string[];
}

/** One team being made or changed. */
@Injectable()
export class TeamEditor {
  private readonly api = inject(PeopleApi);
  private readonly t = peopleTexts();
  private readonly current = signal<Team | null>(null);
  private readonly failure = signal<ProblemBody | null>(null);

  readonly form = form(signal<TeamDraft>({ name: '', websiteId: EVERYWHERE, memberIds: [] }), (team) => {
    required(team.name, { message: () => this.t('teams.nameMissing') });
  });
  readonly draft = new Draft(this.form);
  readonly team = this.current.asReadonly();
  readonly loadProblem = this.failure.asReadonly();
  readonly memberIds = computed(() => new Set(this.form.memberIds().value()));

  async open(id: string): Promise<void> {
    this.failure.set(null);
    try {
      this.show(await this.api.team(id));
    } catch (error) {
      this.failure.set(problemOf(error));
    }
  }

  /** Whoever could be in it: active, and working where the team does. */
  mayJoin({ active, memberships }: Person): boolean {
    const wanted = this.form.websiteId().value();
    return active && memberships.some(({ websiteId }) => wanted === EVERYWHERE || websiteId === null || websiteId === wanted);
  }

  include(id: string, included: boolean): void {
    const members = this.form.memberIds();
    // In one order, so that taking somebody out and in again is no change.
    members.value.update((all) => (included ? [...all, id].sort() : all.filter((each) => each !== id)));
    members.markAsDirty();
  }

  /** @param people who is there to be chosen: whoever no longer fits is left out */
  save(people: readonly Person[]): Promise<boolean> {
    const fitting = new Set(people.filter((person) => this.mayJoin(person)).map(({ id }) => id));
    return this.draft.save(async ({ name, websiteId, memberIds }) => {
      const known = this.current();
      const team = { name: name.trim(), memberIds: memberIds.filter((id) => fitting.has(id)) };
      this.show(known ? await this.api.changeTeam(known.id, team) : await this.api.createTeam({ ...team, websiteId: websiteId || null }));
    });
  }

  remove(): Promise<void> {
    return this.api.removeTeam(this.current()!.id);
  }

  private show(team: Team): void {
    this.current.set(team);
    this.draft.begin({ name: team.name, websiteId: team.websiteId ?? EVERYWHERE, memberIds: [...team.memberIds].sort() });
  }
}
