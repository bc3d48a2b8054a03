import { judge, LAWS, type Law } from './checker.js';
import type { Facts, MessageFact } from './facts.js';
import { History, type Attempt } from './history.js';

/** A checker that finds nothing proves nothing: each law is broken here once. */
describe('the checker', () => {
  const message = (seq: number, more: Partial<MessageFact> = {}): MessageFact => ({
    session_id: 's1',
    seq,
    author_kind: 'visitor',
    author_name: null,
    text: `A question #v-${seq}#`,
    client_id: `c${seq}`,
    event: null,
    ...more,
  });
  const line = (seq: number, code: string, agent?: string): MessageFact =>
    message(seq, { author_kind: 'system', client_id: null, text: code, event: { code, ...(agent ? { agent } : {}) } });
  const byAi = (seq: number, text = 'An answer'): MessageFact => message(seq, { author_kind: 'ai', text });
  const byAgent = (seq: number, name: string): MessageFact => message(seq, { author_kind: 'agent', author_name: name, text: `Hello #a-${seq}#` });

  /** One conversation as it should be: asked, answered, asked for a person, claimed, talked, resolved. */
  const transcript = (): MessageFact[] => [
    message(1),
    byAi(2),
    message(3),
    line(4, 'handoff.queued'),
    line(5, 'handoff.claimed', 'Ana'),
    byAgent(6, 'Ana'),
    line(7, 'handoff.resolved'),
  ];
  const timeline = ['opened', 'claimed', 'first_response', 'resolved'];

  const facts = (
    more: { messages?: MessageFact[]; kinds?: string[]; session?: object; audited?: string[]; website?: string } & Partial<
      Pick<Facts, 'handoffs' | 'openTurns'>
    > = {},
  ): Facts => {
    const messages = more.messages ?? transcript();
    const kinds = more.kinds ?? timeline;
    const recorded = kinds.filter((kind) => kind !== 'first_response').map((kind) => `handoff.${kind}`);
    return {
      sessions: [{ id: 's1', website: more.website ?? 'Shop', owner: 'nobody', epoch: 4, last_seq: messages.length, ...more.session }],
      messages,
      handoffs: more.handoffs ?? [{ id: 'h1', session_id: 's1', status: 'resolved' }],
      timeline: kinds.map((kind) => ({ handoff_id: 'h1', kind, actor_name: kind === 'opened' ? null : 'Ana' })),
      audited: (more.audited ?? recorded).map((action) => ({ handoff_id: 'h1', action })),
      events: recorded.map((kind) => ({ handoff_id: 'h1', kind })),
      openTurns: more.openTurns ?? [],
    };
  };
  const said = ({ seq, author_kind, text, client_id }: MessageFact, more: Partial<Attempt> = {}): Attempt => ({
    clientId: client_id!,
    sessionId: 's1',
    text,
    author: author_kind as Attempt['author'],
    sender: author_kind,
    outcome: { kind: 'acknowledged', seq },
    ...more,
  });
  const history = (...attempts: Attempt[]): History => {
    const told = new History();
    for (const attempt of attempts) told.record(attempt);
    return told;
  };
  const everythingSaid = (messages = transcript()): Attempt[] =>
    messages.filter(({ author_kind }) => author_kind === 'visitor' || author_kind === 'agent').map((each) => said(each));
  const broken = (told: History, there: Facts): Law[] => {
    const verdict = judge(told, there);
    return LAWS.filter((law) => verdict[law].length > 0);
  };

  it('finds nothing where nothing is wrong', () => {
    const told = history(...everythingSaid());
    told.claimed({ handoffId: 'h1', agent: 'Ana' });
    told.streams.push({ device: 'phone', sessionId: 's1', seen: transcript().map(({ seq, text }) => ({ seq, text })) });
    expect(broken(told, facts())).toEqual([]);
  });

  it('misses an acknowledged message', () => {
    expect(broken(history(...everythingSaid(), said(message(9))), facts())).toEqual(['lost']);
  });

  it('sees a message twice, under its clientId or under another', () => {
    const twice = [...transcript(), message(8, { client_id: 'c3', text: 'A question #v-3#' })];
    expect(broken(history(...everythingSaid()), facts({ messages: twice, session: { owner: 'ai', epoch: 5 } }))).toContain('doubled');
    const renamed = [...transcript(), message(8, { client_id: 'c8', text: 'A question #v-3#' })];
    expect(broken(history(...everythingSaid(renamed)), facts({ messages: renamed, session: { owner: 'ai', epoch: 5 } }))).toContain('doubled');
  });

  it('sees a refused message that is there all the same', () => {
    const [first, ...others] = everythingSaid();
    expect(broken(history({ ...first!, outcome: { kind: 'refused', code: 'x' } }, ...others), facts())).toContain('doubled');
  });

  it('sees another text, another place, and words nobody said', () => {
    const [first, ...others] = everythingSaid();
    expect(broken(history({ ...first!, text: 'Something else' }, ...others), facts())).toEqual(['altered']);
    expect(broken(history({ ...first!, outcome: { kind: 'acknowledged', seq: 2 } }, ...others), facts())).toEqual(['altered']);
    expect(broken(history(...others), facts())).toEqual(['invented']);
  });

  it('sees a clientId that was given two places', () => {
    const told = history(...everythingSaid());
    told.answered('s1', 'c1', 5);
    expect(broken(told, facts())).toEqual(['surprises']);
  });

  it('sees what one sender said turned around', () => {
    expect(broken(history(...everythingSaid().toReversed()), facts())).toEqual(['out of order']);
  });

  it('sees a gap, and a counter that does not count', () => {
    const messages = transcript().map((each, index) => (index === 6 ? { ...each, seq: 8 } : each));
    expect(broken(history(...everythingSaid()), facts({ messages }))).toEqual(['gaps']);
    expect(broken(history(...everythingSaid()), facts({ session: { last_seq: 8 } }))).toEqual(['gaps']);
  });

  it('sees the AI speak after a takeover', () => {
    for (const place of [4, 5]) {
      const messages = transcript();
      messages.splice(place, 0, byAi(0));
      const numbered = messages.map((each, index) => ({ ...each, seq: index + 1, client_id: each.client_id && `c${index + 1}` }));
      expect(broken(history(...everythingSaid(numbered)), facts({ messages: numbered }))).toContain('AI after takeover');
    }
  });

  it('sees an answer that was begun under an earlier epoch', () => {
    const messages = [message(1), byAi(2)];
    const there = facts({ messages, kinds: [], handoffs: [], session: { owner: 'ai', epoch: 1 } });
    const answer = said(messages[1]!, { author: 'ai', sender: 'bot' });
    expect(broken(history(said(messages[0]!), { ...answer, epoch: 1 }), there)).toEqual([]);
    expect(broken(history(said(messages[0]!), { ...answer, epoch: 0 }), there)).toEqual(['AI after takeover']);
  });

  it('sees an agent speak who does not hold the handoff', () => {
    const messages = transcript().map((each) => (each.seq === 6 ? byAgent(6, 'Bea') : each));
    expect(broken(history(...everythingSaid(messages)), facts({ messages }))).toEqual(['agent without handoff']);
  });

  it('sees a question that nobody answered, and an answer to another question', () => {
    const open = { kinds: [], handoffs: [], session: { owner: 'ai', epoch: 1 } };
    const alone = [message(1), byAi(2), message(3)];
    expect(broken(history(...everythingSaid(alone)), facts({ messages: alone, ...open }))).toEqual(['unanswered']);
    const early = [message(1), message(2), byAi(3, 'About #v-1#')];
    expect(broken(history(...everythingSaid(early)), facts({ messages: early, website: 'Echo', ...open }))).toEqual(['unanswered']);
  });

  it('sees a turn that nobody works on', () => {
    expect(broken(history(...everythingSaid()), facts({ openTurns: [{ id: 't1', session_id: 's1', state: 'running' }] }))).toEqual([
      'stranded turns',
    ]);
  });

  it('sees two winners of one claim', () => {
    expect(broken(history(...everythingSaid()), facts({ kinds: ['opened', 'claimed', 'claimed', 'resolved'] }))).toEqual(['double claims']);
    const told = history(...everythingSaid());
    told.claimed({ handoffId: 'h1', agent: 'Bea' });
    expect(broken(told, facts())).toEqual(['double claims']);
  });

  it('sees two open handoffs of one session', () => {
    const handoffs = [
      { id: 'h2', session_id: 's1', status: 'pending' },
      { id: 'h3', session_id: 's1', status: 'claimed' },
    ];
    expect(broken(history(...everythingSaid()), facts({ handoffs }))).toContain('two open handoffs');
  });

  it('sees a change that the timeline, the audit log or the transcript does not know', () => {
    expect(broken(history(...everythingSaid()), facts({ kinds: ['opened', 'claimed'] }))).toEqual(['unrecorded changes']);
    expect(broken(history(...everythingSaid()), facts({ audited: ['handoff.opened', 'handoff.claimed'] }))).toEqual(['unrecorded changes']);
    expect(broken(history(...everythingSaid()), facts({ session: { owner: 'agent' } }))).toEqual(['unrecorded changes']);
    expect(broken(history(...everythingSaid()), facts({ session: { epoch: 5 } }))).toEqual(['unrecorded changes']);
  });

  it('sees a device that shows a gap, another text, or not everything', () => {
    const seen = transcript().map(({ seq, text }) => ({ seq, text }));
    for (const wrong of [seen.toSpliced(2, 1), seen.with(2, { seq: 3, text: 'Something else' }), seen.slice(0, -1)]) {
      const told = history(...everythingSaid());
      told.streams.push({ device: 'phone', sessionId: 's1', seen: wrong });
      expect(broken(told, facts())).toEqual(['wrong streams']);
    }
  });
});
