import { AppError } from '@core/domain/app-error';
import type { ConsoleConnection } from '@main/adapters/connection';
import type { Access } from './access';
import { organizationOf } from './claims';
import { QwiltClient } from './client';
import { KeyAccess } from './key-access';
import type { Origins } from './origins';
import { QwiltSession } from './session';

/** One organization, as the operator or the credential names it. */
export interface Organization {
  readonly access: Access;
  readonly client: QwiltClient;
  /** As the operator named it; for an API key only what it is to be called, since the key is for one anyway. */
  readonly named: string | null;
}

/** An organization with its identifier, and its name where one is known. */
export interface Place extends Organization {
  readonly id: string;
  readonly name: string | null;
}

/** Stands for the one organization whose name nothing tells. */
const DEFAULT_ID = 'default';
const DEFAULT_NAME = 'Default organization';

const MOST_ORGANIZATIONS = 100;
const LONGEST = 200;

const wrong = (sentence: string): AppError =>
  new AppError('invalid-input', sentence, { field: 'organization' });

/** The organizations an operator named, separated by commas; none means the default one. */
function namedOrganizations(text = ''): string[] {
  const names = [...new Set(text.split(',').map((name) => name.trim()))].filter((name) => name !== '');
  if (names.length > MOST_ORGANIZATIONS) throw wrong(`Name at most ${MOST_ORGANIZATIONS} organizations.`);
  if (names.some((name) => name.length > LONGEST)) throw wrong('The name of an organization is too long.');
  return names;
}

/** The organizations of a connection, each with a session of its own; nothing is sent yet. */
export function openOrganizations(
  { method, credentials, routes }: ConsoleConnection,
  { login, users }: Origins,
): Organization[] {
  const open = (access: Access, named: string | null): Organization => ({
    access,
    client: new QwiltClient(users, access, routes),
    named,
  });
  const { userName = '', password = '', apiKey = '', organization = '' } = credentials;
  if (method === 'api-key') return [open(new KeyAccess(apiKey), organization.trim() || null)];
  const named = namedOrganizations(organization);
  return (named.length === 0 ? [null] : named).map((each) =>
    open(new QwiltSession(login, { userName, password, organization: each }), each),
  );
}

/** Finds out which organization a credential is for; a user is signed in for that, unless the operator named it. */
export async function placeOf(organization: Organization): Promise<Place> {
  const { access, named } = organization;
  if (access.by === 'user' && named !== null) return { ...organization, id: named, name: named };
  const told = organizationOf(await access.claims());
  return { ...organization, id: told ?? named ?? DEFAULT_ID, name: named ?? told };
}

/** What an organization is called: as told, else by the owner of its keys, where they may be seen. */
export async function nameOf({ name, client }: Place, signal?: AbortSignal): Promise<string> {
  if (name !== null) return name;
  try {
    const owners = new Set((await client.list(signal)).map(({ ownerId }) => ownerId));
    const [owner] = owners;
    return owners.size === 1 && typeof owner === 'string' && owner !== '' ? owner : DEFAULT_NAME;
  } catch (error) {
    if (error instanceof AppError && (error.code === 'forbidden' || error.code === 'bad-answer'))
      return DEFAULT_NAME;
    throw error;
  }
}
