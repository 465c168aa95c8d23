import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { openHttp } from '@main/http/console-http';
import { requestUrl } from '@main/http/request-url';
import { httpServer, type LoopbackServer } from '@test/support/tls-server';
import { plainHttp, settings } from './setting';

const BASE = new URL('https://console.example.com:8443/qodly/api/v1');
const HOSTILE = [
  '../',
  '//evil',
  '%2f',
  '%2e%2e',
  '\\',
  '?',
  '#',
  '\r\n',
  '@',
  ':',
  ';',
  '..',
  '.',
  'x',
  '\0',
  '💥',
  '\ud800',
];

/** Identifiers made of the pieces that mean something in an address, and of anything else. */
const identifier = fc.oneof(
  fc.array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

let server: LoopbackServer | undefined;
afterEach(() => server?.close());

describe('the address of a request', () => {
  it('stays below the console, whatever the identifiers are (10,000 cases)', () => {
    const check = fc.property(identifier, identifier, identifier, (environment, key, value) => {
      let url: URL;
      try {
        url = requestUrl(BASE, ['environments', environment, 'keys', key], { clientRef: value });
      } catch (error) {
        return error instanceof AppError && error.code === 'invalid-input';
      }
      const [, prefix, rest] = /^(\/qodly\/api\/v1\/environments\/)(.+)$/.exec(url.pathname) ?? [];
      const parts = rest?.split('/') ?? [];
      expect(url.origin).toBe(BASE.origin);
      expect(prefix).toBeDefined();
      expect(parts).toHaveLength(3);
      expect(decodeURIComponent(parts[0] ?? '')).toBe(environment);
      expect(decodeURIComponent(parts[2] ?? '')).toBe(key);
      expect(url.searchParams.get('clientRef')).toBe(new URLSearchParams({ value }).get('value'));
      return url.hash === '' && url.username === '';
    });
    fc.assert(check, { numRuns: 10_000, seed: 22 });
  });

  it('arrives at the server as it was built', async () => {
    const heard: string[] = [];
    server = await httpServer((request, response) => {
      heard.push(request.url ?? '');
      response.setHeader('content-type', 'application/json').end('{}');
    });
    const http = openHttp(settings(`http://127.0.0.1:${server.port}/prefix`));
    const sendable = HOSTILE.filter((piece) => !['..', '.', '\ud800'].includes(piece));
    for (const id of sendable) await http.send({ method: 'GET', path: ['e', id, 'keys'], once: true });
    expect(heard).toEqual(sendable.map((id) => `/prefix/e/${encodeURIComponent(id)}/keys`));
  });

  it.each(['a\r\nX-Injected: 1', 'a\nb', 'schlüssel', '\0'])(
    'refuses the credential %j instead of changing it',
    async (value) => {
      server = await httpServer((_request, response) => response.end());
      const sending = plainHttp(server.port).send({
        method: 'GET',
        path: ['keys'],
        headers: { 'api-key': value },
      });
      await expect(sending).rejects.toMatchObject({ code: 'invalid-input' });
      expect(server.connections()).toBe(0);
    },
  );
});
