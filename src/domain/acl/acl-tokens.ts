/** The symbols of the language, the longer before the shorter. */
const SYMBOLS = ['&&', '||', '==', '!=', '!', '(', ')', '[', ']', ',', '.'] as const;
/** One of the symbols of the language. */
export type AclSymbol = (typeof SYMBOLS)[number];

/** A piece of an expression and where it begins, in UTF-16 units. */
export type AclToken = { readonly at: number } & (
  | { readonly kind: 'symbol'; readonly value: AclSymbol }
  /** A name without quotes. */
  | { readonly kind: 'word'; readonly value: string }
  /** What stood in quotes. */
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'end' }
);

/** Why an expression cannot be read, as a sentence for people, and where. */
export class AclSyntaxError extends Error {
  override readonly name = 'AclSyntaxError';

  constructor(
    readonly at: number,
    reason: string,
  ) {
    super(reason);
  }
}

// SECURITY: single character classes, which cannot backtrack.
const BLANKS = /\s+/y;
/** With the hyphen, because group names have it and the language has no arithmetic. */
const WORD = /[\p{L}\p{N}_-]+/uy;

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** Reads what stands in quotes; the quotation mark that opens it stands at `at`. */
function readQuoted(text: string, at: number): { value: string; end: number } {
  const quote = text.charAt(at);
  let value = '';
  for (let end = at + 1; end < text.length; end += 1) {
    const character = text.charAt(end);
    if (character === quote) return { value, end: end + 1 };
    if (character !== '\\') value += character;
    else {
      end += 1;
      if (!['"', "'", '\\'].includes(text.charAt(end)))
        throw new AclSyntaxError(end - 1, 'A backslash stands only before a quotation mark or a backslash.');
      value += text.charAt(end);
    }
  }
  throw new AclSyntaxError(at, 'The text that begins here has no closing quotation mark.');
}

function tokenAt(text: string, at: number): { token: AclToken; end: number } {
  const symbol = SYMBOLS.find((candidate) => text.startsWith(candidate, at));
  if (symbol !== undefined) return { token: { kind: 'symbol', value: symbol, at }, end: at + symbol.length };
  const word = match(WORD, text, at);
  if (word !== '') return { token: { kind: 'word', value: word, at }, end: at + word.length };
  if (text.charAt(at) === '"' || text.charAt(at) === "'") {
    const { value, end } = readQuoted(text, at);
    return { token: { kind: 'text', value, at }, end };
  }
  throw new AclSyntaxError(at, 'This character has no meaning in a permission expression.');
}

/** Cuts an expression into its pieces, the last of which is the end. Throws `AclSyntaxError`. Linear in its length. */
export function tokensOf(text: string): AclToken[] {
  const tokens: AclToken[] = [];
  let at = match(BLANKS, text, 0).length;
  while (at < text.length) {
    const { token, end } = tokenAt(text, at);
    tokens.push(token);
    at = end + match(BLANKS, text, end).length;
  }
  return [...tokens, { kind: 'end', at: text.length }];
}
