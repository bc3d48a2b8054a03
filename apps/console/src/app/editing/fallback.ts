/** What went wrong, in English, for a page that has not loaded the words about it. */
export const FALLBACK = {
  lost: 'Baton could not be reached. Nothing was lost; try again in a moment.',
  unexpected: 'Something unexpected happened.',
} as const;
