import { afterNextRender, Component, computed, ElementRef, inject, resource, signal, viewChild } from '@angular/core';
import type { AssignHandoff } from '#contracts';
import { BaButton, BaDialog, BaField, BaInput, BaKbd, DIALOG_DATA, DialogRef } from '#ui';
import { type AssignablePerson, Assignees } from '../data/assignees';
import { inboxTexts } from '../texts';

export interface AssignQuestion {
  readonly websiteId: string;
  /** Whoever has it now is not offered. */
  readonly holderId: string | null;
  readonly verb: 'assign' | 'transfer';
}

/** What the dialog closes with when the agent goes ahead. */
export interface Assignment {
  readonly to: AssignHandoff;
  /** What has happened then, in a sentence. */
  readonly outcome: string;
}

/** To whom a conversation goes: a person, who has it at once, or a team, in whose queue it waits. */
@Component({
  selector: 'baton-assign-dialog',
  imports: [BaButton, BaDialog, BaField, BaInput, BaKbd],
  template: `
    <ba-dialog [heading]="heading()">
      <div class="fields">
        <ba-field [label]="t('assign.to')" [hint]="t('assign.toHint')" [error]="problem()">
          <select
            ba-input
            [value]="chosen()"
            #target
            (change)="choose(target.value)"
            (keydown.control.enter)="goAhead()"
            (keydown.meta.enter)="goAhead()"
          >
            <option value="">{{ choices.isLoading() ? t('assign.loading') : t('assign.choose') }}</option>
            @if (people().length > 0) {
              <optgroup [label]="t('assign.people')">
                @for (person of people(); track person.id) {
                  <option [value]="'user:' + person.id">{{ t('assign.person', { name: person.name, presence: presence(person) }) }}</option>
                }
              </optgroup>
            }
            @if (teams().length > 0) {
              <optgroup [label]="t('assign.teams')">
                @for (team of teams(); track team.id) {
                  <option [value]="'team:' + team.id">{{ team.name }}</option>
                }
              </optgroup>
            }
          </select>
        </ba-field>
        @if (choices.error()) {
          <button ba-button type="button" (click)="choices.reload()">{{ t('assign.again') }}</button>
        }
        <ba-field [label]="t('assign.comment')" [optional]="t('assign.optional')" [hint]="t('assign.commentHint')">
          <textarea
            ba-input
            rows="3"
            [value]="comment()"
            #words
            (input)="comment.set(words.value)"
            (keydown.control.enter)="goAhead()"
            (keydown.meta.enter)="goAhead()"
          ></textarea>
        </ba-field>
      </div>
      <ng-container actions>
        <button ba-button type="button" (click)="ref.close()">{{ t('assign.cancel') }}</button>
        <button ba-button look="primary" type="button" (click)="goAhead()">{{ verb() }} <ba-kbd keys="mod+enter" /></button>
      </ng-container>
    </ba-dialog>
  `,
  styles: `
    .fields {
      display: grid;
      gap: 16px;
    }
    .fields > button {
      justify-self: start;
    }
  `,
})
export class AssignDialog {
  protected readonly t = inboxTexts();
  private readonly assignees = inject(Assignees);
  protected readonly ref = inject<DialogRef<Assignment>>(DialogRef);
  protected readonly question = inject(DIALOG_DATA) as AssignQuestion;
  protected readonly heading = computed(() => this.t(`assign.${this.question.verb}Heading`));
  protected readonly verb = computed(() => this.t(`assign.${this.question.verb}`));
  protected readonly presence = ({ presence }: AssignablePerson): string => this.t(`assign.presence.${presence}`);
  protected readonly chosen = signal('');
  protected readonly comment = signal('');
  private readonly tried = signal(false);
  private readonly target = viewChild.required<ElementRef<HTMLSelectElement>>('target');

  protected readonly choices = resource({ loader: () => this.assignees.of(this.question.websiteId) });
  protected readonly people = computed(() =>
    this.choices.hasValue() ? this.choices.value().people.filter(({ id }) => id !== this.question.holderId) : [],
  );
  protected readonly teams = computed(() => (this.choices.hasValue() ? this.choices.value().teams : []));
  protected readonly problem = computed(() => {
    if (this.choices.error()) return this.t('assign.failed');
    if (this.choices.hasValue() && this.people().length + this.teams().length === 0) return this.t('assign.nobody');
    return this.tried() && this.chosen() === '' ? this.t('assign.missing') : null;
  });

  constructor() {
    afterNextRender(() => this.target().nativeElement.focus());
  }

  protected choose(target: string): void {
    this.chosen.set(target);
  }

  protected goAhead(): void {
    const assignment = this.assignment();
    if (assignment) return this.ref.close(assignment);
    this.tried.set(true);
    this.target().nativeElement.focus();
  }

  private assignment(): Assignment | null {
    const [kind, id] = this.chosen().split(':');
    const comment = this.comment().trim();
    const said = comment === '' ? {} : { comment };
    const person = kind === 'user' && this.people().find((each) => each.id === id);
    if (person) return { to: { userId: person.id, ...said }, outcome: this.t('assign.done', { name: person.name }) };
    const team = kind === 'team' && this.teams().find((each) => each.id === id);
    return team ? { to: { teamId: team.id, ...said }, outcome: this.t('assign.waiting', { team: team.name }) } : null;
  }
}
