import type { ApiKey } from '@core/domain/api-key';
import type { KeyDifference } from '@core/domain/comparison';
import type { ComparedFact } from '@core/domain/comparison-changes';
import type { InventoryKey, InventoryPlace } from '@core/domain/inventory';
import type { KeyFact } from '@core/domain/vendor';
import { CHANGE_WORDS } from '@core/text/comparison-words';
import { formatMoment, NO_VALUE } from '@core/text/format';
import type { ReadComparison } from '@renderer/api/comparisons';
import { fullFact, KEY_FACTS } from '@renderer/shared/key-facts';

/** A difference in the table, with where its key lives. */
export interface CompareRow extends KeyDifference {
  readonly id: string;
  readonly where: InventoryPlace;
}

/** The rows of a comparison. */
export function compareRows({ view, rows }: ReadComparison): CompareRow[] {
  return rows.flatMap((row, at) => {
    const where = view.places[row.place]?.newer;
    return where === undefined ? [] : [{ ...row, id: String(at), where }];
  });
}

/** What a key is called now, or was. */
export const nameOf = ({ before, after }: KeyDifference): string => (after ?? before)?.name ?? '';

/** Everything that became of a key. */
export const changesText = ({ changes }: KeyDifference): string =>
  changes.map((kind) => CHANGE_WORDS[kind]).join(', ');

type Fact = Exclude<ComparedFact, 'revokedAt'>;

/** A fact on both sides, empty where there is no key. @param now epoch milliseconds */
export function bothSides(
  row: CompareRow,
  fact: Fact,
  now: number,
): readonly [before: string, after: string] {
  const said = (key: InventoryKey | null): string => (key === null ? '' : textOf(key, row, fact, now));
  return [said(row.before), said(row.after)];
}

const textOf = (key: InventoryKey, { where }: CompareRow, fact: Fact, now: number): string =>
  KEY_FACTS[fact].text(asKey(key, where), now);

const asKey = (key: InventoryKey, { console, environment }: InventoryPlace): ApiKey => ({
  ...key,
  consoleId: console.id,
  environmentId: environment.id,
});

/** One line of the details: what a fact is called, what it was and what it is. */
export interface FactLine {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly differs: boolean;
}

const LINES: readonly KeyFact[] = [
  'name',
  'description',
  'type',
  'role',
  'active',
  'expiresAt',
  'allowedHosts',
  'createdAt',
  'createdBy',
  'lastUsedAt',
  'lastUsedIp',
  'hint',
  'deployed',
  'usedBy',
];

/** All that is known of a key on both sides; facts that neither side has are left out. @param now epoch milliseconds */
export function factLines({ before, after, facts, where }: CompareRow, now: number): FactLine[] {
  const full = (key: InventoryKey | null, fact: KeyFact): string =>
    key === null ? NO_VALUE : fullFact(fact, asKey(key, where), now);
  const lines = LINES.map((fact) => ({
    name: KEY_FACTS[fact].label,
    before: full(before, fact),
    after: full(after, fact),
    differs: facts.some((each) => each === fact),
  }));
  const codes = [
    { name: 'Identifier', before: before?.id ?? NO_VALUE, after: after?.id ?? NO_VALUE, differs: false },
    {
      name: 'Revoked',
      before: momentText(before?.revokedAt),
      after: momentText(after?.revokedAt),
      differs: facts.includes('revokedAt'),
    },
  ];
  return [...lines, ...codes].filter((line) => line.before !== NO_VALUE || line.after !== NO_VALUE);
}

const momentText = (at: string | undefined): string => (at === undefined ? NO_VALUE : formatMoment(at));
