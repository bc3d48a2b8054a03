import { logistic } from './confidence.js';

/** An answer whose worth is known. */
export interface Case {
  readonly readings: readonly number[];
  readonly right: boolean;
  readonly weight: number;
}

const ROUNDS = 30;
const ENOUGH = 1e-7;

/**
 * Weighted logistic regression by Newton's method.
 * @param options.ridge how strongly the coefficients are drawn to `options.towards`, zeros when absent
 */
export function logisticRegression(
  cases: readonly Case[],
  options: { readonly ridge: number | readonly number[]; readonly towards?: readonly number[] },
): number[] {
  const size = cases[0]?.readings.length ?? options.towards?.length ?? 0;
  const towards = options.towards ?? new Array<number>(size).fill(0);
  const ridge = (i: number): number => (typeof options.ridge === 'number' ? options.ridge : options.ridge[i]!);
  let coefficients = [...towards];
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = coefficients.map((value, i) => ridge(i) * (value - towards[i]!));
    const curvature = coefficients.map((_, i) => coefficients.map((__, j) => (i === j ? ridge(i) + 1e-9 : 0)));
    for (const { readings, right, weight } of cases) {
      const probability = logistic(readings.reduce((sum, reading, i) => sum + reading * coefficients[i]!, 0));
      const error = weight * (probability - (right ? 1 : 0));
      const steepness = weight * probability * (1 - probability);
      for (let i = 0; i < size; i++) {
        gradient[i]! += error * readings[i]!;
        for (let j = 0; j < size; j++) curvature[i]![j]! += steepness * readings[i]! * readings[j]!;
      }
    }
    const step = solved(curvature, gradient);
    coefficients = coefficients.map((value, i) => value - step[i]!);
    if (step.every((value) => Math.abs(value) < ENOUGH)) break;
  }
  return coefficients;
}

/** Gaussian elimination with partial pivoting. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let i = column; i <= size; i++) rows[row]![i]! -= factor * rows[column]![i]!;
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!);
}
