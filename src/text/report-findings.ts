import { RULE_FACTS } from '@core/domain/finding';
import type { FindingRule } from '@core/domain/policy';
import { plural } from '@core/text/format';
import { escaped, htmlTable } from '@core/text/html';
import { shown } from '@core/text/report-charts';
import type { KeyFinding, ReportFacts } from '@core/text/report-facts';
import { moreHtml, whereText } from '@core/text/report-parts';

/** What was found, the weightiest first: what is said of several keys is said once. */
export function findingsHtml({ findings }: ReportFacts): string {
  if (findings.all === 0) return '<h2>Findings</h2>\n<p>No key breaks a rule that counts.</p>';
  return ['<h2>Findings</h2>', ...grouped(findings.rows).map(groupHtml), moreHtml(findings, 'finding')].join(
    '\n',
  );
}

/** Findings of one rule that have the same way out. */
function grouped(rows: readonly KeyFinding[]): KeyFinding[][] {
  const groups = new Map<string, KeyFinding[]>();
  for (const row of rows) {
    const { rule, enforcedBy, fix } = row.finding;
    const name = JSON.stringify([rule, enforcedBy, fix]);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return [...groups.values()].sort((a, b) => orderOf(a) - orderOf(b));
}

const RULES = Object.keys(RULE_FACTS);
const orderOf = ([first]: readonly KeyFinding[]): number => RULES.indexOf(first?.finding.rule ?? '');

function groupHtml(group: readonly KeyFinding[]): string {
  const [first] = group;
  if (first === undefined) return '';
  const { rule, severity, enforcedBy, fix } = first.finding;
  const rows = group.map(({ key, place, finding }) => [shown(key.name), whereText(place), finding.reason]);
  return `<section>
<h3>${escaped(RULE_FACTS[rule].label)} <span class="severity ${severity}">(${severity})</span>, ${plural(group.length, 'key')}</h3>
<p><strong>Who enforces it:</strong> ${escaped(enforcedBy)}</p>
<p><strong>What to do:</strong> ${escaped(fix)}</p>
${htmlTable(['Key', 'Where', 'Reason'], rows)}
</section>`;
}

/** What was found and accepted for a while. */
export function waivedHtml({ waived }: ReportFacts): string {
  if (waived.all === 0) return '';
  const rows = waived.rows.map(({ key, place, finding, waiver, by }) => [
    shown(key.name),
    whereText(place),
    labelOf(finding.rule),
    waiver.until,
    waiver.why,
    by,
  ]);
  return `<h2>Waived findings</h2>
<p>Accepted for a while, to the end of the last day named (UTC).</p>
${htmlTable(['Key', 'Where', 'Finding', 'Until', 'Why', 'By'], rows)}
${moreHtml(waived, 'waived finding')}`;
}

const labelOf = (rule: FindingRule): string => RULE_FACTS[rule].label;
