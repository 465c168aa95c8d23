import type { ConsoleOffer, Dialect, PracticeContext, SignIn } from '../../context';
import { KEY_TABLE, KeyStore, type KeyRecord } from './key-store';
import { buildUsers } from './keys';
import { buildLogin } from './login';
import { QWILT_DATA, QWILT_LOGIN, QWILT_USERS } from './names';
import { DEFAULT_ORGANIZATION, SAMPLE_KEYS, type SampleKey } from './sample';
import { SESSION_TABLE } from './sessions';
import { SITE_TABLE, SiteStore } from './site-store';
import { buildData } from './sites';
import { apiToken, applicationKey } from './tokens';
import { USER_TABLE, UserStore } from './users';

const DAY_MS = 86_400_000;

const recordOf = (sample: SampleKey, now: number): Omit<KeyRecord, 'keyId' | 'apiToken'> => {
  const { age, revoked, description = null, ...rest } = sample;
  const createdAt = Math.floor(now - age * DAY_MS);
  const revokedAt = revoked === undefined ? null : Math.floor(now - revoked * DAY_MS);
  return { ...rest, description, createdAt, expireAt: createdAt + rest.ttl * DAY_MS, revokedAt };
};

/** Users, keys and sites at the first start. */
function fill(context: PracticeContext): void {
  const { store, clock } = context;
  const users = new UserStore(store);
  const keys = new KeyStore(store);
  const now = clock();
  if (users.all().length > 0) return;
  store.atomically(() => {
    users.fill();
    new SiteStore(store).fill(now);
    for (const sample of SAMPLE_KEYS) {
      const record = recordOf(sample, now);
      keys.add(record, (keyId) => apiToken(context, record, keyId));
    }
  });
}

type Login = ConsoleOffer['logins'][number];

/** The administrator and the user without the right: the first two. */
function passwordLogins({ store }: PracticeContext): Login[] {
  const users = new UserStore(store).all().slice(0, 2);
  return users.map(({ userName, password, managesKeys, organizations }) => ({
    label: managesKeys ? 'Administrator' : 'User without the right to manage keys',
    method: 'password',
    fields: { userName, password, organization: '' },
    may: `${managesKeys ? 'manage keys' : 'not see keys'}; ${organizations.join(', ')}`,
  }));
}

/** A key that may manage keys, where one still works. */
function keyLogins({ store, clock }: PracticeContext): Login[] {
  const working = new KeyStore(store)
    .all(DEFAULT_ORGANIZATION)
    .filter(({ permission, revokedAt }) => permission === 'Editor' && revokedAt === null)
    .find(({ expireAt, name }) => expireAt > clock() && name === 'Deployment pipeline');
  if (!working) return [];
  const fields = { apiKey: working.apiToken, organization: '' };
  return [{ label: `Key "${working.name}"`, method: 'api-key', fields, may: 'manage keys' }];
}

const ownSignIn = ({ operatorToken }: PracticeContext): SignIn | null =>
  operatorToken === undefined
    ? null
    : { method: 'api-key', fields: { apiKey: applicationKey(operatorToken) } };

function offer(context: PracticeContext): ConsoleOffer {
  const origin = (name: string): string => context.origins.get(name) ?? '';
  const login = origin(QWILT_LOGIN);
  return {
    baseUrl: login,
    origins: { login, users: origin(QWILT_USERS), data: origin(QWILT_DATA) },
    endpoints: {},
    logins: [...passwordLogins(context), ...keyLogins(context)],
    own: ownSignIn(context),
  };
}

/** Qwilt: signing in, keys and the data plane, each on an origin of its own. */
export const QWILT: Dialect = {
  vendor: 'qwilt',
  tables: USER_TABLE + SESSION_TABLE + KEY_TABLE + SITE_TABLE,
  fill,
  origins: [
    { name: QWILT_LOGIN, build: buildLogin },
    { name: QWILT_USERS, build: buildUsers },
    { name: QWILT_DATA, build: buildData },
  ],
  offer,
};
