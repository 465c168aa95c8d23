import type { DownloadFormat } from '@core/domain/download';
import type { KeyUse } from '@core/domain/vendor';

/** What a saved secret is written with. */
export interface DownloadFacts {
  readonly secret: string;
  readonly label: string;
  readonly environment: string;
  readonly endpoint: string;
  readonly use: KeyUse;
}

const EXTENSIONS: Readonly<Record<DownloadFormat, string>> = {
  text: 'txt',
  env: 'env',
  json: 'json',
  postman: 'postman_environment.json',
  curl: 'sh',
};

const WRITERS: Readonly<Record<DownloadFormat, (facts: DownloadFacts) => string>> = {
  text: ({ secret, label, environment, endpoint, use }) =>
    `${oneLine(label)}\nEnvironment: ${oneLine(environment)}\nEndpoint: ${endpoint}\nHeader: ${use.header}\nKey: ${secret}\n`,
  env: ({ secret, label, endpoint }) =>
    `# ${oneLine(label)}\nAPI_ENDPOINT=${quoted(endpoint)}\nAPI_KEY=${quoted(secret)}\n`,
  json: ({ secret, label, environment, endpoint, use }) =>
    `${JSON.stringify({ name: label, environment, endpoint, header: use.header, key: secret }, null, 2)}\n`,
  postman: (facts) => `${JSON.stringify(postmanEnvironment(facts), null, 2)}\n`,
  curl: ({ secret, label, endpoint, use }) =>
    `# ${oneLine(label)}\ncurl --header ${quoted(`${use.header}: ${secret}`)} ${quoted(`${endpoint}${use.probePath}`)}\n`,
};

/** The content of a saved secret in the chosen form; texts from the console cannot break out of their line. */
export const downloadText = (format: DownloadFormat, facts: DownloadFacts): string => WRITERS[format](facts);

/** A Postman environment: https://learning.postman.com/docs/sending-requests/variables/managing-environments/ */
function postmanEnvironment({ secret, label, environment, endpoint, use }: DownloadFacts): object {
  return {
    name: `${environment}: ${label}`,
    values: [
      { key: 'endpoint', value: endpoint, type: 'default', enabled: true },
      { key: 'header', value: use.header, type: 'default', enabled: true },
      { key: 'apiKey', value: secret, type: 'secret', enabled: true },
    ],
    _postman_variable_scope: 'environment',
  };
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** In single quotes for a POSIX shell and for .env readers. */
const quoted = (text: string): string => `'${oneLine(text).replaceAll("'", `'\\''`)}'`;

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const MOST_BYTES = 100;

/** A file name that is valid and harmless on every system, from a name somebody else may have chosen. */
export function downloadName(label: string, keyId: string, format: DownloadFormat): string {
  const ending = `-${clean(keyId).slice(0, 12)}.${EXTENSIONS[format]}`;
  const stem = clean(label) || 'api-key';
  return `${cutToBytes(RESERVED.test(stem) ? `key-${stem}` : stem, MOST_BYTES - ending.length)}${ending}`;
}

/** Letters, digits, blanks and dashes only: no path, no hidden file, no invisible or turning mark. */
const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} _-]+/gu, '-')
    .replace(/[\s-]+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '');

function cutToBytes(text: string, most: number): string {
  const encoder = new TextEncoder();
  let cut = '';
  let bytes = 0;
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > most) break;
    cut += character;
  }
  return cut;
}
