import { rootCertificates } from 'node:tls';
import { X509Certificate } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHttp } from '@main/http/console-http';
import type { HttpSettings } from '@main/http/http';
import { tlsPeer } from '@main/http/tls-peer';
import { certificate, privateAuthority, type Identity } from '@test/support/certificates';
import { rawServer, recordingProxy, tlsServer, type LoopbackServer } from '@test/support/tls-server';
import { failureOf, READ, settings, TOKEN, WRITE } from './setting';

const servers: LoopbackServer[] = [];
const started = <S extends LoopbackServer>(server: S): S => (servers.push(server), server);

let authority: Identity;
let leaf: Identity;
let heard: string[];
let port: number;

beforeEach(async () => {
  authority = await privateAuthority('Example Corp CA');
  leaf = await certificate({ issuer: authority });
  heard = [];
  const server = await tlsServer(leaf, (request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.setHeader('content-type', 'application/json').end('{"ok":true}');
  });
  port = started(server).port;
});
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

const byName = (more: Partial<HttpSettings> = {}): HttpSettings =>
  settings(`https://localhost:${port}`, {
    caPem: authority.cert,
    resolve: (_name, _options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
    ...more,
  });

function withoutCa(whole: HttpSettings): HttpSettings {
  const copy: { caPem?: string } & HttpSettings = { ...whole };
  delete copy.caPem;
  return copy;
}

describe("a console's own certificate authority", () => {
  it('is trusted for this console on top of the public ones', async () => {
    await expect(openHttp(byName()).send(READ)).resolves.toMatchObject({ status: 200, body: { ok: true } });
    expect(
      (await failureOf(openHttp({ ...byName(), caPem: rootCertificates[0] ?? '' }).send(READ))).code,
    ).toBe('tls');
  });

  it('may be several, with text around them', async () => {
    const other = await privateAuthority('Other CA');
    const caPem = `# our authorities\n${other.cert}\nsecond\n${authority.cert}\n`;
    await expect(openHttp(byName({ caPem })).send(READ)).resolves.toMatchObject({ status: 200 });
  });

  it.each([
    ['no certificate at all', /no certificate/],
    ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', /damaged/],
  ])('is refused when it is %j', (caPem, sentence) => {
    expect(() => openHttp(byName({ caPem }))).toThrow(sentence);
  });

  it('is refused together with a private key, which must not be kept', () => {
    expect(() => openHttp(byName({ caPem: authority.cert + authority.key }))).toThrow('private key');
  });

  it('is named in what the connection test reports', async () => {
    const peer = await tlsPeer(byName());
    expect(peer).toMatchObject({ issuer: 'Example Corp CA', customCa: true });
    expect(peer?.sha256).toBe(new X509Certificate(leaf.cert).fingerprint256);
    expect(Date.parse(peer?.validTo ?? '')).toBeGreaterThan(Date.now());
    expect(heard).toEqual([]);
  });

  it('is what the report stumbles over when it is missing', async () => {
    expect((await failureOf(tlsPeer(withoutCa(byName())))).code).toBe('tls');
    await expect(tlsPeer(settings('http://127.0.0.1:1'))).resolves.toBeNull();
  });
});

describe('an explicit proxy', () => {
  const through = (proxyPort: number, more: Partial<HttpSettings> = {}): HttpSettings =>
    byName({ baseUrl: `https://console.test:${port}`, proxyUrl: `http://127.0.0.1:${proxyPort}`, ...more });

  it('sees the host and the port and nothing else', async () => {
    const proxy = started(await recordingProxy(port));
    const http = openHttp(through(proxy.port));
    await expect(http.send(WRITE)).resolves.toMatchObject({ status: 200 });
    expect(heard).toEqual(['POST /keys']);
    expect(proxy.heard()).toContain(`CONNECT console.test:${port} HTTP/1.1`);
    expect(proxy.heard()).not.toContain(TOKEN);
    expect(proxy.heard()).not.toContain('/keys');
  });

  it('does not weaken the check of the certificate', async () => {
    const proxy = started(await recordingProxy(port));
    const http = openHttp(withoutCa(through(proxy.port)));
    expect((await failureOf(http.send(WRITE))).code).toBe('tls');
    expect(heard).toEqual([]);
  });

  it('gives its own certificate report', async () => {
    const proxy = started(await recordingProxy(port));
    await expect(tlsPeer(through(proxy.port))).resolves.toMatchObject({ customCa: true });
    expect(proxy.connections()).toBe(1);
  });

  it.each([
    '401 Unauthorized',
    '407 Proxy Authentication Required',
    '302 Found',
    '500 Oops',
    '404 Not Found',
  ])('that answers %s is not mistaken for the console', async (answer) => {
    const proxy = started(await recordingProxy(port, answer));
    const error = await failureOf(openHttp(through(proxy.port)).send(WRITE));
    expect(error).toMatchObject({ code: 'offline', facts: { system: 'ECONNREFUSED' } });
    expect(error.message).toContain('The proxy');
    expect(heard).toEqual([]);
  });

  it('that is not there is named', async () => {
    const proxy = await recordingProxy(port);
    await proxy.close();
    expect((await failureOf(openHttp(through(proxy.port)).send(WRITE))).message).toContain('The proxy');
  });

  it('that never answers ends with the connection deadline', async () => {
    const silent = started(await rawServer(() => undefined));
    const http = openHttp(through(silent.port, { limits: { connectMs: 150 } }));
    expect(await failureOf(http.send(WRITE))).toMatchObject({
      code: 'offline',
      facts: { system: 'ETIMEDOUT' },
    });
  });

  it('is never used for this computer', async () => {
    const proxy = started(await recordingProxy(port));
    await openHttp({ ...through(proxy.port), baseUrl: `https://127.0.0.1:${port}` }).send(READ);
    expect(proxy.connections()).toBe(0);
  });

  it.each(['proxy:8080', 'https://proxy:8080', 'socks5://proxy:1', 'http://'])(
    'is refused as %s',
    (proxyUrl) => {
      expect(() => openHttp(byName({ baseUrl: 'https://console.test', proxyUrl }))).toThrow(
        'http://proxy.example.com:8080',
      );
    },
  );
});
