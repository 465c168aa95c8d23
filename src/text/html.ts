import { oneLine } from '@core/text/quoted';

/** SECURITY: the page runs nothing and loads nothing, whatever a name in it holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** What a page of its own is made of; `style` and `body` are markup. */
export interface HtmlPage {
  readonly title: string;
  readonly style: string;
  readonly body: string;
}

/** A page that needs nothing beside itself, for reading and printing. */
export const htmlPage = ({ title, style, body }: HtmlPage): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;

/** A table with a heading for each column; cells are texts. */
export const htmlTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    '<table>',
    `<thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    // A name may hold marks that turn text around; `bdi` keeps them inside the cell.
    ...rows.map((cells) => `<tr>${cells.map((cell) => `<td>${isolated(cell)}</td>`).join('')}</tr>`),
    '</tbody>',
    '</table>',
  ].join('\n');

/** A text whose direction touches nothing around it. */
export const isolated = (text: string): string => `<bdi>${escaped(text)}</bdi>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** SECURITY: on one line, and nothing in it is markup. */
export const escaped = (text: string): string =>
  oneLine(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '');
