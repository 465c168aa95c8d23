import type { IncidentView } from '@core/domain/incident';
import { formatMoment } from '@core/text/format';
import {
  KEY_STATES,
  lineWords,
  PROBE_TRACE,
  PROOF_RULE,
  proofWords,
  timeWords,
} from '@core/text/incident-words';
import { escaped, htmlPage, htmlTable } from '@core/text/html';

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#eee}code{font-size:.85em}.damaged{border:2px solid #b00020;padding:.5rem}
@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}`;

/** An incident as a page of its own, for reading and printing. */
export const incidentHtml = (view: IncidentView): string =>
  htmlPage({
    title: view.title,
    style: STYLE,
    body: `<h1>${escaped(view.title)}</h1>
${view.drill ? '<p><em>A drill on the practice console.</em></p>' : ''}
<p>Found: ${escaped(view.foundAt)}</p>
<h2>Times</h2>
${htmlTable(['What', 'When'], timeWords(view))}
<h2>Keys</h2>
${htmlTable(['Key', 'Where', 'Match', 'State', 'Trials'], keyRows(view))}
<p>${escaped(`${PROOF_RULE} ${PROBE_TRACE}`)}</p>
<h2>Record</h2>
${htmlTable(['#', 'When', 'By', 'What', 'Detail', 'Hash'], lineRows(view))}
${chainHtml(view)}`,
  });

const keyRows = ({ leaked }: IncidentView): string[][] =>
  leaked.map((key) => [
    key.name,
    `${key.environmentName}, ${key.consoleName}${key.production ? ' (production)' : ''}`,
    `${key.verdict}: ${key.why}`,
    [KEY_STATES[key.state], key.answer ?? ''].filter((text) => text !== '').join(': '),
    key.proof === null ? 'none' : proofWords(key.proof),
  ]);

const lineRows = (view: IncidentView): string[][] =>
  view.entries.map((entry) => {
    const { what, detail } = lineWords(entry, view);
    return [String(entry.seq + 1), formatMoment(entry.at), entry.by, what, detail, entry.hash.slice(0, 12)];
  });

const chainHtml = ({ chain, entries }: IncidentView): string =>
  chain.state === 'intact'
    ? `<p>Every line follows from the one before; the last hash is <code>${escaped(entries.at(-1)?.hash ?? '')}</code>.</p>`
    : `<p class="damaged"><strong>The record is damaged: line ${chain.line ?? 0} does not follow from the one before.</strong></p>`;
