import { checkAssertion } from './assertion';
import { MiaError } from './error';
import { answer, type MiaCall, type MiaDesk, type MiaRoute } from './route';
import type { ServiceAccount } from './service-accounts';

const BASIC = /^Basic ([A-Za-z0-9+/_=-]+)$/i;
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

function byBasic(authorization: string | undefined, { accounts }: MiaDesk): ServiceAccount | null {
  const [, encoded = ''] = BASIC.exec(authorization ?? '') ?? [];
  const credentials = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = credentials.indexOf(':');
  if (colon < 0) return null;
  return accounts.bySecret(credentials.slice(0, colon), credentials.slice(colon + 1));
}

function byAssertion(form: URLSearchParams, { accounts, context, tokens }: MiaDesk): ServiceAccount | null {
  if (form.get('client_assertion_type') !== ASSERTION_TYPE) return null;
  if (form.get('token_endpoint_auth_method') !== 'private_key_jwt') return null;
  const assertion = checkAssertion(form.get('client_assertion') ?? '', {
    now: context.clock(),
    lifetimeMs: context.assumptions.miaAssertionLifetimeMs,
    publicKey: (clientId, keyId) => accounts.publicKey(clientId, keyId),
  });
  if (!assertion || assertion.clientId !== form.get('client_id')) return null;
  const fresh = tokens.useOnce(assertion.clientId, assertion.id, assertion.expiresAt);
  return fresh ? accounts.byId(assertion.clientId) : null;
}

function signIn(call: MiaCall, desk: MiaDesk): ServiceAccount {
  if (call.body?.kind !== 'form')
    throw new MiaError(415, 'Send the body as application/x-www-form-urlencoded.');
  const { form } = call.body;
  if (form.get('grant_type') !== 'client_credentials')
    throw new MiaError(400, 'The grant type must be client_credentials.');
  const account = form.has('client_assertion') ? byAssertion(form, desk) : byBasic(call.authorization, desk);
  if (!account) throw new MiaError(401, 'The client credentials are wrong.');
  return account;
}

/** Signing in as a service account, with a secret or with a signed assertion. */
export const TOKEN_ROUTE: MiaRoute = {
  method: 'POST',
  path: '/api/m2m/oauth/token',
  right: 'open',
  handle: (call, desk) => {
    const { token, expiresIn } = desk.tokens.issue(signIn(call, desk));
    return answer({ access_token: token, token_type: 'Bearer', expires_in: expiresIn });
  },
};
