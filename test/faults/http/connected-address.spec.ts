import type { LookupFunction } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHttp } from '@main/http/console-http';
import { certificate, privateAuthority, type Identity } from '@test/support/certificates';
import { tlsServer, type LoopbackServer } from '@test/support/tls-server';
import { failureOf, settings, WRITE } from './setting';

let authority: Identity;
let server: LoopbackServer;
let heard: number;

beforeEach(async () => {
  authority = await privateAuthority();
  heard = 0;
  server = await tlsServer(await certificate({ issuer: authority }), (_request, response) => {
    heard += 1;
    response.writeHead(200, { 'content-type': 'application/json', connection: 'close' }).end('{}');
  });
});
afterEach(() => server.close());

/** A name server whose answer changes from one question to the next. */
function flipping(...answers: string[][]): LookupFunction {
  let asked = 0;
  return (_name, _options, callback) => {
    const answer = answers[Math.min(asked++, answers.length - 1)] ?? [];
    callback(
      null,
      answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
}

const console = (resolve: LookupFunction) =>
  openHttp(settings(`https://localhost:${server.port}`, { caPem: authority.cert, resolve }));

describe('the address that is connected to', () => {
  it('is checked, not only the name that was typed', async () => {
    const http = console(flipping(['10.0.0.1']));
    const error = await failureOf(http.send(WRITE));
    expect(error).toMatchObject({ code: 'invalid-input', facts: { field: 'baseUrl' } });
    expect(error.message).toContain('The name leads to 10.0.0.1');
    expect(server.connections()).toBe(0);
  });

  it('is checked at every connection: a name that turns round is refused', async () => {
    const http = console(
      flipping(['127.0.0.1'], ['169.254.169.254'], ['10.0.0.1'], ['fe80::1'], ['::ffff:a9fe:a9fe']),
    );
    await http.send(WRITE);
    for (const address of ['169.254.169.254', '10.0.0.1', 'fe80::1', '::ffff:a9fe:a9fe']) {
      const error = await failureOf(http.send(WRITE));
      expect(error.code).toBe('invalid-input');
      expect(error.message).toContain(address);
    }
    expect(heard).toBe(1);
    expect(server.connections()).toBe(1);
  });

  it('is refused when one of several answers is not allowed', async () => {
    const http = console(flipping(['127.0.0.1', '169.254.169.254']));
    expect((await failureOf(http.send(WRITE))).message).toContain('169.254.169.254');
    expect(server.connections()).toBe(0);
  });

  it('is not asked for twice between check and use', async () => {
    let asked = 0;
    const http = console((_name, _options, callback) => {
      asked += 1;
      callback(null, [{ address: '127.0.0.1', family: 4 }]);
    });
    await http.send(WRITE);
    expect(asked).toBe(1);
  });

  it('passes on that a name does not exist', async () => {
    const unknown: LookupFunction = (_name, _options, callback) =>
      callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []);
    expect(await failureOf(console(unknown).send(WRITE))).toMatchObject({
      code: 'offline',
      facts: { system: 'ENOTFOUND' },
    });
  });
});
