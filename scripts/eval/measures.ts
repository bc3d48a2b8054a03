export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function scoresOf(cases: readonly { readonly is: boolean; readonly said: boolean }[]): Scores {
  const right = cases.filter(({ is, said }) => is && said).length;
  const said = cases.filter((one) => one.said).length;
  const is = cases.filter((one) => one.is).length;
  const precision = said === 0 ? 0 : right / said;
  const recall = is === 0 ? 0 : right / is;
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** The probability that a random one of `high` is above a random one of `low`; equal ones count half. */
export function auroc(high: readonly number[], low: readonly number[]): number {
  const all = [...high.map((value) => ({ value, high: true })), ...low.map((value) => ({ value, high: false }))].toSorted(
    (a, b) => a.value - b.value,
  );
  let rankSum = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]!.value === all[from]!.value) to += 1;
    const rank = (from + 1 + to) / 2;
    for (let i = from; i < to; i += 1) if (all[i]!.high) rankSum += rank;
    from = to;
  }
  return (rankSum - (high.length * (high.length + 1)) / 2) / (high.length * low.length);
}

/** The share of `low` that is refused by the threshold that refuses a tenth of `high`. */
export function recallAt10(high: readonly number[], low: readonly number[]): number {
  const threshold = high.toSorted((a, b) => a - b)[Math.floor(high.length / 10)]!;
  return low.filter((value) => value < threshold).length / low.length;
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly answers: number;
  /** Averages of those in the bin. */
  readonly confidence: number;
  readonly right: number;
}

const BINS = 10;

/** Ten bands of confidence, with what was promised and what was kept. */
export function reliability(answers: readonly { readonly confidence: number; readonly right: boolean }[]): Bin[] {
  return Array.from({ length: BINS }, (_, i) => {
    const inside = answers.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === i);
    const mean = (value: (answer: (typeof inside)[number]) => number): number =>
      inside.length === 0 ? 0 : inside.reduce((sum, answer) => sum + value(answer), 0) / inside.length;
    return {
      from: i / BINS,
      to: (i + 1) / BINS,
      answers: inside.length,
      confidence: mean(({ confidence }) => confidence),
      right: mean(({ right }) => (right ? 1 : 0)),
    };
  });
}

/** Expected calibration error: how far the bands are from what they promise, by their size. */
export function calibrationError(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, { answers }) => sum + answers, 0);
  return bins.reduce((sum, { answers, confidence, right }) => sum + (answers / all) * Math.abs(confidence - right), 0);
}
