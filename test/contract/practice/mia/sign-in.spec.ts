import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  assertionForm,
  OPERATOR_TOKEN,
  sendForm,
  signInWith,
  startMia,
  type MiaForTest,
} from './mia-console';

describe('signing in to Mia-Platform', () => {
  const start = Date.parse('2030-05-01T08:00:00Z');
  let now = start;
  let mia: MiaForTest;
  const userInfo = (token: string | null) =>
    mia.call<Record<string, unknown>>('GET', '/api/userinfo', { token });
  const refusal = { statusCode: 401, error: 'Unauthorized', message: 'The client credentials are wrong.' };

  beforeAll(async () => {
    mia = await startMia({ clock: () => now });
  });
  afterAll(() => mia.stop());

  it('gives a token for an hour for the right secret', async () => {
    now = start;
    const { clientId = '', clientSecret = '' } = mia.login('developer');
    const { status, headers, body } = await signInWith(mia.offer, clientId, clientSecret);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      access_token: expect.any(String) as string,
      token_type: 'Bearer',
      expires_in: 3600,
    });
    expect((await userInfo(body.access_token)).body).toMatchObject({
      userId: clientId,
      name: 'Development team',
      groups: [],
      permissions: ['console.company.project.configuration.update'],
    });
    now += 3_600_000;
    const expired = await userInfo(body.access_token);
    expect([expired.status, expired.body]).toEqual([
      401,
      {
        statusCode: 401,
        error: 'Unauthorized',
        message: 'Sign in first: the access token is missing, wrong or expired.',
      },
    ]);
  });

  it('takes the credential of the application', async () => {
    const { own } = mia.offer;
    expect(own).toEqual({
      method: 'client-secret',
      fields: { clientId: 'keydesk', clientSecret: OPERATOR_TOKEN },
    });
    const { body } = await signInWith(mia.offer, 'keydesk', OPERATOR_TOKEN);
    expect((await userInfo(body.access_token)).body).toMatchObject({ userId: 'keydesk' });
  });

  it('asks for a token, and for a known one', async () => {
    expect((await userInfo(null)).status).toBe(401);
    expect((await userInfo('made-up')).status).toBe(401);
    expect((await userInfo(OPERATOR_TOKEN)).status).toBe(401);
  });

  it('refuses a wrong secret like an unknown account', async () => {
    const { clientId = '', clientSecret = '' } = mia.login('company-owner');
    const signing = mia.login('maintainer')['clientId'] ?? '';
    for (const [id, secret] of [
      [clientId, `${clientSecret}x`],
      [clientId, ''],
      ['nobody', clientSecret],
      ['__proto__', ''],
      ['', ''],
      ['keydesk', 'wrong'],
      [signing, ''],
      [signing, 'null'],
    ] as const) {
      const answer = await signInWith(mia.offer, id, secret);
      expect([answer.status, answer.body]).toEqual([401, refusal]);
    }
    expect((await sendForm(mia.offer, 'grant_type=client_credentials')).status).toBe(401);
    const bearer = await sendForm(mia.offer, 'grant_type=client_credentials', { authorization: 'Basic %%%' });
    expect(bearer.status).toBe(401);
  });

  it('takes this grant only, as a form, and a small one', async () => {
    expect((await sendForm(mia.offer, 'grant_type=password')).status).toBe(400);
    expect((await sendForm(mia.offer, `grant_type=${'x'.repeat(17_000)}`)).status).toBe(413);
    const json = await sendForm(mia.offer, '{"grant_type":"client_credentials"}', {
      'content-type': 'application/json',
    });
    expect([json.status, json.body.error]).toEqual([415, 'Unsupported Media Type']);
  });

  describe('with a signed assertion', () => {
    const send = (...changes: Parameters<typeof assertionForm>[2][]) =>
      sendForm(mia.offer, assertionForm(mia.login('maintainer'), now, changes[0]));

    it('gives a token, once', async () => {
      const form = assertionForm(mia.login('maintainer'), now);
      const { status, body } = await sendForm(mia.offer, form);
      expect(status).toBe(200);
      expect((await userInfo(body.access_token)).body).toMatchObject({ name: 'Release pipeline' });
      expect((await sendForm(mia.offer, form)).status).toBe(401);
      expect((await send()).status).toBe(200);
    });

    it('takes an audience among several', async () => {
      expect((await send({ claims: { aud: ['other', 'console-client-credentials'] } })).status).toBe(200);
    });

    it.each([
      ['another algorithm', { header: { alg: 'none' } }],
      ['a symmetric algorithm', { header: { alg: 'HS256' } }],
      ['another key', { header: { kid: 'key-other' } }],
      ['another issuer', { claims: { iss: 'somebody' } }],
      ['another subject', { claims: { sub: 'somebody', iss: 'somebody' } }],
      ['another audience', { claims: { aud: 'another-console' } }],
      ['no identifier', { claims: { jti: '' } }],
      ['no end', { claims: { exp: null } }],
      ['an end in the past', { claims: { exp: 1 } }],
      ['an end far ahead', { claims: { exp: 9_999_999_999 } }],
      ['a broken signature', { tamper: true }],
      ['another client', { form: { client_id: 'somebody' } }],
      ['another type', { form: { client_assertion_type: 'saml' } }],
      ['another method', { form: { token_endpoint_auth_method: 'client_secret_basic' } }],
      ['no assertion', { form: { client_assertion: '' } }],
      ['half an assertion', { form: { client_assertion: 'e30.e30' } }],
    ])('refuses %s', async (_what, changes) => {
      const { status, body } = await send(changes);
      expect([status, body]).toEqual([401, refusal]);
    });
  });
});
