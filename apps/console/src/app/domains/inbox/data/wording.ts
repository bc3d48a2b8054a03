import { inject, Injectable } from '@angular/core';
import type { Handoff, HandoffSummary, SystemEvent, TimelineEntry, Trigger, VisitorSummary } from '#contracts';
import { ruleWords } from '../../../rule-words/texts';
import { topicName } from '../../../rule-words/topics';
import { inboxTexts, type InboxSay } from '../texts';
import { Moments } from './moments';

const NAMED_CODES = ['ai_unavailable', 'no_answer', 'two_weak_answers', 'opened_by_agent'] as const;

/** What handoffs, visitors and events are called, in the chosen language. */
@Injectable({ providedIn: 'root' })
export class Wording {
  private readonly t: InboxSay = inboxTexts();
  private readonly words = ruleWords();
  private readonly moments = inject(Moments);

  trigger(trigger: Trigger): string {
    return this.t(`triggers.${trigger}`);
  }

  /** The chip of a row: the trigger, narrowed by its code where that helps. */
  chip({ trigger, cause, code }: Pick<HandoffSummary, 'trigger' | 'cause' | 'code'>): string {
    if (trigger === 'sensitive_topic') return this.t('chips.sensitive', { topic: topicName(code, this.words) });
    if (trigger === 'offline_capture' && cause) return this.t('chips.offline', { cause: this.trigger(cause).toLowerCase() });
    const named = NAMED_CODES.find((each) => each === code);
    return named ? this.t(`codes.${named}`) : this.trigger(trigger);
  }

  /** A visitor without a name keeps the same short one everywhere. */
  visitor(visitor: VisitorSummary): string {
    return visitor.name ?? visitor.email ?? this.t('visitor.unnamed', { code: visitor.id.slice(-4).toUpperCase() });
  }

  status({ status, inProgress, outcome }: Pick<HandoffSummary, 'status' | 'inProgress' | 'outcome'>): string {
    if (status === 'claimed') return inProgress ? this.t('status.inProgress') : this.t('status.claimed');
    if (status === 'cancelled') return outcome === 'returned_to_ai' ? this.t('status.returned') : this.t('status.closed');
    return this.t(`status.${status}`);
  }

  /** What a system line says to the team, in the console's language; its `text` is in the visitor's. */
  systemLine(event: SystemEvent | undefined, text: string): string {
    switch (event?.code) {
      case 'handoff.queued':
        return event.etaSeconds === null
          ? this.t('system.queued', { position: event.position })
          : this.t('system.queuedWithin', { position: event.position, span: this.moments.aboutSpan(event.etaSeconds) });
      case 'handoff.captured':
        return this.t('system.captured');
      case 'handoff.claimed':
        return this.t('system.joined', { agent: event.agent });
      case 'handoff.released':
        return this.t('system.released');
      case 'handoff.resolved':
        return this.t('system.resolved');
      case 'handoff.returned_to_ai':
        return this.t('system.returned');
      case 'handoff.offered':
        return this.t('system.offered');
      case 'session.closed':
        return this.t('system.closed');
      case 'assistant.unavailable':
        return this.t('system.aiUnavailable');
      default:
        return text;
    }
  }

  timelineLine(entry: TimelineEntry, rule: Handoff['rule']): string {
    const who = entry.actor.name ?? (entry.actor.kind === 'visitor' ? this.t('timeline.theVisitor') : null);
    if (entry.kind === 'opened' && rule && !who) return this.t('timeline.openedByRule', { rule: rule.name });
    const kind = entry.kind === 'cancelled' && entry.details['outcome'] === 'returned_to_ai' ? 'returned' : entry.kind;
    return who ? this.t(`timeline.${kind}By`, { who }) : this.t(`timeline.${kind}`);
  }

  /** What the visitor was told about the wait. */
  promise({ position, etaSeconds }: NonNullable<Handoff['promise']>): string {
    if (etaSeconds === null) {
      const place = position === 1 ? this.t('promise.next') : this.t('promise.place', { position });
      return `${place} ${this.t('promise.noTime')}`;
    }
    const span = this.moments.aboutSpan(etaSeconds);
    return position === 1 ? this.t('promise.nextWithin', { span }) : this.t('promise.placeWithin', { position, span });
  }

  /** `Ana`, `Ana and Bea`, `Ana, Bea and Cem`. */
  names(names: readonly string[]): string {
    const [one = '', other] = names;
    if (other === undefined) return one;
    if (names.length === 2) return this.t('names.two', { one, other });
    return this.t('names.two', { one: names.slice(0, -1).join(', '), other: names.at(-1)! });
  }
}
