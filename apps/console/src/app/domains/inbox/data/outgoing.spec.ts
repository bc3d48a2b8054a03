import { jest } from '@jest/globals';
import type { SendMessage, TeamMessage } from '#contracts';
import { BatonError } from '#sdk';
import { aMessage } from '../testing/builders';
import { settled } from '../testing/settled';
import { Outgoing } from './outgoing';

const unreachable = () => new BatonError('network.unreachable', 'Not connected at the moment.');

function setup(key = 'outgoing.test') {
  const send = jest.fn<(message: SendMessage) => Promise<TeamMessage>>(async ({ clientId, text }) => aMessage(4, 'agent', { clientId, text }));
  const sent = jest.fn();
  const refused = jest.fn();
  return { sut: new Outgoing(key, { send, sent, refused }), send, sent, refused };
}

describe('Outgoing', () => {
  beforeEach(() => localStorage.clear());

  it('shows a message at once and lets go of it when the thread has it', async () => {
    const { sut, sent } = setup();
    sut.send('Hello', 2);
    expect(sut.messages()).toMatchObject([{ text: 'Hello', state: 'sending', epoch: 2 }]);
    await settled();
    expect(sut.messages()).toMatchObject([{ state: 'sent' }]);
    expect(sent).toHaveBeenCalledTimes(1);
    sut.arrived(sut.messages()[0]!.clientId);
    expect(sut.messages()).toEqual([]);
  });

  it('sends one after the other, in the order of writing', async () => {
    const { sut, send } = setup();
    let answer: (message: TeamMessage) => void = () => undefined;
    send.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    sut.send('first', 1);
    sut.send('second', 1);
    await settled();
    expect(send).toHaveBeenCalledTimes(1);
    answer(aMessage(4, 'agent'));
    await settled();
    expect(send.mock.calls.map(([message]) => message.text)).toEqual(['first', 'second']);
  });

  it('repeats with the same clientId, so that nothing arrives twice', async () => {
    const { sut, send } = setup();
    send.mockRejectedValueOnce(unreachable());
    sut.send('Hello', 1);
    await settled();
    expect(sut.messages()).toMatchObject([{ state: 'failed', problem: { code: 'network.unreachable' } }]);
    sut.retryFailed();
    await settled();
    const [first, second] = send.mock.calls.map(([message]) => message.clientId);
    expect(second).toBe(first);
    expect(sut.messages()).toMatchObject([{ state: 'sent' }]);
  });

  it('lets nothing overtake what could not be sent', async () => {
    const { sut, send } = setup();
    send.mockRejectedValueOnce(unreachable());
    sut.send('first', 1);
    sut.send('second', 1);
    await settled();
    expect(send).toHaveBeenCalledTimes(1);
    expect(sut.messages()).toMatchObject([{ state: 'failed' }, { state: 'failed' }]);
    sut.retryFailed();
    await settled();
    expect(send.mock.calls.map(([message]) => message.text)).toEqual(['first', 'first', 'second']);
  });

  it('gives the text back when the server says no for good', async () => {
    const { sut, send, refused } = setup();
    const error = new BatonError('speech.not_yours', 'Somebody else speaks now.', { status: 409 });
    send.mockRejectedValueOnce(error);
    sut.send('Too late', 1);
    await settled();
    expect(refused).toHaveBeenCalledWith('Too late', error);
    expect(sut.messages()).toEqual([]);
  });

  it('keeps what was on its way when somebody signed out', async () => {
    const { sut, send, refused } = setup('outgoing.closed');
    send.mockRejectedValueOnce(new BatonError('client.closed', 'The connection was closed.'));
    sut.send('Do not lose me', 1);
    await settled();
    expect(refused).not.toHaveBeenCalled();
    expect(setup('outgoing.closed').sut.messages()).toMatchObject([{ text: 'Do not lose me', state: 'failed' }]);
  });

  it('keeps what was not acknowledged across a reload', async () => {
    const before = setup('outgoing.reload');
    before.send.mockRejectedValueOnce(unreachable());
    before.sut.send('Do not lose me', 1);
    await settled();
    const { clientId } = before.sut.messages()[0]!;
    const after = setup('outgoing.reload');
    expect(after.sut.messages()).toMatchObject([{ clientId, text: 'Do not lose me', state: 'failed' }]);
    expect(after.sut.takeBack(clientId)).toBe('Do not lose me');
    expect(setup('outgoing.reload').sut.messages()).toEqual([]);
  });
});
