import { MOST_TEXT, type Candidate } from '@core/domain/leak/candidate';
import { COOKIES, namesCredential, vendorName } from '@core/domain/leak/names';

/** Longer values are no keys. */
const MOST_VALUE = 4_000;
const MOST_NAME = 60;
const MOST_BLANKS = 4;
/** So many characters of values are read, and each value costs some more; a text beyond that is made to keep us busy. */
const MOST_READ = 2 * MOST_TEXT;
const COST_OF_ONE = 150;

const NAME = new Set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-');
const isQuote = (character: string): boolean => character === '"' || character === "'" || character === '\\';
const isBlank = (character: string): boolean => character === ' ' || character === '\t';

/** The values that stand after the name of a credential: headers, cookies, members, variables, parts of an address. */
export function* pairs(text: string): Generator<Candidate> {
  let left = MOST_READ;
  for (const { index } of text.matchAll(/[:=]/g)) {
    const name = nameBefore(text, index);
    if (name === null || !namesCredential(name.text)) continue;
    const value = valueAfter(text, index + 1);
    yield* candidates(name, text.charAt(index), value);
    left -= value.length + COST_OF_ONE;
    if (left <= 0) return;
  }
}

interface Name {
  readonly text: string;
  readonly quoted: boolean;
  /** What stands directly before it. */
  readonly before: string;
}

function nameBefore(text: string, at: number): Name | null {
  let end = at;
  for (let n = 0; n < MOST_BLANKS && isBlank(text.charAt(end - 1)); n += 1) end -= 1;
  const quoted = isQuote(text.charAt(end - 1));
  for (let n = 0; n < 2 && isQuote(text.charAt(end - 1)); n += 1) end -= 1;
  let start = end;
  while (end - start < MOST_NAME && start > 0 && NAME.has(text.charAt(start - 1))) start -= 1;
  return start === end ? null : { text: text.slice(start, end), quoted, before: text.charAt(start - 1) };
}

/** Up to the end of the line, or of the quotation it is in or begins. */
function valueAfter(text: string, from: number): string {
  let start = from;
  for (let n = 0; n < MOST_BLANKS && isBlank(text.charAt(start)); n += 1) start += 1;
  while (start < from + 2 * MOST_BLANKS && isQuote(text.charAt(start))) start += 1;
  const rest = text.slice(start, start + MOST_VALUE);
  const end = rest.search(/["'\\\r\n]/);
  return end === -1 ? rest : rest.slice(0, end);
}

function* candidates(name: Name, separator: string, value: string): Generator<Candidate> {
  const known = vendorName(name.text);
  const kind = kindOf(name, separator, known);
  const label = known === undefined ? {} : { name: known };
  const [first = '', second] = value.trim().split(/\s+/, 2);
  // `Authorization: X-API-KEY …`, `Bearer …`: the word before the key says how it is sent.
  if (known === 'Authorization' && second !== undefined) yield* cuts(second, { kind, ...label });
  else yield* cuts(first, { kind, ...label });
}

/** A value may hold what elsewhere ends one, so it is looked for whole and up to there. */
function* cuts(value: string, view: Omit<Candidate, 'value'>): Generator<Candidate> {
  yield { ...view, value };
  const cut = value.search(/[,;&)}\]>#]/);
  if (cut > 0) yield { ...view, value: value.slice(0, cut) };
}

function kindOf({ quoted, before }: Name, separator: string, known: string | undefined): Candidate['kind'] {
  if (known !== undefined && COOKIES.has(known) && separator === '=') return 'cookie';
  if (separator === '=') return before === '?' || before === '&' ? 'url' : 'variable';
  return quoted ? 'json' : 'header';
}
