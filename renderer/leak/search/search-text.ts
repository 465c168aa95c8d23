import type { CandidateKind, CandidateView } from '@core/domain/leak/candidate';
import type { PlaceVerdict, SearchReport, SearchRow } from '@core/domain/leak/search';
import { listed, plural } from '@core/text/format';

const KINDS: Readonly<Record<CandidateKind, [one: string, many: string]>> = {
  text: ['text that may be a key', 'texts that may be keys'],
  header: ['header line', 'header lines'],
  cookie: ['cookie', 'cookies'],
  json: ['JSON value', 'JSON values'],
  variable: ['variable', 'variables'],
  url: ['address with a value in it', 'addresses with values in them'],
  jwt: ['JWT', 'JWTs'],
  uuid: ['id (UUID)', 'ids (UUID)'],
  'hash-hex': ['hash in hex', 'hashes in hex'],
  'hash-base64': ['hash in base64', 'hashes in base64'],
  fragment: ['fragment', 'fragments'],
};

/** What is looked for, by kind: "a header line (api-key), 2 ids (UUID) and a fragment". */
export function candidatesText(candidates: readonly CandidateView[]): string {
  const kinds = [...new Set(candidates.map(({ kind }) => kind))];
  return listed(
    kinds.map((kind) => {
      const those = candidates.filter((candidate) => candidate.kind === kind);
      const names = [...new Set(those.flatMap(({ name }) => (name === undefined ? [] : [name])))];
      const [one, many] = KINDS[kind];
      const text = those.length === 1 ? `1 ${one}` : plural(those.length, one, many);
      return names.length === 0 ? text : `${text} (${names.join(', ')})`;
    }),
  );
}

const UNDER_WAY: readonly PlaceVerdict[] = ['waiting', 'searching'];

/** How many environments have their verdict. */
export const searchedCount = (rows: readonly SearchRow[]): number =>
  rows.filter(({ verdict }) => !UNDER_WAY.includes(verdict)).length;

/** The result in one sentence, which promises no more than was compared. */
export function resultText({ rows, state }: SearchReport): string {
  const keys = rows.flatMap((row) => row.keys);
  const exact = keys.filter(({ verdict }) => verdict === 'exact').length;
  const probable = keys.length - exact;
  if (keys.length > 0) return foundText(exact, probable);
  if (state === 'cancelled') return 'Cancelled. Nothing was found up to there.';
  const gaps = rows.filter(({ verdict }) => verdict !== 'none').length;
  return gaps === 0 ? 'Not found in any environment.' : 'Not found in what could be searched.';
}

function foundText(exact: number, probable: number): string {
  if (exact === 0)
    return probable === 1 ? 'Not sure: one key may be it.' : `Not sure: ${probable} keys may be it.`;
  const sure = exact === 1 ? 'Found: one key' : `Found: ${exact} keys with this secret`;
  if (probable === 0) return `${sure}.`;
  return `${sure}, and ${probable === 1 ? 'one more that may be it' : `${probable} more that may be it`}.`;
}

/** What the verdicts that found nothing are called as a group, and what they mean. */
export const GROUPS: readonly {
  readonly verdict: PlaceVerdict;
  readonly title: string;
  readonly note: string;
}[] = [
  { verdict: 'failed', title: 'Could not be searched now', note: 'Treat them as not searched.' },
  {
    verdict: 'not-searchable',
    title: 'Cannot be searched here',
    note: 'Keydesk could not compare anything there. Look at the console itself.',
  },
  { verdict: 'partly', title: 'Not found, as far as it could be compared', note: '' },
  { verdict: 'cancelled', title: 'Not searched', note: 'The search was cancelled before.' },
  { verdict: 'none', title: 'Not found', note: 'Every key there was compared.' },
];
