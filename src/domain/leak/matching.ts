import type { ApiKey } from '@core/domain/api-key';
import type { Candidate } from '@core/domain/leak/candidate';
import { asSha256, isMixed } from '@core/domain/leak/shapes';

/** A piece of a key counts from this length on; shorter ones fit too many keys. */
export const SHORTEST_PIECE = 8;
/** So few words can only have been meant as what is looked for. */
const FEW = 3;

/** What is looked for, made ready for many comparisons. */
export interface Wanted {
  readonly candidates: readonly Candidate[];
  readonly values: ReadonlySet<string>;
  /** SHA-256 that stood in the text, as lower-case hex. */
  readonly hashes: ReadonlySet<string>;
  /** Something is looked for that the last characters of a key say nothing about. */
  readonly anyEnd: boolean;
  /** Pieces of keys are looked for, which no fingerprint tells. */
  readonly pieces: boolean;
}

/** Why a key may be the one that was pasted. */
export interface Match {
  readonly verdict: 'exact' | 'probable';
  readonly why: string;
}

export function wantedFrom(candidates: readonly Candidate[]): Wanted {
  const hashes = candidates.flatMap(({ value }) => asSha256(value) ?? []);
  const pieces = candidates.filter(
    ({ kind, value }) =>
      value.length >= SHORTEST_PIECE &&
      (kind === 'fragment' || (kind === 'text' && candidates.length <= FEW)),
  );
  return {
    candidates,
    values: new Set(candidates.map(({ value }) => value)),
    hashes: new Set(hashes),
    anyEnd: hashes.length + pieces.length > 0,
    pieces: candidates.some(({ kind }) => kind === 'fragment'),
  };
}

/** Whether a text of a search could be a key, and not a word of a log that is in many texts. */
export const mayBeSecret = ({ kind, name, value }: Candidate): boolean =>
  kind !== 'text' || name !== undefined || isMixed(value);

const SAME = { verdict: 'exact', why: 'What was pasted is this key.' } as const;
const SAME_HASH = { verdict: 'exact', why: 'The hash that was pasted is the SHA-256 of this key.' } as const;

/** Compares a key's secret. @param sha256 of the secret, as lower-case hex */
export function matchSecret(secret: string, sha256: string, wanted: Wanted): Match | null {
  if (wanted.values.has(secret)) return SAME;
  if (wanted.hashes.has(sha256)) return SAME_HASH;
  for (const { kind, value } of wanted.candidates) {
    if (value.length >= secret.length) continue;
    const long = value.length >= SHORTEST_PIECE;
    if (long && secret.startsWith(value)) return probable('The key begins with what was pasted.');
    if ((long || kind === 'fragment') && secret.endsWith(value))
      return probable('The key ends in what was pasted.');
  }
  return null;
}

/** What Keydesk remembers of a secret: by itself, or by the hash that was pasted. */
export const matchRemembered = (byHash: boolean): Match => ({
  verdict: 'exact',
  why: byHash
    ? 'The hash that was pasted is that of a key whose fingerprint Keydesk left.'
    : 'Keydesk left a fingerprint of this very key when it issued, showed or read it.',
});

/** The fingerprint of a key in a saved inventory is that of what was pasted. */
export const matchSaved: Match = {
  verdict: 'exact',
  why: 'What was pasted is this key, by its fingerprint in the file.',
};

/** Compares everything but the secret. */
export function matchFacts(
  { id, name, hint }: Pick<ApiKey, 'id' | 'name' | 'hint'>,
  wanted: Wanted,
): Match | null {
  if (wanted.values.has(id)) return probable('The text names this key by its id.');
  if (wanted.values.has(name)) return probable('The text names a key of this name.');
  if (hint === undefined) return null;
  if (wanted.values.has(hint)) return probable(`The text holds what stands for this key, ${hint}.`);
  const end = endOf(hint);
  const hinted = wanted.candidates.some((each) => each.value.endsWith(end) && mayBeSecret(each));
  return hinted
    ? probable(`What was pasted ends in ${end}, as this key does; its secret was not compared.`)
    : null;
}

/** Whether a key with this hint can be one of those looked for; one without a hint always can. */
export function mayMatch(hint: string | undefined, { anyEnd, candidates }: Wanted): boolean {
  if (hint === undefined || anyEnd) return true;
  const end = endOf(hint);
  return candidates.some(({ value }) => value.endsWith(end));
}

/** A hint is the end of a secret, often behind dots that stand for the rest. */
const endOf = (hint: string): string => hint.slice(-HINT_LENGTH);
const HINT_LENGTH = 4;

const probable = (why: string): Match => ({ verdict: 'probable', why });
