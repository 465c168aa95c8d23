import { list, type CloudmcCall, type CloudmcRoute } from './route';
import {
  ENVIRONMENTS,
  ORGANIZATIONS,
  permissionsOf,
  ROLES,
  USERS,
  USERS_READ,
  visibleOrganizations,
  type CloudmcEnvironment,
  type CloudmcOrganization,
  type CloudmcRole,
} from './sample';
import { Environment, Organization, Role } from './schema';

const CREATED = '2022-03-01T08:00:00.000Z';

const organizationOf = (id: string): CloudmcOrganization | undefined =>
  ORGANIZATIONS.find((each) => each.id === id);

function lineage({ id, parentId }: CloudmcOrganization): string {
  const parent = parentId === null ? undefined : organizationOf(parentId);
  return `${parent ? lineage(parent) : ''}/${id}`;
}

function organizationAnswer(organization: CloudmcOrganization, call: CloudmcCall): Record<string, unknown> {
  const { id, parentId, name, entryPoint, isReseller, isTrial, deleted } = organization;
  const parent = parentId === null ? undefined : organizationOf(parentId);
  const seesUsers = permissionsOf(call.user).has(USERS_READ);
  const users = USERS.filter((user) => user.organizationId === id && (seesUsers || user.id === call.user.id));
  return {
    id,
    name,
    entryPoint,
    lineage: lineage(organization),
    parent: parent ? { id: parent.id, name: parent.name } : null,
    environments: ENVIRONMENTS.filter((each) => each.organizationId === id).map((each) => ({ id: each.id })),
    users: users.map((user) => ({ id: user.id, userName: user.userName })),
    isReseller,
    isTrial,
    tags: [],
    customFields: {},
    deleted,
  };
}

function environmentAnswer(environment: CloudmcEnvironment): Record<string, unknown> {
  const { id, name, description, organizationId, serviceCode, connectionId } = environment;
  const organization = organizationOf(organizationId);
  return {
    id,
    name,
    description,
    membership: 'ALL_ORG_USERS',
    creationDate: CREATED,
    organization: { id: organizationId, name: organization?.name, entryPoint: organization?.entryPoint },
    state: 'PROVISIONED',
    serviceConnection: { id: connectionId, name: serviceCode, serviceCode, type: 'compute' },
  };
}

const roleAnswer = ({ id, name, defaultScope, permissions }: CloudmcRole): Record<string, unknown> => ({
  id,
  name,
  isSystem: true,
  isDefault: name === 'User',
  isFixed: true,
  deleted: false,
  defaultScope,
  permissions: permissions.map((each, at) => ({
    id: id.slice(0, -2) + String(at + 10),
    name: each,
  })),
});

/** Organizations, and what is listed beside them. */
export const ORGANIZATION_ROUTES: readonly CloudmcRoute[] = [
  {
    method: 'GET',
    path: '/organizations',
    doc: {
      operationId: 'FindAllOrganization',
      tag: 'Organizations',
      summary: 'Lists the organizations that the caller can see.',
      query: { include_deleted: 'Whether deleted ones are listed too.' },
      answer: Organization,
      list: true,
    },
    handle: (call) =>
      list(
        visibleOrganizations(call.user)
          .filter(({ deleted }) => !deleted || call.query['include_deleted'] === 'true')
          .map((each) => organizationAnswer(each, call)),
      ),
  },
  {
    method: 'GET',
    path: '/environments',
    doc: {
      operationId: 'FindAllEnvironment',
      tag: 'Environments',
      summary: 'Lists the environments of the organization.',
      answer: Environment,
      list: true,
    },
    handle: ({ organization }) =>
      list(
        ENVIRONMENTS.filter(({ organizationId }) => organizationId === organization.id).map(
          environmentAnswer,
        ),
      ),
  },
  {
    method: 'GET',
    path: '/roles',
    doc: {
      operationId: 'FindAllRole',
      tag: 'Roles',
      summary: 'Lists the roles that can be bound to users.',
      query: { filter_scope: 'Only roles of this scope.', system_only: 'Only roles of the system.' },
      answer: Role,
      list: true,
    },
    handle: () => list(Object.values(ROLES).map(roleAnswer)),
  },
];
