import { describe, expect, it } from '@jest/globals';
import { READY, requestIn } from './request.js';

const THEME = { accent: '#c2410c', position: 'left', greeting: 'Ahoy', avatarUrl: 'https://a.example/a.png', scheme: 'system' };
const SHOW = { type: 'baton.preview.show', name: 'Northwind', locale: 'de', theme: THEME, scheme: 'dark', scene: 'waiting' };

function posted(data: unknown, more: MessageEventInit = {}): MessageEvent {
  return new MessageEvent('message', { data, origin: location.origin, source: parent, ...more });
}

describe('what the preview is asked to show', () => {
  it('is taken as it is meant', () => {
    expect(requestIn(posted(SHOW))).toEqual({ name: 'Northwind', locale: 'de', theme: THEME, scheme: 'dark', scene: 'waiting' });
  });

  it('follows the theme where nothing else is said', () => {
    const { scheme: _scheme, scene: _scene, ...less } = SHOW;
    expect(requestIn(posted({ ...less, theme: { ...THEME, scheme: 'light' } }))).toMatchObject({ scheme: 'light', scene: 'ai' });
  });

  it.each([
    ['another origin', SHOW, { origin: 'https://evil.example' }],
    ['no origin', SHOW, { origin: 'null' }],
    ['another window of our origin', SHOW, { source: null }],
    ['another message', { ...SHOW, type: 'baton.preview.ready' }, {}],
    ['no object', 'baton.preview.show', {}],
    ['nothing', null, {}],
  ])('is not heard from or in %s', (_what, data, more) => {
    expect(requestIn(posted(data, more))).toBeNull();
  });

  it('is drawn as far as it can be while a form is being filled in', () => {
    const request = requestIn(
      posted({ type: SHOW.type, name: 7, theme: { accent: '#c24', position: 'top', scheme: 'blue', greeting: '', avatarUrl: '' }, scene: 'x' }),
    );
    expect(request).toEqual({
      name: '',
      locale: 'en',
      theme: { accent: '#0b6e5f', position: 'right', greeting: null, avatarUrl: null, scheme: 'system' },
      scheme: 'system',
      scene: 'ai',
    });
    expect(requestIn(posted({ type: SHOW.type, theme: null }))?.theme.accent).toBe('#0b6e5f');
  });

  it('says that it listens', () => {
    expect(READY).toEqual({ type: 'baton.preview.ready' });
  });
});
