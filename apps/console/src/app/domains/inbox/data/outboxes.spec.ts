import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { BatonError } from '#sdk';
import { aHandoff, ANA } from '../testing/builders';
import { FakeTeam } from '../testing/fake-team';
import { settled } from '../testing/settled';
import { Drafts } from './drafts';
import { Outboxes } from './outboxes';

const unreachable = () => new BatonError('network.unreachable', 'Not connected at the moment.');
const place = (sessionId: string) => aHandoff({ id: `h-of-${sessionId}`, sessionId });
const notYours = () => new BatonError('speech.not_yours', 'Somebody else speaks now.', { status: 409 });

function setup() {
  const team = new FakeTeam();
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [...team.providers] });
  const goOffline = () => {
    team.connection.set('offline');
    TestBed.tick();
  };
  const comeBack = async () => {
    team.connection.set('online');
    TestBed.tick();
    await settled();
  };
  return { sut: TestBed.inject(Outboxes), drafts: TestBed.inject(Drafts), team, goOffline, comeBack };
}

describe('Outboxes', () => {
  beforeEach(() => localStorage.clear());

  it('sends what could not leave when the line is back, of every conversation, looked at or not', async () => {
    const { sut, team, goOffline, comeBack } = setup();
    goOffline();
    team.socket.send.mockRejectedValueOnce(unreachable()).mockRejectedValueOnce(unreachable());
    sut.of('s1').send('To the first', 1);
    sut.of('s2').send('To the second', 1);
    await settled();
    expect([sut.stuckIn('s1'), sut.stuckIn('s2'), sut.stuckIn('s3')]).toEqual(['To the first', 'To the second', '']);
    await comeBack();
    expect(team.socket.send.mock.calls.slice(2).map(([session, { text }]) => [session, text])).toEqual([
      ['s1', 'To the first'],
      ['s2', 'To the second'],
    ]);
    expect([sut.stuckIn('s1'), sut.of('s1').messages(), sut.of('s2').messages()]).toEqual(['', [], []]);
  });

  it('gives what is refused to who looks at the conversation', async () => {
    const { sut, drafts, team } = setup();
    const attendant = { sent: jest.fn(), refused: jest.fn() };
    sut.attend(place('s1'), attendant);
    const error = notYours();
    team.socket.send.mockRejectedValueOnce(error);
    sut.of('s1').send('Too late', 1);
    await settled();
    expect(attendant.refused).toHaveBeenCalledWith('Too late', error);
    expect(sut.returned()).toBeNull();
    expect(drafts.read('s1', 'reply')).toBe('');
  });

  it('keeps what is refused as a draft of its own conversation, when somebody looks at another', async () => {
    const { sut, drafts, team } = setup();
    const leave = sut.attend(place('s1'), { sent: jest.fn(), refused: jest.fn() });
    const next = { sent: jest.fn(), refused: jest.fn() };
    drafts.keep('s1', 'reply', 'And another thing');
    team.socket.send.mockRejectedValueOnce(notYours());
    sut.of('s1').send('Too late', 1);
    leave();
    sut.attend(place('s2'), next);
    await settled();
    expect(next.refused).not.toHaveBeenCalled();
    expect(drafts.read('s1', 'reply')).toBe('And another thing\n\nToo late');
    expect(drafts.read('s2', 'reply')).toBe('');
    expect(sut.returned()).toMatchObject({ place: { id: 'h-of-s1' }, text: 'Too late', error: { code: 'speech.not_yours' } });
    sut.returnedSeen();
    expect(sut.returned()).toBeNull();
  });

  it('knows after a reload what had not left, and what another tab has sent meanwhile', async () => {
    const before = setup();
    before.team.socket.send.mockRejectedValueOnce(unreachable());
    before.sut.of('s1').send('Do not lose me', 1);
    await settled();
    const after = setup();
    expect(after.sut.stuckIn('s1')).toBe('Do not lose me');
    const key = `baton.outgoing.${ANA.id}.s1`;
    localStorage.removeItem(key);
    dispatchEvent(new StorageEvent('storage', { key }));
    expect(after.sut.stuckIn('s1')).toBe('');
  });
});
