/** What the search says about its results, in English. */
export const SEARCH_LABELS = {
  results: '{count} found.',
  alsoSearched: 'Also searched: {words}.',
  searchedInstead: 'Nothing was found for "{asked}". These are the results for "{used}".',
  nothingFor: 'Nothing was found. The search looked in titles, codes and texts for: {words}.',
  quotedWord: '“{word}”',
} as const;
