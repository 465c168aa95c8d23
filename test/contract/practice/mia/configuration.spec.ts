import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  MAIN,
  PROJECT,
  saveBody,
  signInWith,
  startMia,
  type MiaForTest,
  type WireConfiguration,
} from './mia-console';

const ORDERS = `/api/backend/projects/${PROJECT.orders}`;
const STAGE = `/api/projects/${PROJECT.storefront}/environments/STAGE/configuration`;
const NOW = Date.parse('2030-05-01T08:00:00Z');

describe('configurations of Mia-Platform', () => {
  let mia: MiaForTest;
  beforeEach(async () => {
    mia = await startMia({ clock: () => NOW });
  });
  afterEach(() => mia.stop());

  const read = async (path = MAIN) => (await mia.call<WireConfiguration>('GET', path)).body;
  const save = (body: unknown, path = MAIN, token?: string) =>
    mia.call<{ id: string; message: string; statusCode: number }>('POST', path, {
      body,
      ...(token !== undefined && { token }),
    });
  const text = async (path = MAIN): Promise<string> => {
    const { body } = await signInWith(mia.offer, 'keydesk', 'given-by-the-application');
    const headers = { authorization: `Bearer ${body.access_token}` };
    return (await fetch(mia.offer.baseUrl + path, { headers })).text();
  };

  it('answers a flat document with the keys in clear', async () => {
    const { secrets, endpoints, ...others } = await read();
    expect(secrets).toHaveLength(14);
    expect(secrets.map(({ clientType }) => clientType)).toEqual(
      expect.arrayContaining(['constructor', 'legacy_erp', 'partner_portal']),
    );
    expect(secrets.filter(({ clientType }) => clientType === 'nightly_report')).toHaveLength(2);
    expect(secrets.filter(({ active }) => !active).map(({ clientType }) => clientType)).toEqual([
      'legacy_erp',
    ]);
    expect(secrets.find(({ clientType }) => clientType === 'partner_portal')?.secret).toBe('{{PARTNER_KEY}}');
    expect(endpoints['/orders']).toMatchObject({ secreted: true, public: true });
    expect(others).toMatchObject({
      fastDataConfig: { version: '1.4.0' },
      commitId: expect.stringMatching(/^[0-9a-f]{40}$/) as string,
      committedDate: '2030-04-29T08:00:00.000Z',
      lastCommitAuthor: 'Ada Lindgren',
    });
  });

  it('answers the same configuration by each of its paths', async () => {
    const encoded = `${ORDERS}/revisions/feature%2Floyalty/configuration`;
    expect((await read(encoded)).secrets.map(({ clientType }) => clientType)).toContain('loyalty_service');
    expect(await read(`${ORDERS}/branches/feature%2Floyalty/configuration/`)).toEqual(await read(encoded));
    expect(await read(`${ORDERS}/branches/v1.2.0/configuration/`)).toEqual(
      await read(`${ORDERS}/versions/v1.2.0/configuration`),
    );
    expect((await read(STAGE)).secrets).toHaveLength(3);
  });

  it('keeps what it is given, member for member, and adds who saved it when', async () => {
    const before = await text();
    const { commitId } = await read();
    const config = before
      .slice(0, before.indexOf(',"fastDataConfig"'))
      .replace(
        '"version":"0.62.0"',
        '"version":"0.63.0","zebra":{"9":0.10,"1":[1.0, 2e5],"__proto__":{"a":1}}',
      );
    const body = `{"title":"t","previousSave":"${commitId}","config":${config}},"fastDataConfig":null,
      "microfrontendPluginsConfig":{ },"extensionsConfig":{"files":{}},"charts":[1.50],"deletedElements":{}}`;
    const { status, body: saved } = await save(body);
    expect(status).toBe(200);
    expect(Object.keys(saved)).toEqual(['id']);
    const facts =
      `"lastCommitAuthor":"Platform administration","commitId":"${saved.id}",` +
      `"committedDate":"2030-05-01T08:00:00.000Z"}`;
    expect(await text()).toBe(
      `${config},"fastDataConfig":null,"microfrontendPluginsConfig":{ },"extensionsConfig":{"files":{}},"charts":[1.50],${facts}`,
    );
    expect(config).toContain('1.50');
    expect(config).toMatch(/"10":.*"2":/s);
  });

  it('replaces the facts in their places when they are sent back', async () => {
    const first = await save(saveBody(await read()));
    const second = await save(saveBody(await read()));
    const now = await read();
    expect(now.commitId).toBe(second.body.id);
    expect(second.body.id).not.toBe(first.body.id);
    expect(Object.keys(now).filter((name) => name === 'commitId')).toHaveLength(1);
    expect(now.lastCommitAuthor).toBe('Platform administration');
  });

  it('refuses a save that began from another state, and keeps the other', async () => {
    const mine = await read();
    const theirs = await save(saveBody(mine, { secrets: mine.secrets.slice(1) }));
    const stale = await save(saveBody(mine, { secrets: [] }));
    expect([stale.status, stale.body]).toEqual([
      409,
      {
        statusCode: 409,
        error: 'Conflict',
        message: 'The configuration was changed meanwhile: read it again before saving.',
      },
    ]);
    expect(await read()).toMatchObject({ commitId: theirs.body.id, secrets: mine.secrets.slice(1) });
  });

  it('lets exactly one of many savers win', async () => {
    const mine = await read();
    const answers = await Promise.all(Array.from({ length: 8 }, () => save(saveBody(mine))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
  });

  it('is changed in one place only', async () => {
    const loyalty = `${ORDERS}/revisions/feature%2Floyalty/configuration`;
    const before = await read(loyalty);
    await save(saveBody(await read(), { secrets: [] }));
    expect(await read(loyalty)).toEqual(before);
    const stage = await read(STAGE);
    expect((await save(saveBody(stage, { secrets: [] }), STAGE)).status).toBe(200);
    expect((await read(STAGE)).secrets).toEqual([]);
    expect((await read(STAGE.replace('STAGE', 'DEV'))).secrets).toHaveLength(3);
  });

  it('lets developers save and reporters only read', async () => {
    const tokenOf = async (role: string) => {
      const { clientId = '', clientSecret = '' } = mia.login(role);
      return (await signInWith(mia.offer, clientId, clientSecret)).body.access_token;
    };
    const body = saveBody(await read());
    const reporter = await tokenOf('reporter');
    expect((await mia.call('GET', MAIN, { token: reporter })).status).toBe(200);
    const refused = await save(body, MAIN, reporter);
    expect([refused.status, refused.body]).toEqual([
      403,
      { statusCode: 403, error: 'Forbidden', message: 'The role reporter is not allowed to do this.' },
    ]);
    expect((await save(body, MAIN, await tokenOf('developer'))).status).toBe(200);
    expect((await read()).lastCommitAuthor).toBe('Development team');
  });

  it('is asked for the way the project is managed', async () => {
    const wrong = [
      `${ORDERS.replace(PROJECT.orders, PROJECT.storefront)}/revisions/main/configuration`,
      `${ORDERS.replace(PROJECT.orders, PROJECT.storefront)}/branches/main/configuration/`,
      `/api/projects/${PROJECT.orders}/environments/DEV/configuration`,
    ];
    for (const path of wrong) {
      expect((await mia.call('GET', path)).body.message).toMatch(
        /^The configuration of this project is managed by/,
      );
      expect((await save(saveBody(await read()), path)).status).toBe(404);
    }
    for (const path of [
      MAIN.replace('main', 'other'),
      MAIN.replace('main', 'constructor'),
      `${MAIN}/`,
      STAGE.replace('STAGE', 'TEST'),
      `${ORDERS}/branches/main/configuration`,
      `${ORDERS}/versions/main/configuration`,
    ])
      expect((await mia.call('GET', path)).status).toBe(404);
  });

  it('of a version is a snapshot', async () => {
    const version = `${ORDERS}/versions/v1.2.0/configuration`;
    for (const path of [version, `${ORDERS}/branches/v1.2.0/configuration/`]) {
      const refused = await save(saveBody(await read(version)), path);
      expect([refused.status, refused.body.message]).toEqual([
        400,
        'A version is a snapshot and is never changed.',
      ]);
    }
  });
});
