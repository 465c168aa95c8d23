import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, claimsOf, startQwilt, type QwiltDesk } from './desk';

describe('signing in to Qwilt', () => {
  const start = Date.parse('2030-05-01T08:00:00Z');
  let now = start;
  let qwilt: QwiltDesk;
  beforeAll(async () => {
    qwilt = await startQwilt({ clock: () => now });
  });
  afterAll(() => qwilt.stop());

  const keys = (headers: Record<string, string>) =>
    ask('GET', qwilt.at('users', '/api/1/api-keys'), headers).then(({ status }) => status);

  it('is answered with a redirect whose cookie is the session', async () => {
    const { status, headers, text } = await qwilt.signIn();
    expect([status, text]).toEqual([302, 'OK']);
    expect(headers.get('location')).not.toBeNull();
    expect(headers.get('content-type')).toBe('text/plain; charset=UTF-8');
    expect(headers.get('set-cookie')).toMatch(
      /^cqloudLoginToken=[\w-]+\.[\w-]+\.[\w-]+; Path=\/; Max-Age=21600; HttpOnly; Secure$/,
    );
  });

  it('gives a token signed with RS256 that says who it is and for which organization', async () => {
    const token = await qwilt.token();
    const header = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as unknown;
    expect(header).toEqual({ alg: 'RS256', typ: 'JWT' });
    expect(Buffer.from(token.split('.')[2] ?? '', 'base64url')).toHaveLength(256);
    expect(claimsOf(token)).toMatchObject({
      email: 'nora.quist@example.com',
      dataAccessControl: { CDN: ['*'], allowedOrgIds: ['harbour-media'] },
      encodedPerms: expect.stringMatching(/^H4sI/) as string,
    });
  });

  it('lasts one hour, whatever the cookie says', async () => {
    const Authorization = `Bearer ${await qwilt.token()}`;
    now += 3_600_000 - 1;
    expect(await keys({ Authorization })).toBe(200);
    now += 1;
    expect(await keys({ Authorization })).toBe(401);
    now = start;
  });

  it('is taken as bearer in any case, and as a cookie', async () => {
    const token = await qwilt.token();
    expect(await keys({ Authorization: `BEARER ${token}` })).toBe(200);
    expect(await keys({ Cookie: `theme=dark; cqloudLoginToken=${token}` })).toBe(200);
    expect(await keys({ Cookie: `theme=${token}` })).toBe(401);
    expect(await keys({ 'X-API-KEY': token })).toBe(401);
  });

  it('is for one organization: the default one, or the one asked for', async () => {
    const owners = async (query: string) =>
      new Set((await qwilt.list(await qwilt.signedIn(query))).map(({ ownerId }) => ownerId));
    expect(await owners('')).toEqual(new Set(['harbour-media']));
    expect(await owners('?orgId=harbour-labs')).toEqual(new Set(['harbour-labs']));
  });

  it('refuses an organization one does not belong to', async () => {
    expect((await qwilt.signIn('?orgId=harbour-labs', qwilt.login('User without'))).status).toBe(403);
    expect((await qwilt.signIn('?orgId=nowhere')).status).toBe(403);
    expect((await qwilt.signIn('?orgId=')).status).toBe(400);
  });

  it('refuses a wrong password, an unknown user and no credentials alike', async () => {
    const { userName = '' } = qwilt.login('Administrator');
    const answers = [
      await qwilt.signIn('', { userName, password: 'wrong' }),
      await qwilt.signIn('', { userName: 'nobody@example.com', password: 'wrong' }),
      await ask('GET', qwilt.at('login', '/login')),
      await ask('GET', qwilt.at('login', '/login'), { Authorization: 'Basic bm9jb2xvbg==' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(answers.some(({ headers }) => headers.has('set-cookie'))).toBe(false);
  });

  it('pauses after five wrong passwords in a row', async () => {
    const { userName = '', password = '' } = qwilt.login('User without');
    for (let attempt = 1; attempt <= 5; attempt += 1)
      await qwilt.signIn('', { userName, password: `wrong ${attempt}` });
    const paused = await qwilt.signIn('', { userName, password });
    expect([paused.status, paused.headers.get('retry-after')]).toEqual([429, '30']);
    now += 30_000;
    expect((await qwilt.signIn('', { userName, password })).status).toBe(302);
    now = start;
  });
});
