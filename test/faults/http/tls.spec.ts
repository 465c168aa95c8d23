import { TLSSocket, type TlsOptions } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { openHttp } from '@main/http/console-http';
import { certificate, daysFromNow, privateAuthority, type Identity } from '@test/support/certificates';
import { httpServer, rawServer, tlsServer, type LoopbackServer } from '@test/support/tls-server';
import { failureOf, settings, WRITE } from './setting';

/** OpenSSL has to be talked into old protocols; Electron's BoringSSL (which has no version number) has not. */
const WEAK_SERVER: TlsOptions = process.versions.openssl === '0.0.0' ? {} : { ciphers: 'DEFAULT@SECLEVEL=0' };

let server: LoopbackServer | undefined;
afterEach(() => server?.close());

/** A server that counts the requests it hears. */
async function listen(identity: Identity, options: TlsOptions = {}) {
  let heard = 0;
  server = await tlsServer(
    identity,
    (_request, response) => {
      heard += 1;
      response.setHeader('content-type', 'application/json').end('{}');
    },
    options,
  );
  return { url: `https://127.0.0.1:${server.port}`, heard: () => heard };
}

describe('TLS is always verified', () => {
  it.each([
    ['expired', { notBefore: daysFromNow(-20), notAfter: daysFromNow(-10) }, /has expired/],
    ['not valid yet', { notBefore: daysFromNow(10), notAfter: daysFromNow(20) }, /not valid yet/],
    ['for another host', { hosts: ['other.example'] }, /another host/],
  ])('refuses a certificate that is %s and sends nothing', async (_case, wish, sentence) => {
    const authority = await privateAuthority();
    const { url, heard } = await listen(await certificate({ ...wish, issuer: authority }));
    const error = await failureOf(openHttp(settings(url, { caPem: authority.cert })).send(WRITE));
    expect(error.code).toBe('tls');
    expect(error.message).toMatch(sentence);
    expect(heard()).toBe(0);
  });

  it('refuses a certificate that signed itself and sends nothing', async () => {
    const { url, heard } = await listen(await certificate());
    const error = await failureOf(openHttp(settings(url)).send(WRITE));
    expect(error).toMatchObject({ code: 'tls', facts: { system: 'DEPTH_ZERO_SELF_SIGNED_CERT' } });
    expect(error.message).toMatch(/signed itself/);
    expect(heard()).toBe(0);
  });

  it('refuses an authority that nobody knows and sends nothing', async () => {
    const authority = await privateAuthority();
    const { url, heard } = await listen(await certificate({ issuer: authority }));
    const error = await failureOf(openHttp(settings(url)).send(WRITE));
    expect(error.code).toBe('tls');
    expect(error.message).toMatch(/authority that is not known/);
    expect(heard()).toBe(0);
  });

  it.each(['TLSv1', 'TLSv1.1'] as const)('refuses %s', async (version) => {
    const authority = await privateAuthority();
    const options: TlsOptions = { minVersion: version, maxVersion: version, ...WEAK_SERVER };
    const { url, heard } = await listen(await certificate({ issuer: authority }), options);
    const error = await failureOf(openHttp(settings(url, { caPem: authority.cert })).send(WRITE));
    expect(error.code).toBe('tls');
    expect(heard()).toBe(0);
  });

  it('refuses a server that speaks plain http where https was asked for', async () => {
    let heard = '';
    server = await rawServer((socket) => {
      socket.on('data', (piece) => (heard += piece.toString('latin1')));
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
    });
    const error = await failureOf(openHttp(settings(`https://127.0.0.1:${server.port}`)).send(WRITE));
    expect(error).toMatchObject({ code: 'tls' });
    expect(heard).not.toContain('POST');
  });

  it('does not take a failure after the handshake for one before: something may have arrived', async () => {
    const identity = await certificate();
    server = await rawServer((socket) => {
      const secured = new TLSSocket(socket, { isServer: true, ...identity });
      secured.on('error', () => undefined);
      // Not under the encryption but in its place: the other side finds a record it cannot read.
      secured.once('data', () => socket.write('this is no TLS record at all'));
    });
    const http = openHttp(settings(`https://127.0.0.1:${server.port}`, { caPem: identity.cert }));
    const error = await failureOf(http.send(WRITE));
    expect(error.code).toBe('offline');
    expect(error.facts.system).toMatch(/SSL|EPROTO|ECONNRESET/);
  });

  it('refuses plain http for everything but a literal loopback address', async () => {
    server = await httpServer((_request, response) => response.end());
    const { port } = server;
    expect(() => openHttp(settings(`http://localhost:${port}`))).toThrow('Plain http');
    expect(server.connections()).toBe(0);
  });
});
