/** Whether a text contains every word that was typed, in any order and case; no word matches everything. */
export function matchesWords(text: string, typed: string): boolean {
  const haystack = text.toLocaleLowerCase('en');
  return typed
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}
