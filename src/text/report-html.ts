import { formatCount, formatMoment } from '@core/text/format';
import { escaped, htmlPage, htmlTable } from '@core/text/html';
import { toInstant } from '@core/domain/instant';
import { chartHtml, shown } from '@core/text/report-charts';
import { byAge, byExpiry, byRole, byStatus } from '@core/text/report-counts';
import { coverHtml } from '@core/text/report-cover';
import { decisionsHtml } from '@core/text/report-decisions';
import { MOST_REPORT_ROWS, reportFacts, type ReportSource } from '@core/text/report-facts';
import { findingsHtml, waivedHtml } from '@core/text/report-findings';
import { moreHtml } from '@core/text/report-parts';
import { REPORT_STYLE } from '@core/text/report-style';

/**
 * A report about an inventory as a page of its own, for reading, printing and keeping: where its keys are, how they
 * stand, what was found and what was decided. Never a secret and never a fingerprint of one.
 */
export function reportHtml(source: ReportSource): string {
  const facts = reportFacts(source);
  const body = [
    coverHtml(source, facts),
    scopeHtml(source),
    '<h2>Keys in numbers</h2>',
    `<p class="soft">As of ${escaped(formatMoment(toInstant(source.now)))}.</p>`,
    ...chartsOf(source).map(chartHtml),
    findingsHtml(facts),
    waivedHtml(facts),
    decisionsHtml(source, facts),
  ];
  return htmlPage({
    title: `Report on ${source.inventory.fileName}`,
    style: REPORT_STYLE,
    body: body.join('\n'),
  });
}

const chartsOf = ({ keys, now }: ReportSource) => [
  {
    id: 'status',
    title: 'By status',
    says: 'How many keys work, are about to end, or are over.',
    heading: 'Status',
    counts: byStatus(keys, now),
  },
  {
    id: 'age',
    title: 'By age',
    says: 'How long ago keys were created.',
    heading: 'Age',
    counts: byAge(keys, now),
  },
  { id: 'role', title: 'By role', says: 'Which roles keys have.', heading: 'Role', counts: byRole(keys) },
  {
    id: 'expiry',
    title: 'Expiry calendar',
    says: 'When keys end, by month in UTC. Revoked keys are left out.',
    heading: 'Ends',
    counts: byExpiry(keys, now),
  },
];

function scopeHtml({ inventory: { places }, keys }: ReportSource): string {
  const counts = new Array<number>(places.length).fill(0);
  for (const { place } of keys) counts[place] = (counts[place] ?? 0) + 1;
  const rows = places
    .slice(0, MOST_REPORT_ROWS)
    .map(({ console, environment, asOf, stale }, at) => [
      `${shown(environment.name)}${environment.production ? ' (production)' : ''}`,
      shown(environment.parent ?? ''),
      shown(console.label),
      shown(console.origin),
      `${formatMoment(asOf)}${stale === true ? ', last known: it could not be read' : ''}`,
      formatCount(counts[at] ?? 0),
    ]);
  return `<h2>Scope</h2>
${htmlTable(['Environment', 'Part of', 'Console', 'Address', 'As of', 'Keys'], rows)}
${moreHtml({ rows, all: places.length }, 'environment')}`;
}
