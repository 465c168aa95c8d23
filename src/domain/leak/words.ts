import type { Candidate } from '@core/domain/leak/candidate';
import { pieceOf, shapeOf } from '@core/domain/leak/shapes';

const LONGEST = 4_000;
const SHORTEST = 6;
const SHORTEST_PIECE = 4;
/** What ends a word of a log, a command or a program. */
const ENDS = /[\s"'`<>(){}[\],;|\\]+/;
/** What joins words: an address, an assignment, `sha256:`. */
const JOINTS = /[:=?&@#/]+/;

/** Every word of a text, and the parts of those that are put together. */
export function words(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const word of new Set(text.split(ENDS))) {
    if (word.length < SHORTEST_PIECE || word.length > LONGEST) continue;
    take(found, word);
    if (!JOINTS.test(word)) continue;
    for (const part of word.split(JOINTS)) take(found, part);
    // Base64 may hold two of these marks itself.
    for (const mark of [':', '=']) if (word.includes(mark)) take(found, word.slice(word.indexOf(mark) + 1));
  }
  return found;
}

function take(found: Candidate[], word: string): void {
  const piece = pieceOf(word);
  if (piece !== null) found.push({ kind: 'fragment', value: piece });
  else if (word.length >= SHORTEST) found.push({ kind: shapeOf(word), value: word });
}
