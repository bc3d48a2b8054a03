import { describe, expect, it, jest } from '@jest/globals';
import type { Message } from '#contracts';
import { BatonError } from '../shared/index.js';
import { SendQueue, type Outgoing } from './send-queue.js';
import type { Unsent } from './visitor-memory.js';

const written = (text: string): Unsent => ({ clientId: `id of ${text}`, text, at: 0 });
const stored = ({ clientId, text }: Unsent): Message => ({
  id: clientId,
  sessionId: 's',
  seq: 1,
  author: { kind: 'visitor' },
  text,
  attachments: [],
  clientId,
  createdAt: '',
});
const offline = () => new BatonError('network.unreachable', 'no network');
const settled = () => new Promise((resolve) => setImmediate(resolve));

function setup() {
  const deliver = jest.fn(async (message: Unsent) => stored(message));
  const told: (readonly Outgoing[])[] = [];
  const queue = new SendQueue({ deliver, changed: (outgoing) => told.push(outgoing), retryAfterMs: 20 });
  return { queue, deliver, told };
}

describe('SendQueue', () => {
  it('sends one at a time, in the order of writing', async () => {
    const { queue, deliver } = setup();
    let release = (): void => undefined;
    deliver.mockImplementationOnce((message) => new Promise((resolve) => (release = () => resolve(stored(message)))));
    const both = [queue.add(written('one')), queue.add(written('two'))];
    await settled();
    expect(deliver).toHaveBeenCalledTimes(1);
    release();
    await Promise.all(both);
    expect(deliver.mock.calls.map(([message]) => message.text)).toEqual(['one', 'two']);
  });

  it('tries again by itself with the same clientId when nobody answered', async () => {
    const { queue, deliver } = setup();
    deliver.mockRejectedValueOnce(offline());
    await expect(queue.add(written('one'))).resolves.toMatchObject({ text: 'one' });
    expect(deliver.mock.calls.map(([message]) => message.clientId)).toEqual(['id of one', 'id of one']);
  });

  it('lets nothing overtake a message that could not be sent yet', async () => {
    const { queue, deliver } = setup();
    deliver.mockRejectedValueOnce(offline());
    await Promise.all([queue.add(written('one')), queue.add(written('two'))]);
    expect(deliver.mock.calls.map(([message]) => message.text)).toEqual(['one', 'one', 'two']);
  });

  it('keeps a refused message for the writer and goes on with the next', async () => {
    const { queue, deliver, told } = setup();
    deliver.mockRejectedValueOnce(new BatonError('message.too_long', 'Too long.'));
    await expect(queue.add(written('one'))).rejects.toThrow('Too long.');
    await queue.add(written('two'));
    expect(told.at(-1)?.map(({ text, state }) => [text, state])).toEqual([
      ['one', 'refused'],
      ['two', 'sent'],
    ]);
    queue.again('id of one');
    await settled();
    expect(queue.outgoing.map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('shows a stored message until it has come back in its place', async () => {
    const { queue } = setup();
    await queue.add(written('one'));
    expect(queue.outgoing).toMatchObject([{ state: 'sent' }]);
    queue.arrived(stored(written('one')));
    expect(queue.outgoing).toEqual([]);
  });

  it('takes a message that came back for its own acknowledgement', async () => {
    const { queue, deliver } = setup();
    deliver.mockImplementation(() => new Promise(() => undefined));
    const sent = queue.add(written('one'));
    queue.arrived(stored(written('one')));
    await expect(sent).resolves.toMatchObject({ text: 'one' });
  });

  it('does not send what was discarded', async () => {
    const { queue, deliver } = setup();
    deliver.mockRejectedValueOnce(offline());
    const sent = queue.add(written('one'));
    await settled();
    queue.discard('id of one');
    await expect(sent).rejects.toMatchObject({ code: 'client.discarded' });
    queue.flush();
    expect(deliver).toHaveBeenCalledTimes(1);
  });

  it('sends at once when flushed after a failure', async () => {
    const { queue, deliver } = setup();
    deliver.mockRejectedValueOnce(offline());
    const sent = queue.add(written('one'));
    await settled();
    queue.flush();
    await settled();
    expect(deliver).toHaveBeenCalledTimes(2);
    await sent;
  });

  it('tells the writers of what is left when it closes', async () => {
    const { queue, deliver } = setup();
    deliver.mockRejectedValue(offline());
    const sent = queue.add(written('one'));
    queue.close();
    await expect(sent).rejects.toMatchObject({ code: 'client.closed' });
  });
});
