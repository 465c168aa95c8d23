import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { send } from '@test/support/practice';
import { MAIN, saveBody, signInWith, startMia, type MiaForTest, type WireConfiguration } from './mia-console';

describe('a save of a Mia-Platform configuration', () => {
  let mia: MiaForTest;
  beforeEach(async () => {
    mia = await startMia();
  });
  afterEach(() => mia.stop());

  const read = async () => (await mia.call<WireConfiguration>('GET', MAIN)).body;
  const save = (body: unknown) => mia.call('POST', MAIN, { body });

  describe('keeps the schema of API keys', () => {
    const key = { secret: 'S3cret-ü', clientType: '_a1', active: true };
    const saved = async (secrets: unknown) => {
      const body = saveBody(await read());
      return save({ ...body, config: { ...body.config, secrets } });
    };

    it.each([
      ['one', [key]],
      ['a described one', [{ ...key, description: '' }]],
      ['none', []],
      ['the same twice, which the schema allows', [key, key]],
      ['any characters but blanks', [{ ...key, secret: '{{X}}"\\<>,;=%' }]],
    ])('and takes %s', async (_what, secrets) => {
      expect((await saved(secrets)).status).toBe(200);
      expect((await read()).secrets).toEqual(secrets);
    });

    it.each([
      ['an empty secret', [{ ...key, secret: '' }], 'config.secrets.0.secret is not valid.'],
      ['a blank', [key, { ...key, secret: 'a b' }], 'config.secrets.1.secret is not valid.'],
      ['a line break', [{ ...key, secret: 'ab\n' }], 'config.secrets.0.secret is not valid.'],
      ['another blank', [{ ...key, secret: 'a\u00a0b' }], 'config.secrets.0.secret is not valid.'],
      ['a hyphen', [{ ...key, clientType: 'a-b' }], 'config.secrets.0.clientType is not valid.'],
      ['a digit first', [{ ...key, clientType: '1a' }], 'config.secrets.0.clientType is not valid.'],
      ['a line', [{ ...key, clientType: 'a\n' }], 'config.secrets.0.clientType is not valid.'],
      ['no ClientType', [{ secret: 'x', active: true }], 'config.secrets.0.clientType is not valid.'],
      ['active as text', [{ ...key, active: 'true' }], 'config.secrets.0.active is not valid.'],
      ['another member', [{ ...key, id: '1' }], 'config.secrets.0 has unknown members.'],
      ['no list', { key }, 'config.secrets is not valid.'],
      ['nothing', undefined, 'config.secrets is not valid.'],
    ])('and refuses %s', async (_what, secrets, message) => {
      const before = await read();
      const refused = await saved(secrets);
      expect([refused.status, refused.body.message]).toEqual([400, message]);
      expect(await read()).toEqual(before);
    });
  });

  it('takes a whole save only', async () => {
    const whole = saveBody(await read());
    const { config, ...rest } = whole;
    for (const [body, message] of [
      [rest, 'config is not valid.'],
      [{ ...whole, title: 1 }, 'title is not valid.'],
      [{ ...whole, previousSave: undefined }, 'previousSave is not valid.'],
      [{ ...whole, fastDataConfig: undefined }, 'fastDataConfig is not valid.'],
      [{ ...whole, config: { ...config, endpoints: [] } }, 'config.endpoints is not valid.'],
      [{ ...whole, config: { ...config, services: undefined } }, 'config.services is not valid.'],
      [{ ...whole, config: { ...config, charts: {} } }, 'config.charts belongs beside config.'],
      [[], 'the body is not valid.'],
    ] as const) {
      const refused = await save(body);
      expect([refused.status, refused.body.message]).toEqual([400, message]);
    }
  });

  it('takes large ones, and refuses what is too large or no JSON', async () => {
    const mine = await read();
    const large = (size: number) => saveBody(mine, { configMaps: { big: 'x'.repeat(size) } });
    expect((await save(large(2_200_000))).status).toBe(413);
    expect((await save(large(1_900_000))).status).toBe(200);
    for (const broken of ['{broken', '', '{"a":1}{', '\u0000'])
      expect((await save(broken)).body).toMatchObject({ statusCode: 400, error: 'Bad Request' });
    const { body } = await signInWith(mia.offer, 'keydesk', 'given-by-the-application');
    const form = await send('POST', mia.offer.baseUrl + MAIN, {
      token: body.access_token,
      body: 'title=x',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(form.status).toBe(415);
    expect((await mia.call('POST', MAIN, { body: '{broken', token: 'nobody' })).status).toBe(401);
    const deep = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect((await save(deep)).status).toBe(400);
  });
});
