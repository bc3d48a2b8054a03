import { inject, Injectable, signal } from '@angular/core';
import { apply, form, required, schema } from '@angular/forms/signals';
import type { ProblemBody, TeamUser } from '#contracts';
import { Draft } from '../../../editing/draft';
import { problemOf } from '../../../editing/problem';
import { PeopleApi } from './people-api';
import { draftOf, EVERYWHERE, newUser, toChange, toSave, userSchema, type UserDraft } from './user-draft';

/** One person being added or changed. */
@Injectable()
export class UserEditor {
  private readonly api = inject(PeopleApi);
  private readonly current = signal<TeamUser | null>(null);
  private readonly failure = signal<ProblemBody | null>(null);

  private readonly model = signal<UserDraft>(newUser());
  readonly form = form(
    this.model,
    schema<UserDraft>((user) => {
      apply(user, userSchema);
      required(user.password, { message: 'Set a first password and hand it over', when: () => this.current() === null });
    }),
  );
  readonly draft = new Draft(this.form);

  /** As the server holds them; null while they are new or on their way. */
  readonly user = this.current.asReadonly();
  /** Why there is nobody to edit. */
  readonly loadProblem = this.failure.asReadonly();

  async open(id: string): Promise<void> {
    this.failure.set(null);
    try {
      this.show(await this.api.user(id));
    } catch (error) {
      this.failure.set(problemOf(error));
    }
  }

  save(): Promise<boolean> {
    return this.draft.save(async (value) => {
      const known = this.current();
      this.show(known ? await this.api.changeUser(known.id, toChange(known, value)) : await this.api.createUser(toSave(value)));
    });
  }

  addRole(websiteIds: readonly string[]): void {
    const taken = this.model().memberships.map(({ websiteId }) => websiteId);
    const free = [EVERYWHERE, ...websiteIds].find((id) => !taken.includes(id)) ?? EVERYWHERE;
    this.form.memberships().value.update((memberships) => [...memberships, { websiteId: free, role: 'agent' }]);
  }

  removeRole(index: number): void {
    this.form.memberships().value.update((memberships) => memberships.toSpliced(index, 1));
  }

  private show(user: TeamUser): void {
    this.current.set(user);
    this.draft.begin(draftOf(user));
  }
}
