import type { VisitorIdentity, WidgetTheme } from '#contracts';
import type { Described, GivenOptions, WidgetOptions } from '../bridge.js';
import { complain } from './complain.js';
import { canonical } from './languages.js';

type Unread = Readonly<Record<string, unknown>>;
type Provider = NonNullable<WidgetOptions['identityProvider']>;
type Attributes = Record<string, string | number | boolean>;

const KNOWN = ['websiteKey', 'visitor', 'identityProvider', 'locale', 'launcher', 'theme', 'data', 'anew'];
const VISITOR_TEXTS = { name: 200, email: 320, phone: 50 } as const;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const COLOUR = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;
const ATTRIBUTE_NAME = /^[a-z][a-z0-9_]{0,63}$/i;
const ATTRIBUTES_MAX = 50;
const ATTRIBUTE_TEXT_MAX_CHARS = 1000;
const GREETING_MAX_CHARS = 2000;
const ID_MAX_CHARS = 8000;

/**
 * Reads what a page gave, by code and by the attributes of the script. What cannot be used is left out and put into
 * words for whoever built the page: a slip in a template must not cost a visitor the conversation.
 */
export class OptionsReader {
  readonly wrong: string[] = [];

  read({ data = {}, anew = false, ...given }: GivenOptions): WidgetOptions {
    for (const name of Object.keys(given))
      if (!KNOWN.includes(name)) this.wrong.push(`there is no option "${name}"; there are ${KNOWN.slice(0, 6).join(' ')}`);
    const { identityProvider } = given;
    if (identityProvider !== undefined && typeof identityProvider !== 'function') this.wrong.push('identityProvider must be a function');
    return compact({
      websiteKey: given.websiteKey,
      visitor: this.visitor(anew ? {} : saidByTag(data), record(given.visitor)),
      identityProvider: typeof identityProvider === 'function' ? checked(identityProvider) : undefined,
      locale: this.locale(given.locale ?? data['locale']),
      theme: this.theme({ ...themeOfTag(data), ...record(given.theme) }),
    });
  }

  private visitor(said: Unread, more: Unread): Described {
    const visitor = { ...said, ...more };
    const texts: Record<string, string | undefined> = {};
    for (const [name, max] of Object.entries(VISITOR_TEXTS)) texts[name] = this.text(visitor[name], `visitor.${name}`, max);
    if (texts['email'] && !EMAIL.test(texts['email'])) {
      this.wrong.push('visitor.email is no email address');
      texts['email'] = undefined;
    }
    const userId = typeof visitor['userId'] === 'number' ? String(visitor['userId']) : visitor['userId'];
    const proof = {
      token: this.text(visitor['token'], 'visitor.token', ID_MAX_CHARS),
      userId: this.text(userId, 'visitor.userId', ID_MAX_CHARS),
      hash: this.text(visitor['hash'], 'visitor.hash', ID_MAX_CHARS),
    };
    if (!proof.userId !== !proof.hash) this.wrong.push('visitor.userId and visitor.hash prove something only together');
    const attributes = this.attributes({ ...record(said['attributes']), ...record(more['attributes']) });
    return compact<Described>({ ...(texts as VisitorIdentity), ...proof, attributes: Object.keys(attributes).length > 0 ? attributes : undefined });
  }

  private attributes(given: Unread): Attributes {
    const attributes: Attributes = {};
    for (const [name, value] of Object.entries(given)) {
      if (value === null || value === undefined) continue;
      if (!ATTRIBUTE_NAME.test(name)) this.wrong.push(`the attribute "${name}" needs a name of letters, digits and _`);
      else if (!isAttribute(value))
        this.wrong.push(`the attribute "${name}" must be a text of at most ${ATTRIBUTE_TEXT_MAX_CHARS} characters, a number or a boolean`);
      else attributes[name] = value;
    }
    const names = Object.keys(attributes);
    if (names.length > ATTRIBUTES_MAX) this.wrong.push(`there may be at most ${ATTRIBUTES_MAX} attributes`);
    for (const name of names.slice(ATTRIBUTES_MAX)) delete attributes[name];
    return attributes;
  }

  private theme(given: Unread): Partial<WidgetTheme> {
    return compact({
      accent: this.accent(given['accent']),
      position: this.oneOf(given['position'], 'position', ['left', 'right']),
      scheme: this.oneOf(given['scheme'], 'scheme', ['light', 'dark', 'system']),
      greeting: this.text(given['greeting'], 'greeting', GREETING_MAX_CHARS),
      avatarUrl: this.address(given['avatarUrl']),
    });
  }

  private accent(given: unknown): string | undefined {
    const accent = this.text(given, 'the colour', 9);
    if (accent && !COLOUR.test(accent)) return this.refuse(`the colour "${accent}" is not of the form #0b6e5f`);
    return accent?.length === 4 ? accent.replace(/[\da-f]/gi, '$&$&') : accent;
  }

  private address(given: unknown): string | undefined {
    const address = this.text(given, 'avatarUrl', 2000);
    return address && !/^https?:\/\//i.test(address) ? this.refuse('avatarUrl must begin with https://') : address;
  }

  private locale(given: unknown): string | undefined {
    const locale = this.text(given, 'locale', 35);
    return locale ? (canonical(locale) ?? this.refuse(`"${locale}" is no language tag such as "de" or "pt-BR"`)) : undefined;
  }

  private oneOf<Choice extends string>(given: unknown, what: string, choices: readonly Choice[]): Choice | undefined {
    if (isMissing(given)) return undefined;
    return choices.find((choice) => choice === given) ?? this.refuse(`${what} must be one of ${choices.join(', ')}, not ${JSON.stringify(given)}`);
  }

  /** Templates write an empty text where they have nothing: that is nothing. */
  private text(given: unknown, what: string, max: number): string | undefined {
    if (isMissing(given)) return undefined;
    if (typeof given !== 'string') return this.refuse(`${what} must be a text, not ${typeof given}`);
    return given.length > max ? this.refuse(`${what} is longer than ${max} characters`) : given;
  }

  private refuse(why: string): undefined {
    this.wrong.push(why);
    return undefined;
  }
}

/** The site's own server may be down or answer nonsense: that is said to the site, and costs the visitor nothing. */
function checked(provider: Provider): Provider {
  return async () => {
    try {
      const proof: unknown = await provider();
      if (isMissing(proof)) return null;
      if (typeof proof === 'string') return proof;
      const { userId, hash } = record(proof);
      if (typeof userId === 'string' && typeof hash === 'string') return { userId, hash };
      complain('identityProvider must give a token, { userId, hash } or null');
    } catch (error) {
      complain(`identityProvider failed: ${String(error)}`);
    }
    return null;
  };
}

/** `data-visitor-name`, `data-attribute-plan` … */
function saidByTag(data: Readonly<DOMStringMap>): Unread {
  const attributes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(data)) {
    const [, rest = ''] = /^attribute([A-Z].*)$/.exec(name) ?? [];
    if (rest) attributes[rest[0]?.toLowerCase() + rest.slice(1)] = value;
  }
  const { visitorName: name, visitorEmail: email, visitorPhone: phone, visitorToken: token, visitorId: userId, visitorHash: hash } = data;
  return { name, email, phone, token, userId, hash, attributes };
}

function themeOfTag({ color: accent, position, colorScheme: scheme, greeting, avatarUrl }: Readonly<DOMStringMap>): Unread {
  return { accent, position, scheme, greeting, avatarUrl };
}

function isAttribute(value: unknown): value is string | number | boolean {
  if (typeof value === 'string') return value.length <= ATTRIBUTE_TEXT_MAX_CHARS;
  return typeof value === 'boolean' || Number.isFinite(value);
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function record(value: unknown): Unread {
  return Object(value) === value && !Array.isArray(value) ? (value as Unread) : {};
}

/** Without what is not there: a missing option must not outweigh a setting. */
function compact<T extends object>(given: { readonly [Key in keyof T]: T[Key] | undefined }): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}
