import { unspoofed } from '../markdown.js';
import type { Text, Texts } from './en.js';

/** Each language is a chunk of its own: a visitor fetches one. */
const LANGUAGES: Readonly<Record<string, () => Promise<{ default: Texts }>>> = {
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
  en: () => import('./en.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  it: () => import('./it.js'),
  nl: () => import('./nl.js'),
  pl: () => import('./pl.js'),
  pt: () => import('./pt.js'),
  tr: () => import('./tr.js'),
};
/** Around a name in a sentence of the other direction, so that neither turns the other around. */
const [ISOLATE, END_ISOLATE] = ['\u2068', '\u2069'];

/** The widget's voice in one language: its texts, and how it says times. */
export class Wording {
  constructor(
    readonly locale: string,
    private readonly texts: Texts,
    private readonly overrides: Readonly<Record<string, string>> = {},
  ) {}

  /** The wording for a locale; English where we do not speak it. */
  static async in(locale: string): Promise<Wording> {
    const load = LANGUAGES[locale.slice(0, 2).toLowerCase()];
    // Dates in a language that the sentence around them is not in would read oddly.
    return load ? new Wording(locale, (await load()).default) : Wording.in('en');
  }

  /** The same voice with a website's own texts. */
  overriddenBy(overrides: Readonly<Record<string, string>>): Wording {
    return new Wording(this.locale, this.texts, overrides);
  }

  say(key: keyof Texts, values: Readonly<Record<string, string | number>> = {}): string {
    const text = formOf(this.overrides[key] || this.texts[key], values['count'], this.tag);
    return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => this.fill(values[name] ?? placeholder));
  }

  get direction(): 'ltr' | 'rtl' {
    return this.locale.startsWith('ar') ? 'rtl' : 'ltr';
  }

  private fill(value: string | number): string {
    if (typeof value === 'number') return value.toLocaleString(this.tag);
    const text = unspoofed(value);
    return this.direction === 'rtl' ? ISOLATE + text + END_ISOLATE : text;
  }

  /** `9:56` */
  time(iso: string): string {
    return new Date(iso).toLocaleTimeString(this.tag, { hour: 'numeric', minute: '2-digit' });
  }

  /** `Monday 9:00`, in the visitor's zone */
  weekdayAndTime(iso: string): string {
    return new Date(iso).toLocaleString(this.tag, { weekday: 'long', hour: 'numeric', minute: '2-digit' });
  }

  /** `Nov 22, 9:56`, without the date when it is `now`'s */
  moment(iso: string, now: Date): string {
    const sameDay = new Date(iso).toDateString() === now.toDateString();
    return sameDay ? this.time(iso) : new Date(iso).toLocaleString(this.tag, { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' });
  }

  /** Rounded up to whole minutes, from two hours on to whole hours: a promise is better kept than exact. */
  duration(seconds: number): string {
    const minutes = Math.max(1, Math.ceil(seconds / 60));
    const [value, unit] = minutes < 120 ? [minutes, 'minute'] : [Math.ceil(minutes / 60), 'hour'];
    return value.toLocaleString(this.tag, { style: 'unit', unit, unitDisplay: 'long' });
  }

  // Sites may hand over what is no language tag; their page must not break for it.
  get tag(): string | undefined {
    try {
      return Intl.getCanonicalLocales(this.locale)[0];
    } catch {
      return undefined;
    }
  }
}

/** The form that a number asks for: languages have up to six. */
function formOf(text: Text, count: string | number | undefined, tag: string | undefined): string {
  if (typeof text === 'string') return text;
  return text[new Intl.PluralRules(tag).select(Number(count))] ?? text.other;
}
