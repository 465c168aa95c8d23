import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { sameSecret } from '../../operators';
import type { Store } from '../../store';
import type { MiaRight } from './route';

/** Mia-Platform's console roles that the sample accounts have, and what each may do. */
export const ROLES = {
  reporter: [],
  developer: ['save'],
  maintainer: ['save', 'deploy'],
  'company-owner': ['save', 'deploy'],
} as const satisfies Readonly<Record<string, readonly MiaRight[]>>;
/** One of `ROLES`. */
export type MiaRole = keyof typeof ROLES;

/** A machine that signs in to the console. */
export interface ServiceAccount {
  readonly clientId: string;
  readonly name: string;
  readonly role: MiaRole;
}

/** The pair with which an account signs its assertions, both as PEM. */
export interface SigningKeys {
  readonly keyId: string;
  readonly privateKey: string;
  readonly publicKey: string;
}

/** Secrets and keys are in clear: the console must be able to print them. */
export const ACCOUNT_TABLES = `
create table if not exists mia_accounts (
  clientId text primary key, position integer not null, name text not null, role text not null, secret text
) without rowid;
create table if not exists mia_signing_keys (
  clientId text primary key, keyId text not null, privateKey text not null, publicKey text not null
) without rowid;`;

/** The account that stands for the application itself. */
export const OWN_CLIENT_ID = 'keydesk';
const OWN: ServiceAccount = { clientId: OWN_CLIENT_ID, name: 'Keydesk', role: 'company-owner' };

/** In the order in which they are offered; `signs` has a key pair instead of a secret. */
const SAMPLE: readonly { name: string; role: MiaRole; signs: boolean }[] = [
  { name: 'Platform administration', role: 'company-owner', signs: false },
  { name: 'Release pipeline', role: 'maintainer', signs: true },
  { name: 'Development team', role: 'developer', signs: false },
  { name: 'Security review', role: 'reporter', signs: false },
];

type AccountRow = ServiceAccount & { readonly secret: string | null };

/** The service accounts. Their identifiers and secrets are random for each data folder. */
export class ServiceAccounts {
  constructor(
    private readonly store: Store,
    private readonly operatorToken: string | undefined,
  ) {}

  /** Makes the sample accounts; to be called in a transaction. */
  fill(): void {
    const insert = this.store.db.prepare('insert into mia_accounts values (?, ?, ?, ?, ?)');
    SAMPLE.forEach(({ name, role, signs }, position) =>
      insert.run(randomUUID(), position, name, role, signs ? null : randomBytes(24).toString('base64url')),
    );
  }

  /** With their secrets; null where an account signs instead. Without the application's own. */
  all(): AccountRow[] {
    return this.store.db
      .prepare('select clientId, name, role, secret from mia_accounts order by position')
      .all() as AccountRow[];
  }

  byId(clientId: string): ServiceAccount | null {
    if (clientId === OWN_CLIENT_ID) return this.operatorToken === undefined ? null : OWN;
    return this.all().find((account) => account.clientId === clientId) ?? null;
  }

  /** The account whose secret this is. */
  bySecret(clientId: string, secret: string): ServiceAccount | null {
    const expected = clientId === OWN_CLIENT_ID ? this.operatorToken : this.secretOf(clientId);
    return typeof expected === 'string' && sameSecret(expected, secret) ? this.byId(clientId) : null;
  }

  /** The key with which an account's assertions are checked; null where it has none. */
  publicKey(clientId: string, keyId: string): string | null {
    const keys = this.storedKeys(clientId);
    return keys?.keyId === keyId ? keys.publicKey : null;
  }

  /** Made when first asked for, because that takes a while. */
  signingKeys(clientId: string): SigningKeys {
    const stored = this.storedKeys(clientId);
    if (stored) return stored;
    const pair = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const keys = { keyId: `key-${randomBytes(6).toString('hex')}`, ...pair };
    this.store.db
      .prepare('insert into mia_signing_keys values (@clientId, @keyId, @privateKey, @publicKey)')
      .run({ clientId, ...keys });
    return keys;
  }

  private secretOf(clientId: string): string | null {
    return this.all().find((account) => account.clientId === clientId)?.secret ?? null;
  }

  private storedKeys(clientId: string): SigningKeys | null {
    const row = this.store.db
      .prepare('select keyId, privateKey, publicKey from mia_signing_keys where clientId = ?')
      .get(clientId);
    return (row as SigningKeys | undefined) ?? null;
  }
}
