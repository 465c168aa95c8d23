const NOT_ASCII = /[^\0-\x7f]/;
const MARKS = /\p{M}/gu;

/** Text as it is compared in a search: lower case, without accents. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  return NOT_ASCII.test(lower) ? lower.normalize('NFD').replace(MARKS, '') : lower;
}

/** The words of a query, folded; a row matches when it contains every one of them. */
export function searchTerms(query: string): string[] {
  return foldText(query)
    .split(/\s+/)
    .filter((term) => term !== '');
}
