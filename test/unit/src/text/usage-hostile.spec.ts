import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { usageSnippet, type UsageFacts } from '@core/text/usage';
import { hostile } from './hostile-text';
import { ALL_WAYS, facts, SECRET } from './usage-facts';

const hostileFacts = fc.record({ use: fc.constant(ALL_WAYS), endpoint: hostile, secret: hostile });
const samples = fc.sample(hostileFacts, 200);
const shown = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
const placed = (endpoint: string): string => shown(endpoint).replace(/\/+$/, '') || 'https://YOUR_ENDPOINT';
/** Half a surrogate pair cannot be sent; it becomes a replacement character. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');
const has = (command: string): boolean => spawnSync(command, ['--version']).status === 0;

/** What a call has to say, by the ways of `ALL_WAYS`. */
const wanted = ({ endpoint, secret }: UsageFacts): [string, string, string][] => [
  [`${placed(endpoint)}/rest/$catalog`, 'api-key', shown(secret ?? '')],
  [`${placed(endpoint)}/rest/$catalog`, 'Authorization', `X-API-KEY ${shown(secret ?? '')}`.trim()],
];

describe('texts that somebody else chose', () => {
  it('stay values in a shell, which runs nothing of them', () => {
    const say = 'curl() { printf \'%s\\0\' "$@"; }\n';
    const scripts = samples.flatMap((given) => [0, 1].map((way) => usageSnippet('curl', way, given)));
    const output = execFileSync('bash', {
      input: say + scripts.join(''),
      env: { PATH: process.env['PATH'] },
    });
    const expected = samples
      .flatMap(wanted)
      .flatMap(([url, name, value]) => ['--header', shown(`${name}: ${value}`), '--url', url]);
    expect(output.toString('utf8').split('\0').slice(0, -1)).toEqual(expected.map(wellFormed));
  });

  it('stay values in Node.js', () => {
    const say = `const told = []; globalThis.fetch = async (url, { headers }) => {
      told.push([url, ...Object.entries(headers)[0]]); return { status: 0, text: async () => '' }; };
      const print = console.log; console.log = () => {};\n`;
    const blocks = samples.flatMap((given) =>
      [0, 1].map((way) => `{\n${usageSnippet('node', way, given)}}\n`),
    );
    const script = `${say}${blocks.join('')}print(JSON.stringify(told));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-'], { input: script });
    expect(calls(output)).toEqual(samples.flatMap(wanted));
  });

  it.skipIf(!has('python3'))('stay values in Python', () => {
    const say = `import json, sys, types
told = []
class Response: status_code, text = 0, ""
def get(url, headers, timeout):
    told.append([url, *list(headers.items())[0]])
    return Response
sys.modules["requests"] = types.SimpleNamespace(get=get)
say, print = print, lambda *texts: None
`;
    const blocks = samples.flatMap((given) => [0, 1].map((way) => usageSnippet('python', way, given)));
    const script = `${say}${blocks.join('')}say(json.dumps(told))\n`;
    expect(calls(execFileSync('python3', ['-'], { input: script }))).toEqual(samples.flatMap(wanted));
  });

  it('stay one value in a cookie', () => {
    fc.assert(
      fc.property(hostileFacts, (given) => {
        const { values } = JSON.parse(usageSnippet('postman', 2, given)) as { values: { value: string }[] };
        const cookie = values[2]?.value ?? '';
        expect(cookie).toMatch(/^mia_client_key=[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/);
        const back = decodeURIComponent(cookie.slice('mia_client_key='.length));
        if (!given.secret.includes('%')) expect(back).toBe(wellFormed(shown(given.secret)));
      }),
    );
  });

  it('stay strings in the words of the vendor', () => {
    fc.assert(
      fc.property(hostileFacts, (given) => {
        const text = usageSnippet('code', 3, given);
        const [, members = ''] = /^open\((.*)\)\n$/.exec(text) ?? [];
        expect(JSON.parse(members)).toMatchObject({ at: placed(given.endpoint), k: shown(given.secret) });
      }),
    );
  });

  it('never hide or turn the text around them', () => {
    for (const id of ['node', 'python'] as const)
      expect(usageSnippet(id, 0, facts({ secret: 'a\u202eb\u200bc' }))).toContain('"a\\u202eb\\u200bc"');
  });
});

const calls = (output: Buffer): unknown => JSON.parse(output.toString('utf8'));

describe('over the wire', () => {
  const run = promisify(execFile);
  const modules = has('python3') && spawnSync('python3', ['-c', 'import requests']).status === 0;

  it.each([
    ['curl', 'bash', ['-c'], has('curl')],
    ['node', process.execPath, ['--input-type=module', '-e'], true],
    ['python', 'python3', ['-c'], modules],
  ] as const)('%s sends the key in every way', async (id, command, args, here) => {
    if (!here) return;
    const seen: IncomingHttpHeaders[] = [];
    const server = createServer(({ headers }, response) => {
      seen.push(headers);
      response.end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const way of [0, 1, 2])
      await run(command, [...args, usageSnippet(id, way, { use: ALL_WAYS, endpoint, secret: SECRET })]);
    expect(seen[0]).toHaveProperty('api-key', SECRET);
    expect(seen[1]).toHaveProperty('authorization', `X-API-KEY ${SECRET}`);
    expect(seen[2]).toHaveProperty('cookie', `mia_client_key=${SECRET}`);
  });
});
