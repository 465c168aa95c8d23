import { findingsOf, RULE_FACTS, SEVERITIES, type Severity } from '@core/domain/finding';
import { rulesIn, rulesOf, type FindingContext } from '@core/domain/policy';
import type { Column, RowFilter } from '@renderer/table/column';
import type { KeyRow } from './key-row';

const SEVERITY_LABELS: Readonly<Record<Severity, string>> = { high: 'High', medium: 'Medium', low: 'Low' };

/** How many rules a key breaks, and the worst of them; sentences only where somebody looks closer. */
export const findingColumn = (context: FindingContext): Column<KeyRow> => ({
  id: 'findings',
  label: 'Findings',
  explanation: 'How many rules of the policy a key breaks, and how grave the worst is.',
  width: 106,
  text: ({ key, place }) => summary(rulesOf(key, place, context)),
  order: ({ key, place }) => gravity(rulesOf(key, place, context)),
  cell: ({ key, place }) => {
    const mask = rulesOf(key, place, context);
    const worst = worstOf(mask);
    return worst === null ? null : <span className={`key-finding ${worst}`}>{summary(mask)}</span>;
  },
  tip: ({ key, place }) =>
    findingsOf(key, place, context)
      .map(({ reason }) => reason)
      .join(' '),
});

/** The columns of a key table with its findings, beside the status. */
export function withFindings(columns: readonly Column<KeyRow>[], context: FindingContext): Column<KeyRow>[] {
  const at = columns.findIndex(({ id }) => id === 'status') + 1 || columns.length;
  return [...columns.slice(0, at), findingColumn(context), ...columns.slice(at)];
}

/** The chip that leaves only keys that break a rule. */
export const findingFilter = (context: FindingContext): RowFilter<KeyRow> => ({
  id: 'findings',
  label: 'Findings',
  group: 'findings',
  matches: ({ key, place }) => rulesOf(key, place, context) !== 0,
});

function worstOf(mask: number): Severity | null {
  // Rules stand in the order of their weight.
  const [worst] = rulesIn(mask);
  return worst === undefined ? null : RULE_FACTS[worst].severity;
}

function summary(mask: number): string {
  const worst = worstOf(mask);
  return worst === null ? '' : `${rulesIn(mask).length} · ${SEVERITY_LABELS[worst]}`;
}

/** Ascending begins with the gravest; of equal ones, with the most. */
function gravity(mask: number): number {
  const worst = worstOf(mask);
  return worst === null ? NaN : SEVERITIES.indexOf(worst) * 32 - rulesIn(mask).length;
}
