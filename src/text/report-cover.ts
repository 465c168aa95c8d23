import { SEVERITIES } from '@core/domain/finding';
import { toInstant } from '@core/domain/instant';
import { FINDING_RULES, ruleCounts, type Policy } from '@core/domain/policy';
import { RULE_FACTS } from '@core/domain/finding';
import type { SignatureState } from '@core/domain/signature';
import { formatCount, formatFingerprint, formatMoment, listed, plural } from '@core/text/format';
import { escaped, isolated } from '@core/text/html';
import { shown } from '@core/text/report-charts';
import type { ReportFacts, ReportSource } from '@core/text/report-facts';

/** What is reported on, and what vouches for it. */
export function coverHtml(source: ReportSource, facts: ReportFacts): string {
  const rows = factsOf(source).map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${value}</dd>`);
  return `<header class="cover">
<h1>API key inventory report</h1>
<p class="soft">Made on ${escaped(formatMoment(toInstant(source.now)))} with Keydesk ${escaped(source.version)}. No secrets are in it.</p>
${source.inventory.signature.state === 'altered' ? ALTERED : ''}
<dl>${rows.join('\n')}</dl>
<ul class="tiles">${tilesOf(source, facts)}</ul>
</header>`;
}

const ALTERED =
  '<p class="warn"><strong>This inventory was altered after it was signed.</strong> What follows may not be what was exported.</p>';

function factsOf({ inventory, review, policy }: ReportSource): [string, string][] {
  const { fileName, sha256, exportedAt, exportedBy, signature, places } = inventory;
  const consoles = [...new Set(places.map(({ console }) => console.label))];
  const some = consoles.slice(0, 12).map(shown);
  const names = consoles.length > some.length ? [...some, `${consoles.length - some.length} more`] : some;
  const scope = `${plural(places.length, 'environment')} on ${plural(consoles.length, 'console')}: ${listed(names)}`;
  return [
    ['Inventory', isolated(shown(fileName))],
    ['SHA-256 of the file', `<code>${escaped(sha256)}</code>`],
    ['Exported', escaped(exportedAt === null ? 'the file does not say when' : formatMoment(exportedAt))],
    ['Exported by', exportedBy === null ? 'the file does not say by whom' : isolated(shown(exportedBy))],
    ['Signature', signatureHtml(signature)],
    ['Scope', isolated(places.length === 0 ? 'no environment' : scope)],
    ['Reviewed', reviewedHtml(review)],
    ['Policy', escaped(policyText(policy))],
  ];
}

function signatureHtml(signature: SignatureState): string {
  switch (signature.state) {
    case 'own':
      return `Signed by the Keydesk that made this report, and unchanged since. ${keyHtml(signature)}`;
    case 'trusted':
      return `Signed by ${isolated(signature.name)}, whose key is trusted here, and unchanged since. ${keyHtml(signature)}`;
    case 'unknown':
      return `Unchanged since it was signed, by a key that nobody here has compared: who signed it is not known. ${keyHtml(signature)}`;
    case 'altered':
      return '<strong>Altered: the file is not what was signed.</strong>';
    case 'unsigned':
      return 'Not signed: nothing tells whether it was changed.';
  }
}

const keyHtml = ({ fingerprint }: { fingerprint: string }): string =>
  `Fingerprint of the signing key: <code>${escaped(formatFingerprint(fingerprint))}</code>`;

function reviewedHtml(review: ReportSource['review']): string {
  if (review?.finished !== undefined)
    return `by ${isolated(shown(review.finished.by))}, finished ${escaped(formatMoment(review.finished.at))}`;
  const { entries = [] } = review ?? {};
  if (entries.length === 0) return 'not yet';
  const people = [...new Set(entries.map(({ by }) => by))].slice(0, 8).map(shown);
  return `not finished; up to now by ${isolated(listed(people))}`;
}

function policyText(policy: Policy): string {
  const off = FINDING_RULES.filter((rule) => !ruleCounts(policy, rule)).map((rule) => RULE_FACTS[rule].label);
  const limits = `A key may be valid for ${plural(policy.maxValidityDays, 'day')} and counts as unused after ${plural(policy.unusedDays, 'day')}.`;
  return off.length === 0 ? `${limits} All rules count.` : `${limits} Not counted: ${listed(off)}.`;
}

function tilesOf({ keys, review }: ReportSource, { open, waived }: ReportFacts): string {
  const decisions = review?.entries.filter(({ decision }) => decision !== null).length ?? 0;
  const tiles: [number, string][] = [
    [keys.length, 'keys'],
    ...SEVERITIES.map((severity): [number, string] => [open[severity], `${severity} findings`]),
    [waived.all, 'findings waived'],
    [decisions, 'keys decided'],
  ];
  return tiles.map(([count, what]) => `<li><b>${formatCount(count)}</b> ${escaped(what)}</li>`).join('');
}
