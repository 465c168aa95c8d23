import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { signIn } from '@main/adapters/qwilt/sign-in';
import { qwiltAdapter } from '@main/adapters/qwilt/adapter';
import { fakeHttp } from '@test/support/fake-http';
import { CONNECTION, jwt, rawKey, scripted, signedIn, TOKEN, withKey } from './scripted-console';

const CREDENTIALS = { userName: 'ada', password: 'p:ä', organization: null };

/** Signs in where the console answers with these headers. */
function answered(setCookie: string, status = 302) {
  const fake = fakeHttp(() => ({ status, headers: { 'set-cookie': setCookie } }));
  return {
    token: signIn(fake.open({ ...CONNECTION, baseUrl: 'https://login.cqloud.com' }), CREDENTIALS),
    ...fake,
  };
}

describe('the request', () => {
  it('is a GET with user name and password, sent once', async () => {
    const { token, sent } = answered('cqloudLoginToken=a.b.c; Path=/');
    expect(await token).toBe('a.b.c');
    expect(sent).toEqual([
      {
        method: 'GET',
        path: ['login'],
        headers: { Authorization: `Basic ${Buffer.from('ada:p:ä').toString('base64')}` },
        once: true,
        anyStatus: true,
      },
    ]);
  });

  it.each([
    ['no name', { userName: '' }],
    ['no password', { password: '' }],
    ['a colon in the name', { userName: 'a:b' }],
  ])('is not sent with %s', async (_what, wrong) => {
    const fake = fakeHttp(() => signedIn());
    const trying = signIn(fake.open(CONNECTION), { ...CREDENTIALS, ...wrong });
    await expect(trying).rejects.toMatchObject({ code: 'invalid-input', facts: { field: 'userName' } });
    expect(fake.sent).toEqual([]);
  });
});

describe('the cookie', () => {
  it.each([
    ['cqloudLoginToken=a.b.c; Path=/; domain=cqloud.com; Max-Age=21600; HttpOnly; Secure'],
    ['cqloudLoginToken=a.b.c'],
    ['theme=dark; Path=/,cqloudLoginToken=a.b.c; Path=/'],
    ['id=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT, cqloudLoginToken=a.b.c; Path=/, last=1'],
    ['cqloudLoginToken=a.b.c; Path=/, cqloudLoginToken=a.b.c; Path=/v2'],
  ])('is found in %s', async (setCookie) => {
    expect(await answered(setCookie).token).toBe('a.b.c');
  });

  it.each([
    [''],
    ['cqloudLoginToken=; Path=/'],
    ['xcqloudLoginToken=a.b.c; Path=/'],
    ['theme=cqloudLoginToken=a.b.c'],
    ['cqloudLoginToken=a b; Path=/'],
    ['cqloudLoginToken="a.b.c"; Path=/'],
    ['cqlOUDLoginToken=a.b.c; Path=/'],
    ['cqloudLoginToken=a.b.c, cqloudLoginToken=d.e.f'],
    [`cqloudLoginToken=${'x'.repeat(8_001)}; Path=/`],
  ])('is not taken from %.60s', async (setCookie) => {
    await expect(answered(setCookie).token).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('counts only in a 302', async () => {
    await expect(answered('cqloudLoginToken=a.b.c', 200).token).rejects.toMatchObject({ code: 'bad-answer' });
  });
});

describe('what goes where', () => {
  it('is decided by the console URL', () => {
    const opened = (given: object) =>
      scripted(() => ({}), { ...CONNECTION, ...given }).opened.map((each) => each.baseUrl);
    expect(opened({})).toEqual([
      'https://login.cqloud.com',
      'https://users.cqloud.com',
      'https://media-sites.cqloud.com',
    ]);
    expect(opened({ baseUrl: 'https://stage-login.stage.cqloud.com' })).toEqual([
      'https://stage-login.stage.cqloud.com',
      'https://stage-users.stage.cqloud.com',
      'https://stage-media-sites.stage.cqloud.com',
    ]);
    expect(opened({ origins: { data: 'https://sites.example.com/' } })[2]).toBe('https://sites.example.com');
    expect(() => opened({ baseUrl: 'https://console.example.com' })).toThrow(
      expect.objectContaining({ code: 'invalid-input', facts: { field: 'baseUrl' } }) as Error,
    );
  });

  it('never mixes credentials, tokens and keys', async () => {
    const { adapter, sent } = scripted(({ path }) => ({
      body: path.at(-1) === 'sites' ? [] : [rawKey('1')],
    }));
    const [place] = await adapter.environments();
    await adapter.keys('acme')[Symbol.asyncIterator]().next();
    if (place) await adapter.probe(place, 's3cret');
    expect(sent.map(({ origin, request }) => [origin, request.headers])).toEqual([
      ['https://login.cqloud.com', { Authorization: expect.stringMatching(/^Basic /) as string }],
      ['https://users.cqloud.com', { Authorization: `Bearer ${TOKEN}` }],
      ['https://media-sites.cqloud.com', { 'X-API-KEY': 's3cret', 'cache-control': 'no-cache' }],
    ]);
  });

  it('needs no sign-in with an API key, which is sent in its header', async () => {
    const { adapter, sent } = scripted(() => ({ body: [rawKey('1')] }), withKey('own.key'));
    await adapter.operator();
    expect(sent.map(({ origin, request }) => [origin, request.headers])).toEqual([
      ['https://users.cqloud.com', { 'X-API-KEY': 'own.key' }],
    ]);
  });

  it.each(['', 'a b', 'key\n', 'schlüssel'])('refuses the API key %j before sending it', async (apiKey) => {
    const { adapter, sent } = scripted(() => ({ body: [] }), withKey(apiKey));
    await expect(adapter.operator()).rejects.toMatchObject({
      code: 'invalid-input',
      facts: { field: 'apiKey' },
    });
    expect(sent).toEqual([]);
  });

  it('says which credential is wrong', async () => {
    const { adapter } = scripted(
      () => new AppError('unauthorized', 'no', { status: 401 }),
      withKey('own.key'),
    );
    await expect(adapter.operator()).rejects.toMatchObject({
      code: 'unauthorized',
      facts: { field: 'apiKey' },
    });
  });
});

describe('the session', () => {
  const session = (tokens: string[], script: (token: string) => object | AppError) => {
    const logins: string[] = [];
    const fake = fakeHttp(({ path, headers }) => {
      if (path[0] !== 'login') return script(headers?.['Authorization']?.replace('Bearer ', '') ?? '');
      logins.push(tokens[logins.length] ?? 'none');
      return signedIn(logins.at(-1));
    });
    return { adapter: qwiltAdapter(CONNECTION, fake.open), logins, sent: fake.sent };
  };
  const expired = new AppError('unauthorized', 'expired', { status: 401 });
  const all = async (adapter: ReturnType<typeof qwiltAdapter>, environmentId: string) => {
    for await (const { keys } of adapter.keys(environmentId)) return keys.length;
    return null;
  };
  const forOrg = (org: string, n: number) => jwt({ n, dataAccessControl: { allowedOrgIds: [org] } });

  it('is renewed once, together for all who find out', async () => {
    const tokens = [forOrg('acme', 1), forOrg('acme', 2), forOrg('acme', 3)];
    const { adapter, logins } = session(tokens, (token) => (token === tokens[0] ? expired : { body: [] }));
    expect(await Promise.all([all(adapter, 'acme'), all(adapter, 'acme')])).toEqual([0, 0]);
    expect(logins).toHaveLength(2);
  });

  it('of another organization is not used', async () => {
    const tokens = [forOrg('acme', 1), forOrg('other', 2)];
    const { adapter, sent } = session(tokens, (token) => (token === tokens[0] ? expired : { body: [] }));
    await expect(all(adapter, 'acme')).rejects.toMatchObject({ code: 'bad-answer' });
    expect(sent.filter(({ path }) => path[0] !== 'login')).toHaveLength(1);
  });

  it.each([
    ['says nothing', {}],
    ['is for all', { dataAccessControl: { allowedOrgIds: ['*'] } }],
    ['is for several', { dataAccessControl: { allowedOrgIds: ['a', 'b'] } }],
    ['is strange', { dataAccessControl: { allowedOrgIds: 'acme' }, email: 7 }],
  ])('is for the default organization where the token %s', async (_what, claims) => {
    const { adapter } = session([jwt(claims)], () => ({ body: [rawKey('1')] }));
    expect(await adapter.environments()).toMatchObject([{ environmentId: 'default', name: 'acme' }]);
  });

  it.each(['opaque', 'a.b', 'a.e30.c', `a.${Buffer.from('[1').toString('base64url')}.c`])(
    'works with the token %s, which tells nothing',
    async (token) => {
      const { adapter } = session([token], () => ({ body: [] }));
      expect(await adapter.environments()).toMatchObject([
        { environmentId: 'default', name: 'Default organization' },
      ]);
    },
  );
});
