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
import { oneLine } from '@core/text/quoted';

/** An incident as Markdown. Names come from consoles and from people: they stay text, whatever they hold. */
export function incidentMarkdown(view: IncidentView): string {
  return [
    `# ${inert(view.title)}`,
    view.drill ? '_A drill on the practice console._' : null,
    `Found: ${inert(view.foundAt)}`,
    heading(
      'Times',
      timeWords(view).map(([name, at]) => `- ${name}: ${inert(at)}`),
    ),
    heading('Keys', keyRows(view)),
    `${PROOF_RULE} ${PROBE_TRACE}`,
    heading('Record', lineRows(view)),
    chainText(view),
  ]
    .filter((part) => part !== null)
    .join('\n\n')
    .concat('\n');
}

const heading = (title: string, lines: readonly string[]): string => `## ${title}\n\n${lines.join('\n')}`;

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function keyRows({ leaked }: IncidentView): string[] {
  const head = [row('Key', 'Where', 'Match', 'State', 'Trials'), row('---', '---', '---', '---', '---')];
  const rows = leaked.map((key) =>
    row(
      inert(key.name),
      inert(`${key.environmentName}, ${key.consoleName}${key.production ? ' (production)' : ''}`),
      inert(`${key.verdict}: ${key.why}`),
      inert([KEY_STATES[key.state], key.answer ?? ''].filter((text) => text !== '').join(': ')),
      inert(key.proof === null ? 'none' : proofWords(key.proof)),
    ),
  );
  return leaked.length === 0 ? ['No key was found.'] : [...head, ...rows];
}

function lineRows(view: IncidentView): string[] {
  const head = [
    row('#', 'When', 'By', 'What', 'Detail', 'Hash'),
    row('---', '---', '---', '---', '---', '---'),
  ];
  const rows = view.entries.map((entry) => {
    const { what, detail } = lineWords(entry, view);
    const place = String(entry.seq + 1);
    return row(
      place,
      formatMoment(entry.at),
      inert(entry.by),
      inert(what),
      inert(detail),
      entry.hash.slice(0, 12),
    );
  });
  return [...head, ...rows];
}

const chainText = ({ chain, entries }: IncidentView): string =>
  chain.state === 'intact'
    ? `Every line follows from the one before; the last hash is ${entries.at(-1)?.hash ?? ''}.`
    : `**The record is damaged: line ${chain.line ?? 0} does not follow from the one before.**`;

/** SECURITY: on one line, and with every mark that Markdown or HTML gives a meaning to made a plain character. */
const inert = (text: string): string =>
  oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#+\-.!|~:/@=]/g, (mark) => `&#${mark.charCodeAt(0)};`);
