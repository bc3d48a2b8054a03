import { Component, computed, inject, input, output } from '@angular/core';
import { PRIORITIES, type Priority, type RuleAction, type Team } from '#contracts';
import { BaField, BaInput, BaSegmented } from '#ui';
import { languageChoices } from '../../../editing/regions';
import { Texts } from '../../../i18n';
import { ACTION_TYPES } from '../data/abilities';
import { rulesTexts } from '../texts';
import { MessageFields } from './message-fields';

export interface ActionChange {
  readonly action: RuleAction;
  /** What is changed, so that typing into it is one step. */
  readonly on: string;
}

/** What a rule does when it fires. */
@Component({
  selector: 'baton-action-fields',
  imports: [BaField, BaInput, BaSegmented, MessageFields],
  template: `
    <fieldset [disabled]="!mayEdit()">
      <ba-segmented [label]="t('action.does')" [choices]="types()" [value]="action().type" (valueChange)="become($event)" />
      @if (action().type === 'offer') {
        <p class="hint">{{ t('action.offerHint') }}</p>
      }
      @if (action().type === 'tag') {
        <ba-field [label]="t('action.tagName')" [hint]="t('action.tagHint')" [error]="tagProblem()">
          <input ba-input #tag maxlength="50" autocomplete="off" [value]="action().tag ?? ''" (input)="change({ tag: tag.value }, 'tag')" />
        </ba-field>
      } @else {
        <div class="pair">
          <ba-field [label]="t('action.team')">
            <select ba-input #team (change)="change({ teamId: team.value || undefined })">
              <option value="" [selected]="!action().teamId">{{ t('action.anyTeam') }}</option>
              @for (each of teamChoices(); track each.id) {
                <option [value]="each.id" [selected]="each.id === action().teamId">{{ each.name }}</option>
              }
            </select>
          </ba-field>
          <ba-field [label]="t('action.priority')">
            <select ba-input #priority (change)="prioritise(priority.selectedIndex)">
              @for (each of priorities; track each) {
                <option [selected]="each === (action().priority ?? 'normal')">{{ t(word(each)) }}</option>
              }
            </select>
          </ba-field>
        </div>
        <baton-message-fields
          [label]="action().type === 'offer' ? t('action.ask') : t('action.tell')"
          [message]="action().message ?? ''"
          [messages]="action().messages ?? {}"
          [languages]="languages()"
          (changed)="change($event, $event.on)"
        />
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      display: flex;
      flex-direction: column;
      gap: 16px;
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
      gap: 16px;
    }
    .hint {
      margin: -10px 0 0;
      font-size: 12px;
      color: var(--text-3);
    }
  `,
})
export class ActionFields {
  readonly action = input.required<RuleAction>();
  readonly teams = input<readonly Team[]>([]);
  readonly mayEdit = input(false);
  readonly tagProblem = input<string | null>(null);
  readonly changed = output<ActionChange>();

  protected readonly t = rulesTexts();
  private readonly texts = inject(Texts);
  protected readonly priorities = PRIORITIES;
  protected readonly word = (priority: Priority) => `action.priorities.${priority}` as const;
  protected readonly types = computed(() =>
    [...new Set([...ACTION_TYPES, this.action().type])].map((type) => ({ value: type, label: this.t(`action.${type}`) })),
  );
  protected readonly languages = computed(() => languageChoices('', this.texts.locale()));
  /** A team one does not see stays to be seen. */
  protected readonly teamChoices = computed(() => {
    const { teamId } = this.action();
    const isKnown = !teamId || this.teams().some(({ id }) => id === teamId);
    return isKnown ? this.teams() : [...this.teams(), { id: teamId, name: '…' }];
  });

  protected become(type: string): void {
    const next = type as RuleAction['type'];
    // What belongs to another kind stays while one looks around, and is left out when the rule is saved.
    if (next !== this.action().type) this.change({ type: next, priority: this.action().priority ?? 'normal' });
  }

  protected prioritise(index: number): void {
    this.change({ priority: PRIORITIES[index]! });
  }

  protected change({ on: _, ...change }: { readonly [Key in keyof RuleAction]?: RuleAction[Key] | undefined } & { on?: string }, on = ''): void {
    this.changed.emit({ action: { ...this.action(), ...change } as RuleAction, on: on && `action ${on}` });
  }
}
