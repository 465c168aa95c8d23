import { CandidateKind, MOST_CANDIDATES, MOST_TEXT, type Candidate } from '@core/domain/leak/candidate';
import { members } from '@core/domain/leak/members';
import { pairs } from '@core/domain/leak/pairs';
import { isMixed, pieceOf, shapeOf } from '@core/domain/leak/shapes';
import { words } from '@core/domain/leak/words';

/** What was found in a pasted text, the most telling first. */
export interface Extraction {
  readonly candidates: readonly Candidate[];
  /** The text was longer, or held more candidates, than is looked for. */
  readonly truncated: boolean;
}

const SHORTEST = 4;
const LONGEST_WHOLE = 4_000;

/** Takes everything out of a pasted text that may be a key, a part, a hash or the name of one. Linear in its length. */
export function extract(pasted: string): Extraction {
  const text = pasted.slice(0, MOST_TEXT);
  const found = new Map<string, Ranked>();
  for (const source of [whole(text), members(text), pairs(text), words(text)])
    for (const candidate of source) {
      take(found, candidate);
      if (candidate.value.includes('%')) take(found, decoded(candidate));
    }
  const ranked = [...found.values()].sort((a, b) => a.worth - b.worth);
  return {
    candidates: ranked.slice(0, MOST_CANDIDATES).map(({ candidate }) => candidate),
    truncated: pasted.length > MOST_TEXT || ranked.length > MOST_CANDIDATES,
  };
}

/** A text of one line is also looked for as it is: a key may hold any character, and names have blanks. */
function* whole(text: string): Generator<Candidate> {
  const value = text.trim();
  if (value.length > LONGEST_WHOLE || /[\r\n]/.test(value)) return;
  const piece = pieceOf(value);
  yield piece === null ? { kind: shapeOf(value), value } : { kind: 'fragment', value: piece };
}

/** What was encoded for an address or a cookie. */
function decoded(candidate: Candidate): Candidate {
  try {
    return { ...candidate, value: decodeURIComponent(candidate.value) };
  } catch {
    return candidate;
  }
}

interface Ranked {
  readonly candidate: Candidate;
  /** Less is better. */
  readonly worth: number;
}

function take(found: Map<string, Ranked>, candidate: Candidate): void {
  if (candidate.value.length < SHORTEST) return;
  const worth = worthOf(candidate);
  const former = found.get(candidate.value);
  if (former === undefined || worth < former.worth) found.set(candidate.value, { candidate, worth });
}

/** Words that are no more than that come last. */
function worthOf({ kind, name, value }: Candidate): number {
  const unlikely = kind === 'text' && !isMixed(value) ? 1 : 0;
  return 2 * CandidateKind.options.indexOf(kind) - (name === undefined ? 0 : 1) + 2 * unlikely;
}
