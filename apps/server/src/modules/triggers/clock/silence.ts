/** A conversation in which nobody wrote for so long is over, whatever rules by the clock would say of it. */
export const SILENT_FOR_GOOD_MS = 24 * 3_600_000;
