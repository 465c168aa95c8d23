import { DECISIONS, type Decision, type ReviewEntry } from '@core/domain/review';
import { formatCount, formatDateTime } from '@core/text/format';
import { escaped, htmlTable } from '@core/text/html';
import { shown } from '@core/text/report-charts';
import type { Decided, ReportFacts, ReportSource } from '@core/text/report-facts';
import { moreHtml, whereText } from '@core/text/report-parts';

const WORDS: Readonly<Record<Decision, string>> = {
  keep: 'Keep',
  restrict: 'Restrict',
  replace: 'Replace',
  revoke: 'Revoke',
  ask: 'Ask the owner',
};

/** What was decided, counted and one by one. */
export function decisionsHtml({ review, keys }: ReportSource, { decided }: ReportFacts): string {
  if (review === null || decided.all === 0) return '<h2>Decisions</h2>\n<p>Nothing was decided yet.</p>';
  return `<h2>Decisions</h2>
${htmlTable(['Decision', 'Keys'], countRows(review.entries, keys.length))}
${htmlTable(['Key', 'Where', 'Decision', 'Notes', 'By', 'When'], decided.rows.map(rowOf))}
${moreHtml(decided, 'reviewed key')}
<p class="soft">${escaped('A decision is what was meant to be done. What was done is in the outcome of its plan.')}</p>`;
}

function countRows(entries: readonly ReviewEntry[], keys: number): string[][] {
  const count = (decision: Decision): number => entries.filter((entry) => entry.decision === decision).length;
  const rows = DECISIONS.map((decision): [string, number] => [WORDS[decision], count(decision)]);
  const decided = rows.reduce((sum, [, some]) => sum + some, 0);
  return [...rows, ['Not decided', keys - decided] as const].map(([word, some]) => [word, formatCount(some)]);
}

function rowOf({ key, place, entry }: Decided): string[] {
  const { decision, note, owner, purpose, contact, by, at } = entry;
  const notes = [
    ['', note],
    ['Owner: ', owner],
    ['Purpose: ', purpose],
    ['Contact: ', contact],
  ];
  return [
    shown(key.name),
    whereText(place),
    decision === null ? 'Not decided' : WORDS[decision],
    notes.flatMap(([label = '', text = '']) => (text === '' ? [] : [`${label}${text}`])).join(' · '),
    shown(by),
    formatDateTime(at),
  ];
}
