/** A value that a person chose and that is shorter than this can be tried out. */
const SHORT = 16;
/** Bits that have to be guessed at least, all in all. */
const LEAST_BITS = 64;
/** A shorter name says nothing about a value that contains it. */
const TELLING = 4;

/** Rows of keyboards. Other words are known by how they sound. */
const KEYBOARD = /qwert[yz]?|azerty|asdf(ghjkl?)?|zxcvb?n?m?|1q2w3e(4r)?/gi;
/** A run of letters in one case, perhaps with a capital in front; a short one where it stands alone. */
const LETTERS = /[A-Z][a-z]{2,}|[a-z]{4,}|[A-Z]{4,}|\b[a-z]{3}\b/g;
const SEPARATORS = /[-_.]/g;
const VOWEL = /[aeiouy]/gi;

/**
 * Whether a secret that a person chose is easy to guess: short, one of the names beside it, or made of words, runs and
 * repetitions. What looks random is not.
 * SECURITY: one bit about the value, never the value.
 * @param names what is publicly known beside it, such as its ClientType
 */
export const isWeakSecret = (secret: string, names: readonly string[]): boolean =>
  secret.length < SHORT || guessBits(surprises(secret, names)) < LEAST_BITS;

/** What is left of a value without what a guesser tries first. */
function surprises(secret: string, names: readonly string[]): string {
  let rest = secret;
  for (const name of names) if (name.length >= TELLING) rest = without(rest, name);
  const plain = rest.replace(KEYBOARD, '').replace(LETTERS, shortened).replace(SEPARATORS, '');
  return withoutRepeats(withoutRuns(plain.toLowerCase()));
}

/** Without the first place of a text, in any case. */
function without(text: string, part: string): string {
  const found = text.toLowerCase().indexOf(part.toLowerCase());
  return found < 0 ? text : text.slice(0, found) + text.slice(found + part.length);
}

/** A word is about as hard to guess as two characters. */
function shortened(letters: string): string {
  const vowels = (letters.match(VOWEL)?.length ?? 0) / letters.length;
  return vowels >= 0.2 && vowels <= 0.67 ? letters.slice(0, 2) : letters;
}

/** Without what repeats the character before it or counts on from it: `aaaa`, `1234`, `fedc`. */
function withoutRuns(text: string): string {
  let kept = text.charAt(0);
  for (let at = 1; at < text.length; at += 1)
    if (Math.abs(text.charCodeAt(at) - text.charCodeAt(at - 1)) > 1) kept += text.charAt(at);
  return kept;
}

/** Without every piece of three characters that stood there before. */
function withoutRepeats(text: string): string {
  const seen = new Set<string>();
  let kept = '';
  for (let at = 0; at < text.length; at += 1) {
    const piece = text.slice(at, at + 3);
    if (!seen.has(piece)) kept += text.charAt(at);
    seen.add(piece);
  }
  return kept;
}

/** Kinds of characters, and how many there are of each. */
const KINDS: readonly (readonly [RegExp, number])[] = [
  [/\d/, 10],
  [/[a-f]/, 6],
  [/[g-z]/, 20],
  [/[^a-z\d]/, 16],
];

/** As if each character were drawn from the kinds that occur. */
function guessBits(text: string): number {
  const alphabet = KINDS.reduce((sum, [kind, size]) => sum + (kind.test(text) ? size : 0), 0);
  return alphabet === 0 ? 0 : text.length * Math.log2(alphabet);
}
