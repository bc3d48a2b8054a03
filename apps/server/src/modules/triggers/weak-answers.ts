/** How far above the threshold an answer may lie and still be a weak one. */
const WEAK_MARGIN = 0.15;

/**
 * Whether an answer was only just good enough. Under the threshold it goes to a person at once; two that barely pass it
 * in a row do as well.
 * @param confidence 0…1
 * @param threshold the website's, 0…1
 */
export function isWeak(confidence: number, threshold: number): boolean {
  return confidence < Math.min(1, threshold + WEAK_MARGIN);
}
