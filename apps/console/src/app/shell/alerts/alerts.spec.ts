import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { aSummary } from '../../domains/inbox/testing/builders';
import { AlertChoices, NOTIFICATIONS } from './alert-settings';
import { Alerts } from './alerts';
import { Chime } from './chime';

function setup({ hidden = true, focused = false, permission = 'granted' as NotificationPermission } = {}) {
  jest.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  jest.spyOn(document, 'hasFocus').mockReturnValue(focused);
  const shown = jest.fn();
  class FakeNotification {
    static readonly permission = permission;
    static readonly requestPermission = async () => permission;
    constructor(title: string, options: NotificationOptions) {
      shown(title, options);
    }
  }
  const ring = jest.fn();
  TestBed.configureTestingModule({
    providers: [
      { provide: NOTIFICATIONS, useValue: FakeNotification },
      { provide: Chime, useValue: { ring } },
    ],
  });
  const raise = () => TestBed.inject(Alerts).raise({ handoff: aSummary(), title: 'Vera wrote', view: 'mine' });
  return { raise, shown, ring, choices: TestBed.inject(AlertChoices) };
}

describe('Alerts', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it('are silent until somebody switches them on', () => {
    const { raise, shown, ring } = setup();
    raise();
    expect([shown, ring].map((each) => each.mock.calls.length)).toEqual([0, 0]);
  });

  it('show and sound what came while nobody looked', async () => {
    const { raise, shown, ring, choices } = setup();
    await choices.switchDesktop(true);
    choices.switchSound(true);
    raise();
    expect(shown).toHaveBeenCalledWith('Vera wrote', { body: 'I want to talk to a person', tag: 'baton-h1' });
    expect(ring).toHaveBeenCalledTimes(1);
    expect(localStorage.getItem('baton.alerts')).toBe('{"desktop":true,"sound":true}');
  });

  it('leave alone who looks at the page', async () => {
    const { raise, shown, ring, choices } = setup({ hidden: false, focused: true });
    await choices.switchDesktop(true);
    choices.switchSound(true);
    raise();
    expect([shown, ring].map((each) => each.mock.calls.length)).toEqual([0, 0]);
  });

  it('stay off when the browser refuses them', async () => {
    const { choices } = setup({ permission: 'denied' });
    expect(await choices.switchDesktop(true)).toBe(false);
    expect(choices.settings().desktop).toBe(false);
  });
});
