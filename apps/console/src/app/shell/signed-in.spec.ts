import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { Me } from '#contracts';
import { type AgentSocketEvents, BatonError, BatonTeam, Emitter } from '#sdk';
import { Live } from './live';
import { SignedIn } from './signed-in';

const ME: Me = {
  user: {
    id: 'ana',
    email: 'ana@example.org',
    name: 'Ana',
    active: true,
    presence: 'online',
    memberships: [],
    createdAt: '2026-01-01T00:00:00.000Z',
  },
  permissions: ['handoff.view'],
};

function setup() {
  const team = {
    me: jest.fn<() => Promise<Me>>(async () => ME),
    login: jest.fn<() => Promise<Me>>(async () => ME),
    logout: jest.fn(async () => undefined),
  };
  const events = new Emitter<AgentSocketEvents>();
  const live = { open: jest.fn(), close: jest.fn(), socket: { on: events.on.bind(events), setPresence: jest.fn(async () => undefined) } };
  TestBed.configureTestingModule({
    providers: [
      { provide: BatonTeam, useValue: team },
      { provide: Live, useValue: live },
    ],
  });
  return { sut: TestBed.inject(SignedIn), team, live, events };
}

describe('SignedIn', () => {
  it('asks once after a reload, however many pages want to know', async () => {
    const { sut, team, live } = setup();
    expect(await Promise.all([sut.isKnown(), sut.isKnown()])).toEqual([true, true]);
    expect(team.me).toHaveBeenCalledTimes(1);
    expect(live.open).toHaveBeenCalledTimes(1);
    expect(sut.can('handoff.view')).toBe(true);
    expect(sut.can('user.edit')).toBe(false);
  });

  it('takes a no for an answer, but not a broken line', async () => {
    const { sut, team } = setup();
    team.me.mockRejectedValueOnce(new BatonError('network.unreachable', 'down'));
    await expect(sut.isKnown()).rejects.toMatchObject({ code: 'network.unreachable' });
    team.me.mockRejectedValueOnce(new BatonError('auth.required', 'who are you', { status: 401 }));
    expect(await sut.isKnown()).toBe(false);
    expect(await sut.isKnown()).toBe(false);
    expect(team.me).toHaveBeenCalledTimes(2);
  });

  it('closes the live line with the login', async () => {
    const { sut, live } = setup();
    await sut.signIn({ email: 'ana@example.org', password: 'secret' });
    await sut.signOut();
    expect(live.close).toHaveBeenCalled();
    expect(sut.me()).toBeNull();
    expect(await sut.isKnown()).toBe(false);
  });

  it('shows one presence in every tab', async () => {
    const { sut, live, events } = setup();
    await sut.signIn({ email: 'ana@example.org', password: 'secret' });
    await sut.setPresence('away');
    expect(live.socket.setPresence).toHaveBeenCalledWith('away');
    expect(sut.user()?.presence).toBe('away');
    events.emit('presence.updated', { userId: 'bea', state: 'offline' });
    expect(sut.user()?.presence).toBe('away');
    events.emit('presence.updated', { userId: 'ana', state: 'online' });
    expect(sut.user()?.presence).toBe('online');
  });

  it('knows what it may do now when the line comes back', async () => {
    const { sut, team, events } = setup();
    await sut.signIn({ email: 'ana@example.org', password: 'secret' });
    events.emit('connection', { state: 'online' });
    expect(team.me).not.toHaveBeenCalled();
    team.me.mockResolvedValueOnce({ ...ME, permissions: ['handoff.view', 'audit.view'] });
    events.emit('connection', { state: 'offline' });
    events.emit('connection', { state: 'online' });
    await Promise.resolve();
    expect(sut.can('audit.view')).toBe(true);
    expect(team.me).toHaveBeenCalledTimes(1);
    team.me.mockRejectedValueOnce(new BatonError('network.unreachable', 'down'));
    events.emit('connection', { state: 'offline' });
    events.emit('connection', { state: 'online' });
    await Promise.resolve();
    expect(sut.can('audit.view')).toBe(true);
  });

  it('stays signed in when signing out did not reach the server', async () => {
    const { sut, team } = setup();
    await sut.signIn({ email: 'ana@example.org', password: 'secret' });
    team.logout.mockRejectedValueOnce(new BatonError('network.unreachable', 'down'));
    await expect(sut.signOut()).rejects.toBeInstanceOf(BatonError);
    expect(sut.me()).toBe(ME);
  });
});
