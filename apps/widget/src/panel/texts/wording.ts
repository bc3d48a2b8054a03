import type { Texts } from './en.js';

/** Each language is a chunk of its own: a visitor fetches one. */
const LANGUAGES: Readonly<Record<string, () => Promise<{ default: Texts }>>> = {
  en: () => import('./en.js'),
  de: () => import('./de.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
};
const WRITTEN_FROM_THE_RIGHT = /^(ar|fa|he|ur)\b/;

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
    const text = this.overrides[key] || this.texts[key];
    return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
  }

  get direction(): 'ltr' | 'rtl' {
    return WRITTEN_FROM_THE_RIGHT.test(this.locale) ? 'rtl' : 'ltr';
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
  private get tag(): string | undefined {
    try {
      return Intl.getCanonicalLocales(this.locale)[0];
    } catch {
      return undefined;
    }
  }
}
