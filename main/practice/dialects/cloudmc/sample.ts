/** A role that is bound to users, never to keys. */
export interface CloudmcRole {
  readonly id: string;
  readonly name: string;
  readonly defaultScope: string;
  readonly permissions: readonly string[];
}

/** A company or a part of one; organizations form a tree. */
export interface CloudmcOrganization {
  readonly id: string;
  readonly name: string;
  readonly entryPoint: string;
  readonly parentId: string | null;
  readonly isReseller: boolean;
  readonly isTrial: boolean;
  readonly deleted: boolean;
}

/** Somebody with an account. */
export interface CloudmcUser {
  readonly id: string;
  readonly organizationId: string;
  readonly userName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly status: 'ACTIVE' | 'DISABLED';
  readonly role: CloudmcRole;
  readonly additionalRoles: readonly CloudmcRole[];
}

/** A place for resources; not what Keydesk calls an environment. */
export interface CloudmcEnvironment {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly organizationId: string;
  readonly serviceCode: string;
  readonly connectionId: string;
}

/** Lets a user see the organizations below their own. */
export const OTHER_LEVELS = 'org:*:access-other-levels';
/** Lets a user see other users. */
export const USERS_READ = 'org:*:users-read';

const role = (id: string, name: string, permissions: readonly string[] = []): CloudmcRole => ({
  id: `9c0f6a52-1b7e-4d0a-8f31-00000000000${id}`,
  name,
  defaultScope: 'ORG_BASE',
  permissions: ['env:*:read', ...permissions],
});

/** The fixed roles. */
export const ROLES = {
  guest: role('1', 'Guest'),
  user: role('2', 'User'),
  administrator: role('3', 'Administrator', [OTHER_LEVELS, USERS_READ, 'org:*:users-update']),
  reseller: role('4', 'Reseller', [OTHER_LEVELS, USERS_READ]),
  operator: role('5', 'Operator', [OTHER_LEVELS, USERS_READ]),
} as const;

const HARBOUR = '1e0a4a0c-52c4-4a3f-9a57-6b0d3c1f2a01';
const FJORD = '2f1b5b1d-63d5-4b40-8b68-7c1e4d203b02';

const organization = (
  id: string,
  [name, entryPoint]: readonly [string, string],
  parentId: string | null,
  more: Partial<CloudmcOrganization> = {},
): CloudmcOrganization => ({
  id,
  name,
  entryPoint,
  parentId,
  isReseller: false,
  isTrial: false,
  deleted: false,
  ...more,
});

/** Four that exist, three levels deep, and one that was deleted. */
export const ORGANIZATIONS: readonly CloudmcOrganization[] = [
  organization(HARBOUR, ['Harbour Cloud', 'harbour'], null, { isReseller: true }),
  organization(FJORD, ['Fjord Retail', 'fjord'], HARBOUR),
  organization('301c6c2e-74e6-4c51-9c79-8d2f5e314c03', ['Fjord Retail – Production', 'fjord-prod'], FJORD),
  organization('412d7d3f-85f7-4d62-8d8a-9e306f425d04', ['Beacon Health', 'beacon'], HARBOUR, {
    isTrial: true,
  }),
  organization('523e8e40-9608-4e73-9e9b-af4170536e05', ['Old Mill Foods', 'oldmill'], HARBOUR, {
    deleted: true,
  }),
];

const user = (
  id: string,
  organizationId: string,
  [firstName, lastName]: readonly [string, string],
  more: Pick<CloudmcUser, 'role'> & Partial<CloudmcUser>,
): CloudmcUser => ({
  id: `7b6a5948-3726-4150-8f0e-00000000000${id}`,
  organizationId,
  userName: firstName.toLowerCase(),
  firstName,
  lastName,
  status: 'ACTIVE',
  additionalRoles: [],
  ...more,
});

/** The administrator, whom the application's own credential stands for. */
export const ADMINISTRATOR = user('1', HARBOUR, ['Ada', 'Lindgren'], {
  role: ROLES.administrator,
  additionalRoles: [ROLES.reseller],
});
/** Sees nothing but themselves and their organization. */
export const ORDINARY = user('2', FJORD, ['Victor', 'Osei'], { role: ROLES.user });
/** Must not make any call. */
export const DISABLED = user('3', HARBOUR, ['Sam', 'Ito'], { role: ROLES.user, status: 'DISABLED' });

/** All users. */
export const USERS: readonly CloudmcUser[] = [
  ADMINISTRATOR,
  ORDINARY,
  DISABLED,
  user('4', FJORD, ['Jo', 'Marek'], { role: ROLES.administrator }),
];

/** Environments, each over one service connection. */
export const ENVIRONMENTS: readonly CloudmcEnvironment[] = [
  {
    id: '634f9f51-a719-4f84-8fac-b05281647f06',
    name: 'shop-production',
    description: 'The web shop',
    organizationId: FJORD,
    serviceCode: 'compute-north',
    connectionId: '7460a062-b82a-4095-90bd-c16392758007',
  },
  {
    id: '8571b173-c93b-41a6-81ce-d274a3869108',
    name: 'shared_backup',
    description: 'Backups of all customers',
    organizationId: HARBOUR,
    serviceCode: 'objects-north',
    connectionId: '9682c284-da4c-42b7-92df-e385b497a209',
  },
];

/** The organizations of a tree in its order, those below another right after it. */
export function inTreeOrder(
  parentId: string | null = null,
  organizations: readonly CloudmcOrganization[] = ORGANIZATIONS,
): CloudmcOrganization[] {
  return organizations
    .filter((each) => each.parentId === parentId)
    .flatMap((each) => [each, ...inTreeOrder(each.id, organizations)]);
}

/** What a user may do, by all roles. */
export const permissionsOf = ({ role: primary, additionalRoles }: CloudmcUser): ReadonlySet<string> =>
  new Set([primary, ...additionalRoles].flatMap(({ permissions }) => permissions));

/** The organizations a user may act in: their own, and with `OTHER_LEVELS` those below it. */
export function visibleOrganizations(user: CloudmcUser): CloudmcOrganization[] {
  const own = ORGANIZATIONS.filter(({ id }) => id === user.organizationId);
  return permissionsOf(user).has(OTHER_LEVELS) ? [...own, ...inTreeOrder(user.organizationId)] : own;
}
