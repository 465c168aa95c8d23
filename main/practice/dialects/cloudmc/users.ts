import { CloudmcFailure } from './failure';
import { list, record, type CloudmcCall, type CloudmcRoute } from './route';
import {
  ORGANIZATIONS,
  permissionsOf,
  USERS,
  USERS_READ,
  visibleOrganizations,
  type CloudmcRole,
  type CloudmcUser,
} from './sample';
import { RoleBinding, User } from './schema';

const CREATED = '2022-03-01T08:00:00.000Z';

/** A binding is named after its user and its role. */
const binding = (user: CloudmcUser, { id, name }: CloudmcRole): Record<string, unknown> => ({
  id: `${user.id.slice(0, -2)}${id.slice(-2)}`,
  role: { id, name, isSystem: true, isFixed: true },
});

function userAnswer(user: CloudmcUser): Record<string, unknown> {
  const { id, userName, firstName, lastName, status, organizationId, role } = user;
  const organization = ORGANIZATIONS.find((each) => each.id === organizationId);
  return {
    id,
    userName,
    firstName,
    lastName,
    email: `${firstName}.${lastName}@example.com`.toLowerCase(),
    creationDate: CREATED,
    status,
    organization: { id: organizationId, name: organization?.name },
    tfaEnabled: false,
    deleted: false,
    primaryRoleBinding: binding(user, role),
  };
}

/** Those whom the caller can see: themselves, and with the permission everybody in their organizations. */
function visibleUsers({ user }: CloudmcCall): CloudmcUser[] {
  if (!permissionsOf(user).has(USERS_READ)) return [user];
  const organizations = new Set(visibleOrganizations(user).map(({ id }) => id));
  return USERS.filter(({ organizationId }) => organizations.has(organizationId));
}

function userOf(call: CloudmcCall): CloudmcUser {
  const { id } = call.params;
  const found = visibleUsers(call).find((each) => each.id === id);
  if (found) return found;
  if (USERS.some((each) => each.id === id))
    throw new CloudmcFailure('not-authorized', 'You are not allowed to see this user.');
  throw new CloudmcFailure('not-found', 'There is no such user.', { type: 'users' });
}

/** Users and their roles. */
export const USER_ROUTES: readonly CloudmcRoute[] = [
  {
    method: 'GET',
    path: '/users',
    doc: {
      operationId: 'FindAllUser',
      tag: 'Users',
      summary: 'Lists the users that the caller can see; without a permission only the caller.',
      answer: User,
      list: true,
    },
    handle: (call) => list(visibleUsers(call).map(userAnswer)),
  },
  {
    method: 'GET',
    path: '/users/{id}',
    doc: { operationId: 'FindUser', tag: 'Users', summary: 'Gets a user.', answer: User },
    handle: (call) => record(userAnswer(userOf(call))),
  },
  {
    method: 'GET',
    path: '/users/{id}/additional_roles',
    doc: {
      operationId: 'FindAdditionalRoles',
      tag: 'Users',
      summary: 'Lists the roles of a user besides the primary one.',
      answer: RoleBinding,
      list: true,
    },
    handle: (call) => {
      const user = userOf(call);
      return list(user.additionalRoles.map((each) => binding(user, each)));
    },
  },
];
