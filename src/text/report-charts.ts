import { formatCount } from '@core/text/format';
import { escaped, htmlTable } from '@core/text/html';
import { oneLine } from '@core/text/quoted';
import type { Count } from '@core/text/report-counts';

/** A chart with what it counts. */
export interface Chart {
  /** Used once in a page; letters only. */
  readonly id: string;
  readonly title: string;
  /** What the bars stand for, in a sentence. */
  readonly says: string;
  /** The heading over the labels. */
  readonly heading: string;
  readonly counts: readonly Count[];
}

const ROW = 22;
const LABELS = 150;
const BARS = 270;
const WIDTH = 480;
const LONGEST_LABEL = 24;

/** Bars as inline SVG, described in words, and beside them the same numbers as a table. */
export const chartHtml = ({ id, title, says, heading, counts }: Chart): string => {
  const rows = counts.map(({ label, count }) => [shown(label), formatCount(count)]);
  return `<section class="chart" aria-labelledby="${id}">
<h3 id="${id}">${escaped(title)}</h3>
<p>${escaped(says)}</p>
<div class="sides">
${bars(id, { title, says, counts })}
${htmlTable([heading, 'Keys'], rows)}
</div>
</section>`;
};

function bars(id: string, { title, says, counts }: Pick<Chart, 'title' | 'says' | 'counts'>): string {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const height = counts.length * ROW;
  return `<svg role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${WIDTH} ${height}">
<title id="${id}-title">${escaped(title)}</title>
<desc id="${id}-desc">${escaped(`${says} The numbers are in the table beside it.`)}</desc>
${counts.map((each, at) => bar(each, at, most)).join('\n')}
</svg>`;
}

function bar({ label, count }: Count, at: number, most: number): string {
  const top = at * ROW;
  const width = count === 0 ? 0 : Math.max(1, Math.round((count / most) * BARS));
  const base = top + 15;
  return (
    `<text x="${LABELS - 8}" y="${base}" text-anchor="end">${escaped(cut(label, LONGEST_LABEL))}</text>` +
    `<rect x="${LABELS}" y="${top + 4}" width="${width}" height="${ROW - 8}" rx="2"/>` +
    `<text x="${LABELS + width + 6}" y="${base}" class="number">${formatCount(count)}</text>`
  );
}

/** A text that is no longer than this; whole characters, so that nothing is torn. */
export function cut(text: string, most: number): string {
  const characters = Array.from(oneLine(text).slice(0, most * 2));
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}

/** Long enough for any honest name. */
const LONGEST_TEXT = 300;

/** A text of a file as a report has it. */
export const shown = (text: string): string => cut(text, LONGEST_TEXT);
