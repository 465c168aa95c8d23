import { AppError } from '@core/domain/app-error';
import type { SnippetId } from '@core/domain/usage';
import type { KeyUse, UseWay } from '@core/domain/vendor';
import { codeQuoted, cookieValue, oneLine, shellQuoted } from '@core/text/quoted';

/** What a snippet is written with. */
export interface UsageFacts {
  readonly use: KeyUse;
  /** Empty puts a placeholder in its place. */
  readonly endpoint: string;
  /** Null puts a placeholder in its place. */
  readonly secret: string | null;
  /** What a Postman environment is called. */
  readonly name?: string;
}

/** A kind of snippet, with the ways (by their place in `use.ways`) that it can show. */
export interface SnippetChoice {
  readonly id: SnippetId;
  readonly label: string;
  readonly ways: readonly number[];
}

/** What stands for a secret that is not shown. */
export const SECRET_PLACEHOLDER = 'YOUR_API_KEY';
/** What stands for an endpoint that nobody told. */
export const ENDPOINT_PLACEHOLDER = 'https://YOUR_ENDPOINT';

/** A call with a key: everything a writer needs. */
interface Call {
  readonly name: string;
  readonly endpoint: string;
  readonly url: string;
  readonly secret: string;
  /** The header that carries the key, and what it says. */
  readonly header: string;
  readonly value: string;
}

const WRITERS: Readonly<Record<Exclude<SnippetId, 'code'>, (call: Call) => string>> = {
  curl: ({ header, value, url }) =>
    // The address has a name of its own: one that starts with a dash would be taken for an option.
    `curl --header ${shellQuoted(`${header}: ${value}`)} --url ${shellQuoted(url)}\n`,
  node: ({ header, value, url }) =>
    [
      `const response = await fetch(${codeQuoted(url)}, {`,
      `  headers: { ${codeQuoted(header)}: ${codeQuoted(value)} },`,
      '});',
      'console.log(response.status, await response.text());',
      '',
    ].join('\n'),
  python: ({ header, value, url }) =>
    [
      'import requests',
      '',
      'response = requests.get(',
      `    ${codeQuoted(url)},`,
      `    headers={${codeQuoted(header)}: ${codeQuoted(value)}},`,
      '    timeout=30,',
      ')',
      'print(response.status_code, response.text)',
      '',
    ].join('\n'),
  postman: (call) => `${JSON.stringify(postmanEnvironment(call), null, 2)}\n`,
  env: ({ endpoint, secret }) => `API_ENDPOINT=${shellQuoted(endpoint)}\nAPI_KEY=${shellQuoted(secret)}\n`,
};

const LABELS: Readonly<Record<Exclude<SnippetId, 'code'>, string>> = {
  curl: 'curl',
  node: 'Node.js',
  python: 'Python',
  postman: 'Postman environment',
  env: '.env file',
};

/** The kinds of snippets there are for a key, each with the ways of sending it that it can show. */
export function snippetsFor({ ways }: KeyUse): SnippetChoice[] {
  const places = [...ways.keys()];
  const sent = places.filter((place) => ways[place]?.kind !== 'code');
  const codes = ways.flatMap(({ kind, label }, place) =>
    kind === 'code' ? [{ id: 'code' as const, label, ways: [place] }] : [],
  );
  const ids = Object.keys(LABELS) as (keyof typeof LABELS)[];
  return [...ids.map((id) => ({ id, label: LABELS[id], ways: sent })), ...codes];
}

/**
 * A text that uses a key: of one kind, sending the key in one of the vendor's ways (by its place in `use.ways`).
 * Whatever endpoint and secret hold stays a value in it. Throws `invalid-input` where kind and way do not go together.
 */
export function usageSnippet(snippet: SnippetId, way: number, facts: UsageFacts): string {
  const chosen = facts.use.ways[way];
  if (chosen === undefined || (snippet === 'code') !== (chosen.kind === 'code')) throw noSuchSnippet();
  const endpoint = oneLine(facts.endpoint).replace(/\/+$/, '') || ENDPOINT_PLACEHOLDER;
  const secret = oneLine(facts.secret ?? SECRET_PLACEHOLDER);
  if (chosen.kind === 'code') return filled(chosen.template, endpoint, secret);
  // The compiler does not follow that a kind other than code is left.
  const write = WRITERS[snippet as keyof typeof WRITERS];
  const name = facts.name ?? endpoint;
  return write({ name, endpoint, secret, url: endpoint + facts.use.probePath, ...carried(chosen, secret) });
}

function carried(way: Exclude<UseWay, { kind: 'code' }>, secret: string): Pick<Call, 'header' | 'value'> {
  return way.kind === 'cookie'
    ? { header: 'Cookie', value: `${way.name}=${cookieValue(secret)}` }
    : { header: way.name, value: `${way.prefix ?? ''}${secret}` };
}

/** In one go, so that nothing in a secret counts as a part of the template. */
function filled(template: string, endpoint: string, secret: string): string {
  const host = URL.canParse(endpoint) ? new URL(endpoint).host : endpoint;
  const values: Record<string, string> = { endpoint, host, key: secret };
  const text = (name: string): string => codeQuoted(values[name] ?? '').slice(1, -1);
  return `${template.replace(/\{(endpoint|host|key)\}/g, (_place, name: string) => text(name))}\n`;
}

/** https://learning.postman.com/docs/sending-requests/variables/managing-environments/ */
function postmanEnvironment({ name, endpoint, header, value }: Call): object {
  return {
    name: oneLine(name),
    values: [
      { key: 'endpoint', value: endpoint, type: 'default', enabled: true },
      { key: 'header', value: header, type: 'default', enabled: true },
      { key: 'apiKey', value, type: 'secret', enabled: true },
    ],
    _postman_variable_scope: 'environment',
  };
}

const noSuchSnippet = (): AppError =>
  new AppError('invalid-input', 'There is no such example for this key. Choose another one.');
