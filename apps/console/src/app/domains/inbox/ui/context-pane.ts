import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Handoff, TeamSession } from '#contracts';
import { BaAvatar, BaChip, BaIconButton } from '#ui';
import { fullTime, timeOrDay } from '../data/durations';
import { languageName, pageName, placeTime } from '../data/visitor-facts';
import { PRIORITY_NAMES, statusName, timelineLine, triggerChip, visitorName } from '../data/wording';

/** What is known beside the conversation: the visitor, the handoff, earlier sessions, what happened when. */
@Component({
  selector: 'baton-context-pane',
  imports: [RouterLink, BaAvatar, BaChip, BaIconButton],
  template: `
    @let visitor = handoff().visitor;
    <button ba-icon-button class="close" icon="cross" type="button" label="Close context" (click)="closed.emit()"></button>
    <section aria-label="Visitor">
      <div class="person">
        <ba-avatar [name]="name()" [size]="40" />
        <div>
          <b>{{ name() }}</b>
          <span>{{ standing() }}</span>
        </div>
      </div>
      <dl>
        <dt>Email</dt>
        <dd>
          @if (visitor.email) {
            <a class="ba-link" [href]="'mailto:' + visitor.email">{{ visitor.email }}</a>
          } @else {
            <span class="quiet">not given</span>
          }
        </dd>
        @if (visitor.phone) {
          <dt>Phone</dt>
          <dd>{{ visitor.phone }}</dd>
        }
        @if (localTime(); as localTime) {
          <dt>Local time</dt>
          <dd>{{ localTime }}</dd>
        }
        <dt>Language</dt>
        <dd>{{ language() }}</dd>
        @if (page(); as page) {
          <dt>Page</dt>
          <dd>
            @if (page.url) {
              <a class="ba-link" [href]="page.url" target="_blank" rel="noopener noreferrer" [title]="page.url">{{ page.name }}</a>
            } @else {
              {{ page.name }}
            }
          </dd>
        }
        <dt>On the page</dt>
        <dd>{{ session()?.visitorOnline ? 'Now' : 'Not at the moment' }}</dd>
        @for (attribute of attributes(); track attribute.name) {
          <dt>{{ attribute.name }}</dt>
          <dd>{{ attribute.value }}</dd>
        }
      </dl>
    </section>
    <section aria-labelledby="context-handoff">
      <h3 id="context-handoff">Handoff</h3>
      <dl>
        <dt>Status</dt>
        <dd>{{ status() }}</dd>
        <dt>Assignee</dt>
        <dd [class.quiet]="!handoff().assignee">{{ handoff().assignee?.name ?? 'Nobody yet' }}</dd>
        @if (handoff().team; as team) {
          <dt>Team</dt>
          <dd>{{ team.name }}</dd>
        }
        <dt>Priority</dt>
        <dd>{{ priority() }}</dd>
        @if (tags().length > 0) {
          <dt>Tags</dt>
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
          Earlier <span>{{ handoff().earlierSessions.length }}</span>
        </h3>
        <div class="timeline">
          @for (earlier of handoff().earlierSessions; track earlier.id) {
            <time [attr.datetime]="earlier.startedAt" [title]="fullTime(earlier.startedAt)">{{ timeOrDay(earlier.startedAt) }}</time>
            @if (earlier.handoff; as past) {
              <a class="ba-link" [routerLink]="['..', past.id]" queryParamsHandling="preserve">{{ earlierLine(earlier) }}</a>
            } @else {
              <span>{{ earlierLine(earlier) }}</span>
            }
          }
        </div>
      </section>
    }
    <section aria-labelledby="context-timeline">
      <h3 id="context-timeline">Timeline</h3>
      <div class="timeline">
        @for (entry of handoff().timeline; track entry.id) {
          <time [attr.datetime]="entry.at" [title]="fullTime(entry.at)">{{ timeOrDay(entry.at) }}</time>
          <span>{{ timelineLine(entry, handoff().rule) }}</span>
        }
      </div>
    </section>
  `,
  host: { role: 'complementary', 'aria-label': 'Context', tabindex: '-1' },
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
  `,
})
export class ContextPane {
  readonly handoff = input.required<Handoff>();
  readonly session = input.required<TeamSession | null>();
  readonly closed = output<void>();

  protected readonly fullTime = fullTime;
  protected readonly timeOrDay = (iso: string): string => timeOrDay(iso);
  protected readonly timelineLine = timelineLine;

  protected readonly name = computed(() => visitorName(this.handoff().visitor));
  protected readonly standing = computed(() => {
    const earlier = this.handoff().earlierSessions.length;
    const verified = this.handoff().visitor.verified ? 'Verified' : 'Not verified';
    return earlier === 0 ? `${verified} · first session` : `${verified} · ${earlier} earlier ${earlier === 1 ? 'session' : 'sessions'}`;
  });
  protected readonly localTime = computed(() => placeTime(this.handoff().visitor.timeZone, Date.now()));
  protected readonly language = computed(() => languageName(this.session()?.locale ?? this.handoff().visitor.locale));
  protected readonly page = computed(() => pageName(this.session()?.page ?? this.handoff().page));
  protected readonly attributes = computed(() =>
    Object.entries(this.handoff().visitor.attributes).map(([name, value]) => ({
      name: capitalised(name),
      value: typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value),
    })),
  );
  protected readonly tags = computed(() => this.session()?.tags ?? []);
  protected readonly status = computed(() => statusName(this.handoff()));
  protected readonly priority = computed(() => PRIORITY_NAMES[this.handoff().priority]);

  protected earlierLine(earlier: Handoff['earlierSessions'][number]): string {
    if (!earlier.handoff) return `AI only · ${earlier.messages} messages`;
    const what = triggerChip({ trigger: earlier.handoff.trigger as Handoff['trigger'], cause: null, code: '' });
    return earlier.handoff.assignee ? `${what}, ${earlier.handoff.assignee}` : what;
  }
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');
