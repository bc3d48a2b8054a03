import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { GivenOptions, RememberedLook, Stage } from '../bridge.js';
import { settle } from './settle.js';

const THEME = { accent: '#c2410c', position: 'left', greeting: null, avatarUrl: null, scheme: 'dark' } as const;
const WEBSITE = { theme: THEME, locale: 'de' };

describe('the launcher', () => {
  let asked: jest.Mock<(url: string, init: RequestInit) => Promise<Response>>;
  let warned: jest.SpiedFunction<typeof console.warn>;
  beforeEach(() => {
    asked = jest.fn(async () => ({ ok: true, json: async () => WEBSITE }) as Response);
    Object.assign(globalThis, { fetch: asked });
    warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => warned.mockRestore());

  async function dressedFor(options: Partial<GivenOptions> = {}, look?: RememberedLook): Promise<readonly RememberedLook[]> {
    const looks: RememberedLook[] = [];
    const stage = {
      url: 'https://chat.example',
      options: { websiteKey: 'wk 1', locale: 'en', ...options },
      look,
      dress: (one: RememberedLook) => looks.push(one),
    };
    await settle(stage as unknown as Stage);
    return looks;
  }

  it('is dressed as the website wants, without a conversation', async () => {
    const [look, ...more] = await dressedFor();
    expect(look).toMatchObject({ position: 'left', scheme: 'dark', direction: 'ltr', label: 'Open chat', website: WEBSITE });
    expect(look?.colours['--accent']).toContain('light-dark(');
    expect(more).toEqual([]);
    expect(asked.mock.calls.map(([url]) => url)).toEqual(['https://chat.example/api/v1/widget/website?websiteKey=wk%201']);
    expect(asked.mock.calls[0]?.[1]).toMatchObject({ referrerPolicy: 'origin' });
  });

  it('wears over that what the page wants', async () => {
    const [look] = await dressedFor({ theme: { position: 'right' }, locale: 'ar' });
    expect(look).toMatchObject({ position: 'right', scheme: 'dark', direction: 'rtl', label: 'فتح الدردشة' });
  });

  it('does not ask again for what was learned within the hour', async () => {
    const looks = await dressedFor({}, { position: 'left', scheme: 'dark', colours: {}, website: WEBSITE, at: Date.now() });
    expect([looks.length, asked.mock.calls.length]).toEqual([1, 0]);
  });

  it('wears what it knows while it asks again', async () => {
    const old = { ...WEBSITE, theme: { ...THEME, position: 'right' as const } };
    const looks = await dressedFor({}, { position: 'right', scheme: 'dark', colours: {}, website: old, at: 1 });
    expect(looks.map(({ position }) => position)).toEqual(['right', 'left']);
  });

  it('stands there plainly where nobody answers', async () => {
    asked.mockRejectedValue(new TypeError('no network'));
    const looks = await dressedFor();
    expect(looks).toMatchObject([{ position: 'right', scheme: 'system', at: 0 }]);
    expect(warned).not.toHaveBeenCalled();
  });

  it('says in the console why the website may not be shown here', async () => {
    const body = { code: 'origin.not_allowed', detail: 'https://a.example is not among the allowed origins.' };
    asked.mockResolvedValue({ ok: false, json: async () => body } as Response);
    expect(await dressedFor()).toHaveLength(1);
    expect(warned).toHaveBeenCalledWith('Baton: https://a.example is not among the allowed origins. (origin.not_allowed)');
  });
});
