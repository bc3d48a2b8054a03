import type { Report } from './checker.js';
import type { Facts } from './facts.js';
import type { History } from './history.js';

/** Which status each entry of a timeline may follow, and leads to. */
const FOLLOWS: Readonly<Record<string, { readonly from: readonly string[]; readonly to: string }>> = {
  opened: { from: ['nothing'], to: 'pending' },
  claimed: { from: ['pending'], to: 'claimed' },
  force_claimed: { from: ['pending', 'claimed'], to: 'claimed' },
  assigned: { from: ['pending', 'claimed'], to: 'claimed' },
  released: { from: ['claimed'], to: 'pending' },
  resolved: { from: ['claimed'], to: 'resolved' },
  cancelled: { from: ['pending', 'claimed'], to: 'cancelled' },
};
const EVENT_OF: Readonly<Record<string, string>> = { force_claimed: 'handoff.claimed' };

/** One winner per claim, one open handoff per session, and every change on the timeline, in the audit log and in the outbox. */
export function judgeHandoffs(history: History, facts: Facts, report: Report): void {
  const timelines = Map.groupBy(facts.timeline, ({ handoff_id }) => handoff_id);
  for (const handoff of facts.handoffs) {
    const timeline = timelines.get(handoff.id) ?? [];
    let status = 'nothing';
    for (const { kind, actor_name } of timeline) {
      const step = FOLLOWS[kind];
      if (!step) continue;
      const law = kind === 'claimed' ? 'double claims' : 'unrecorded changes';
      if (!step.from.includes(status)) report(law, `handoff ${handoff.id} was ${kind} by ${actor_name} while it was ${status}`);
      status = step.to;
    }
    if (status !== handoff.status) report('unrecorded changes', `handoff ${handoff.id} is ${handoff.status}; its timeline says ${status}`);
    const changes = timeline.filter(({ kind }) => FOLLOWS[kind]);
    compare(
      changes.map(({ kind }) => `handoff.${kind}`),
      actionsOn(facts.audited, handoff.id),
      `audit log of handoff ${handoff.id}`,
      report,
    );
    compare(
      changes.map(({ kind }) => EVENT_OF[kind] ?? `handoff.${kind}`),
      facts.events.filter(({ handoff_id }) => handoff_id === handoff.id).map(({ kind }) => kind),
      `outbox of handoff ${handoff.id}`,
      report,
    );
  }
  for (const { handoffId, agent } of history.claims) {
    const mine = timelines.get(handoffId)?.some(({ kind, actor_name }) => kind.endsWith('claimed') && actor_name === agent);
    if (!mine) report('double claims', `${agent} was told to have claimed handoff ${handoffId}; its timeline knows nothing of it`);
  }
  const open = facts.handoffs.filter(({ status }) => status === 'pending' || status === 'claimed');
  for (const [sessionId, theirs] of Map.groupBy(open, ({ session_id }) => session_id)) {
    if (theirs.length > 1) report('two open handoffs', `session ${sessionId} has ${theirs.length}`);
  }
}

function actionsOn(audited: Facts['audited'], handoffId: string): string[] {
  return audited.filter(({ handoff_id, action }) => handoff_id === handoffId && FOLLOWS[action.replace('handoff.', '')]).map(({ action }) => action);
}

function compare(expected: readonly string[], actual: readonly string[], what: string, report: Report): void {
  const [wanted, there] = [expected, actual].map((list) => [...list].sort().join(', '));
  if (wanted !== there) report('unrecorded changes', `the ${what} has ${there}; the timeline has ${wanted}`);
}
