import type { UiTexts } from '../texts.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A span of time in its one biggest unit, and how long this wording stays true while the span grows or shrinks. */
export interface SpanLabel {
  readonly text: string;
  readonly trueForMs: number;
}

/**
 * "now", "6 m", "3 h", "2 d" for a span that grows with the clock.
 * @param spanMs ≥ 0
 */
export function growingSpan(spanMs: number, texts: UiTexts): SpanLabel {
  if (spanMs < MINUTE_MS) return { text: texts.now, trueForMs: MINUTE_MS - spanMs };
  const unit = unitOf(spanMs);
  const count = Math.floor(spanMs / unit.ms);
  return { text: texts[unit.word](count), trueForMs: (count + 1) * unit.ms - spanMs };
}

/**
 * "4 m", "2 h" for a span that shrinks with the clock. Minutes are rounded up, so that "1 m" is said until nothing is left;
 * hours and days down, so that nobody counts on an hour that is not there.
 * @param spanMs > 0
 */
export function shrinkingSpan(spanMs: number, texts: UiTexts): SpanLabel {
  const unit = unitOf(spanMs);
  if (unit.word === 'minutes') {
    const count = Math.ceil(spanMs / unit.ms);
    return { text: texts.minutes(count), trueForMs: spanMs - (count - 1) * unit.ms };
  }
  const count = Math.floor(spanMs / unit.ms);
  return { text: texts[unit.word](count), trueForMs: spanMs - count * unit.ms + 1 };
}

function unitOf(spanMs: number): { ms: number; word: 'minutes' | 'hours' | 'days' } {
  if (spanMs >= DAY_MS) return { ms: DAY_MS, word: 'days' };
  if (spanMs >= HOUR_MS) return { ms: HOUR_MS, word: 'hours' };
  return { ms: MINUTE_MS, word: 'minutes' };
}

/** "6 m" since an instant; an instant in the future counts as now. */
export function since(at: number, now: number, texts: UiTexts): SpanLabel {
  const span = now - at;
  return span < 0 ? { text: texts.now, trueForMs: MINUTE_MS - span } : growingSpan(span, texts);
}

/** "4 m left" before a deadline, "1 m over" after it. */
export function until(at: number, now: number, texts: UiTexts): SpanLabel {
  const left = at - now;
  if (left > 0) {
    const span = shrinkingSpan(left, texts);
    return { text: texts.left(span.text), trueForMs: span.trueForMs };
  }
  const over = Math.max(MINUTE_MS, -left);
  const span = growingSpan(over, texts);
  return { text: texts.over(span.text), trueForMs: span.trueForMs + over + left };
}
