import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, toInstant } from '@core/domain/instant';
import type { ConsoleAdapter, DecidedDraft } from '@main/adapters/adapter';
import { adapterRegistry } from '@main/adapters/registry';
import { openHttp } from '@main/http/console-http';
import { aConnection } from '@test/support/connection';
import { startPracticeForTest, type PracticeForTest } from '@test/support/practice';
import { AssistedDesk, aDraft, SECRET } from './assisted-desk';
import { anIntent, codeOf } from './trial';

const at = (baseUrl: string): ConsoleAdapter => new AssistedDesk().at(baseUrl);

describe('a Qodly endpoint in use', () => {
  let practice: PracticeForTest;
  let managed: ConsoleAdapter;
  let endpoint: string;
  let now = Date.now();
  const place = async (baseUrl = endpoint) => {
    const [first] = await at(baseUrl).environments();
    if (first === undefined) throw new Error('No environment.');
    return first;
  };
  const probe = async (secret: string, baseUrl = endpoint) => at(baseUrl).probe(await place(baseUrl), secret);
  const issued = async (more: Partial<DecidedDraft> = {}): Promise<string> => {
    const { secret: _none, ...draft } = aDraft({
      role: 'Admin',
      expiresAt: toInstant(now + DAY_MS),
      ...more,
    });
    return (await managed.issue('production', draft, anIntent())).secret;
  };

  beforeAll(async () => {
    practice = await startPracticeForTest({ clock: () => now });
    managed = adapterRegistry(openHttp).qodly(
      aConnection({ baseUrl: practice.baseUrl, credentials: { token: practice.adminToken } }),
    );
    const found = (await managed.environments()).find(({ environmentId }) => environmentId === 'production');
    endpoint = found?.endpoint ?? '';
  });
  afterAll(() => practice.stop());

  it('is recognised without any key', async () => {
    expect(await at(endpoint).operator()).toMatchObject({ canWrite: true, canReveal: true });
    expect((await place()).name).toMatch(/^127\.0\.0\.1:\d+\/production$/);
  });

  it('is told from what is none', async () => {
    const strange = {
      code: 'bad-answer',
      message: expect.stringContaining('not answer like a Qodly') as string,
    };
    await expect(at(practice.baseUrl).operator()).rejects.toMatchObject(strange);
    await expect(at(`${practice.gatewayOrigin}/nowhere`).operator()).rejects.toMatchObject({
      message: expect.stringContaining('knows no environment') as string,
    });
    practice.console.setEnvironmentStatus('production', 'stopped');
    await expect(at(endpoint).operator()).rejects.toMatchObject({
      message: expect.stringContaining('may be stopped') as string,
    });
    practice.console.setEnvironmentStatus('production', 'running');
    expect(await codeOf(at('http://127.0.0.1:9').operator())).toBe('offline');
  });

  it('tells a working key from a wrong, an expired and a deleted one, and from one of another host', async () => {
    const secret = await issued();
    expect(await probe(secret)).toMatchObject({ verdict: 'accepted', reason: 'ok' });
    expect(await probe('wrong')).toMatchObject({ verdict: 'refused', reason: 'not-valid', status: 401 });
    expect(await probe(await issued({ allowedHosts: ['203.0.113.7'] }))).toMatchObject({
      verdict: 'inconclusive',
      reason: 'host-refused',
    });
    now += 2 * DAY_MS;
    expect(await probe(secret)).toMatchObject({ verdict: 'refused', reason: 'expired', status: 401 });
    const { key, secret: doomed } = await managed.issue(
      'production',
      { name: 'Doomed', role: 'Admin', expiresAt: toInstant(now + DAY_MS) },
      anIntent(),
    );
    await managed.stop('production', key.id);
    expect(await probe(doomed)).toMatchObject({ verdict: 'refused', reason: 'not-valid' });
  });

  it('says nothing of a key where the environment is stopped, unknown or out of reach', async () => {
    const secret = await issued();
    practice.console.setEnvironmentStatus('production', 'stopped');
    expect(await probe(secret)).toMatchObject({
      verdict: 'inconclusive',
      reason: 'environment-stopped',
      status: 502,
    });
    practice.console.setEnvironmentStatus('production', 'running');
    expect(await probe(secret, `${practice.gatewayOrigin}/nowhere`)).toMatchObject({
      reason: 'environment-unknown',
    });
    expect(await probe(secret, 'http://127.0.0.1:9')).toMatchObject({ reason: 'unreachable', status: null });
  });
});

describe('every documented answer', () => {
  let server: Server;
  let answer: { status: number; body: string };
  let keys: (string | undefined)[];
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  beforeAll(async () => {
    server = createServer((request, response) => {
      keys.push(request.headers['api-key']?.toString());
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    keys = [];
  });

  it.each([
    [200, '{"__NAME":"Practice"}', 'accepted', 'ok'],
    [
      400,
      '{"error":"Some headers are missing, required headers [api-key]"}',
      'inconclusive',
      'strange-answer',
    ],
    [401, '{"error":"Api-key Not Valid"}', 'refused', 'not-valid'],
    [401, '{"error":"Api-key expired"}', 'refused', 'expired'],
    [401, '{"error":"No permission to read for the Users dataclass"}', 'accepted', 'role-too-weak'],
    [402, '{"error":"Payment Required"}', 'inconclusive', 'session-limit'],
    [403, '{"error":"403 - Forbidden"}', 'inconclusive', 'host-refused'],
    [404, '{"error":"Appid or env not found in Table."}', 'inconclusive', 'environment-unknown'],
    [404, '{"error":"The \\"Users\\" dataclass cannot be found"}', 'inconclusive', 'strange-answer'],
    [500, '{"error":"Internal"}', 'inconclusive', 'strange-answer'],
    [502, '{"error":"502 Bad Gateway"}', 'inconclusive', 'environment-stopped'],
    [200, '<html>', 'inconclusive', 'strange-answer'],
  ])('%i %s is read as %s: %s', async (status, body, verdict, reason) => {
    answer = { status, body };
    const [here] = await at(url()).environments();
    if (here === undefined) throw new Error('No environment.');
    expect(await at(url()).probe(here, SECRET)).toMatchObject({ verdict, reason });
    expect(new Set(keys)).toEqual(new Set([SECRET]));
  });

  it.each([
    [400, '{"error":"Some headers are missing, required headers [api-key]"}', 'no error'],
    [400, '{"error":"Bad request"}', 'bad-answer'],
    [400, '{"error":"Some headers are missing, required headers [x-token]"}', 'bad-answer'],
    [401, '{"error":"Api-key Not Valid"}', 'bad-answer'],
    [200, '{"__NAME":"open to everybody"}', 'bad-answer'],
    [200, '<html>', 'bad-answer'],
    [502, '', 'bad-answer'],
  ])('%i %s without a key means: %s, and no key was sent', async (status, body, code) => {
    answer = { status, body };
    expect(await codeOf(at(url()).operator())).toBe(code);
    expect(keys).toEqual([undefined]);
  });
});
