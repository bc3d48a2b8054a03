import { inject, Injectable, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import type { CreatedLink, Person, ProblemBody } from '#contracts';
import { Draft } from '../../../editing/draft';
import { problemOf } from '../../../editing/problem';
import { peopleTexts } from '../texts';
import { PeopleApi } from './people-api';
import { draftOf, EVERYWHERE, newUser, toChange, toSave, userSchema, type UserDraft } from './user-draft';

/** One person being invited or changed. */
@Injectable()
export class UserEditor {
  private readonly api = inject(PeopleApi);
  private readonly current = signal<Person | null>(null);
  private readonly failure = signal<ProblemBody | null>(null);

  readonly form = form(signal<UserDraft>(newUser()), userSchema(peopleTexts()));
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

  async makeLink(): Promise<CreatedLink> {
    const link = await this.api.makeLink(this.current()!.id);
    this.know({ link: { purpose: link.purpose, expiresAt: link.expiresAt } });
    return link;
  }

  async revokeLink(): Promise<void> {
    await this.api.revokeLink(this.current()!.id);
    this.know({ link: null });
  }

  async deactivate(releaseHandoffs: boolean): Promise<void> {
    const { active, link } = await this.api.changeUser(this.current()!.id, { active: false, releaseHandoffs });
    this.know({ active, link, presence: 'offline' });
  }

  async reactivate(): Promise<void> {
    const { active } = await this.api.changeUser(this.current()!.id, { active: true });
    this.know({ active });
  }

  addRole(websiteIds: readonly string[]): void {
    const memberships = this.form.memberships();
    const taken = memberships.value().map(({ websiteId }) => websiteId);
    const free = [EVERYWHERE, ...websiteIds].find((id) => !taken.includes(id)) ?? EVERYWHERE;
    memberships.value.update((all) => [...all, { websiteId: free, role: 'agent' }]);
  }

  removeRole(index: number): void {
    this.form.memberships().value.update((memberships) => memberships.toSpliced(index, 1));
  }

  /** What was changed beside the form; the input in it stays. */
  private know(news: Partial<Person>): void {
    this.current.update((user) => user && { ...user, ...news });
  }

  private show(user: Person): void {
    this.current.set(user);
    this.draft.begin(draftOf(user));
  }
}
