import { Component, computed, inject, input, output } from '@angular/core';
import type { EarlierSession, Handoff, TeamSession } from '#contracts';
import { BaAvatar, BaChip, BaIconButton } from '#ui';
import { Moments } from '../data/moments';
import { pageName } from '../data/visitor-facts';
import { Wording } from '../data/wording';
import { inboxTexts } from '../texts';

/** What is known beside the conversation: the visitor, the handoff, earlier sessions, what happened when. */
@Component({
  selector: 'baton-context-pane',
  imports: [BaAvatar, BaChip, BaIconButton],
  template: `
    @let visitor = handoff().visitor;
    <button ba-icon-button class="close" icon="cross" type="button" [label]="t('context.close')" (click)="closed.emit()"></button>
    <section [attr.aria-label]="t('context.visitor')">
      <div class="person">
        <ba-avatar [name]="name()" [size]="40" />
        <div>
          <b>{{ name() }}</b>
          <span>{{ standing() }}</span>
        </div>
      </div>
      <dl>
        <dt>{{ t('context.email') }}</dt>
        <dd>
          @if (visitor.email) {
            <a class="ba-link" [href]="'mailto:' + visitor.email">{{ visitor.email }}</a>
          } @else {
            <span class="quiet">{{ t('context.notGiven') }}</span>
          }
        </dd>
        @if (visitor.phone) {
          <dt>{{ t('context.phone') }}</dt>
          <dd>{{ visitor.phone }}</dd>
        }
        @if (localTime(); as localTime) {
          <dt>{{ t('context.localTime') }}</dt>
          <dd>{{ localTime }}</dd>
        }
        <dt>{{ t('context.language') }}</dt>
        <dd>{{ language() }}</dd>
        @if (page(); as page) {
          <dt>{{ t('context.page') }}</dt>
          <dd>
            @if (page.url) {
              <a class="ba-link" [href]="page.url" target="_blank" rel="noopener noreferrer" [title]="page.url">{{ page.name }}</a>
            } @else {
              {{ page.name }}
            }
          </dd>
        }
        <dt>{{ t('context.onPage') }}</dt>
        <dd>{{ session()?.visitorOnline ? t('context.now') : t('context.notNow') }}</dd>
        @for (attribute of attributes(); track attribute.name) {
          <dt>{{ attribute.name }}</dt>
          <dd>{{ attribute.value }}</dd>
        }
      </dl>
    </section>
    <section aria-labelledby="context-handoff">
      <h3 id="context-handoff">{{ t('context.handoff') }}</h3>
      <dl>
        <dt>{{ t('context.status') }}</dt>
        <dd>{{ status() }}</dd>
        <dt>{{ t('context.assignee') }}</dt>
        <dd [class.quiet]="!handoff().assignee">{{ handoff().assignee?.name ?? t('context.nobody') }}</dd>
        @if (handoff().preferredAssignee; as preferred) {
          <dt>{{ t('context.preferred') }}</dt>
          <dd>{{ preferred.name }}</dd>
        }
        @if (handoff().team; as team) {
          <dt>{{ t('context.team') }}</dt>
          <dd>{{ team.name }}</dd>
        }
        <dt>{{ t('context.priority') }}</dt>
        <dd>{{ priority() }}</dd>
        @if (tags().length > 0) {
          <dt>{{ t('context.tags') }}</dt>
          <dd class="tags">
            @for (tag of tags(); track tag) {
              <ba-chip>{{ tag }}</ba-chip>
            }
          </dd>
        }
      </dl>
    </section>
    @if (handoff().earlierSessions.length > 0) {
      <section aria-labelledby="context-earlier">
        <h3 id="context-earlier">
          {{ t('context.earlier') }} <span>{{ handoff().earlierSessions.length }}</span>
        </h3>
        <div class="timeline">
          @for (earlier of handoff().earlierSessions; track earlier.id) {
            <time [attr.datetime]="earlier.startedAt" [title]="moments.full(earlier.startedAt)">{{ moments.timeOrDay(earlier.startedAt) }}</time>
            <button class="ba-link" type="button" (click)="openEarlier.emit(earlier)">
              {{ earlierLine(earlier) }}
              @if (earlier.lastText) {
                <span class="last">{{ earlier.lastText }}</span>
              }
            </button>
          }
        </div>
      </section>
    }
    <section aria-labelledby="context-timeline">
      <h3 id="context-timeline">{{ t('context.timeline') }}</h3>
      <div class="timeline">
        @for (entry of handoff().timeline; track entry.id) {
          <time [attr.datetime]="entry.at" [title]="moments.full(entry.at)">{{ moments.timeOrDay(entry.at) }}</time>
          <span>{{ wording.timelineLine(entry, handoff().rule) }}</span>
        }
      </div>
    </section>
  `,
  host: { role: 'complementary', '[attr.aria-label]': "t('context.label')", tabindex: '-1' },
  styles: `
    :host {
      display: block;
      overflow: auto;
      overscroll-behavior: contain;
      background: var(--bg);
      border-left: 1px solid var(--line);
      font-variant-numeric: tabular-nums;
    }
    /* Beside the thread the header's button is in sight; lying over it, this one is. */
    .close {
      position: absolute;
      top: 8px;
      right: 8px;
    }
    @media (min-width: 1340px) {
      .close {
        display: none;
      }
    }
    @media (max-width: 720px) {
      dl,
      .timeline {
        row-gap: 9px;
      }
      button.ba-link {
        min-height: 32px;
      }
    }
    section {
      padding: 14px 16px;
      border-bottom: 1px solid var(--line);
    }
    section:last-child {
      border: 0;
    }
    h3 {
      display: flex;
      margin: 0 0 8px;
      font-size: 12px;
      font-weight: 600;
    }
    h3 span {
      margin-left: auto;
      font-weight: 400;
      color: var(--text-3);
    }
    .person {
      display: flex;
      gap: 10px;
      align-items: center;
      margin-bottom: 10px;
    }
    .person div {
      min-width: 0;
    }
    .person b {
      display: block;
      font-size: 14px;
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .person span {
      color: var(--text-3);
    }
    dl {
      margin: 0;
      display: grid;
      grid-template-columns: 92px minmax(0, 1fr);
      row-gap: 5px;
    }
    dt {
      color: var(--text-3);
      overflow-wrap: anywhere;
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .tags {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
    }
    .quiet {
      color: var(--text-3);
    }
    .timeline {
      display: grid;
      grid-template-columns: minmax(46px, auto) minmax(0, 1fr);
      gap: 6px 8px;
      color: var(--text-2);
    }
    .timeline time {
      color: var(--text-3);
      font-size: 12px;
    }
    .ba-link {
      font-weight: 400;
    }
    button.ba-link {
      padding: 0;
      border: 0;
      background: none;
      text-align: left;
      cursor: pointer;
      min-width: 0;
    }
    .last {
      display: block;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      color: var(--text-3);
    }
    :host-context([data-density='compact']) section {
      padding: 10px 14px;
    }
  `,
})
export class ContextPane {
  readonly handoff = input.required<Handoff>();
  readonly session = input.required<TeamSession | null>();
  readonly closed = output<void>();

  /** Somebody wants to read what was said before. */
  readonly openEarlier = output<EarlierSession>();

  protected readonly t = inboxTexts();
  protected readonly moments = inject(Moments);
  protected readonly wording = inject(Wording);

  protected readonly name = computed(() => this.wording.visitor(this.handoff().visitor));
  protected readonly standing = computed(() => {
    const count = this.handoff().earlierSessions.length;
    const verified = this.handoff().visitor.verified ? this.t('context.verified') : this.t('context.notVerified');
    return count === 0 ? this.t('context.first', { verified }) : this.t('context.earlierSessions', { verified, count });
  });
  protected readonly localTime = computed(() => this.moments.placeTime(this.handoff().visitor.timeZone, Date.now()));
  protected readonly language = computed(() => this.moments.languageName(this.session()?.locale ?? this.handoff().visitor.locale));
  protected readonly page = computed(() => pageName(this.session()?.page ?? this.handoff().page));
  protected readonly attributes = computed(() =>
    Object.entries(this.handoff().visitor.attributes).map(([name, value]) => ({
      name: capitalised(name),
      value: typeof value === 'boolean' ? this.t(value ? 'context.yes' : 'context.no') : String(value),
    })),
  );
  protected readonly tags = computed(() => this.session()?.tags ?? []);
  protected readonly status = computed(() => this.wording.status(this.handoff()));
  protected readonly priority = computed(() => this.t(`priorities.${this.handoff().priority}`));

  protected earlierLine({ handoff, messages }: EarlierSession): string {
    if (!handoff) return this.t('context.aiOnly', { count: messages });
    const what = this.wording.chip({ trigger: handoff.trigger as Handoff['trigger'], cause: null, code: '' });
    return handoff.assignee ? this.t('context.withAgent', { what, agent: handoff.assignee }) : what;
  }
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');
