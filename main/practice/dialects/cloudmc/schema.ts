import * as z from 'zod';
import type { CloudmcAssumptions } from '../../assumptions';

const Id = z.uuid();
const Moment = z.iso.datetime();
const named = { id: Id, name: z.string() };

/** A role as it is named where it is bound. */
const RoleName = z.object({ ...named, isSystem: z.boolean(), isFixed: z.boolean() });

/** An organization. */
export const Organization = z
  .object({
    ...named,
    entryPoint: z.string(),
    lineage: z.string(),
    parent: z.object(named).nullable(),
    environments: z.array(z.object({ id: Id })),
    users: z.array(z.object({ id: Id, userName: z.string() })),
    isReseller: z.boolean(),
    isTrial: z.boolean(),
    tags: z.array(z.string()),
    customFields: z.object({}),
    deleted: z.boolean(),
  })
  .meta({ id: 'Organization' });

/** An environment, which holds resources and no API keys. */
export const Environment = z
  .object({
    ...named,
    description: z.string(),
    membership: z.enum(['ALL_ORG_USERS', 'MANY_USERS']),
    creationDate: Moment,
    organization: z.object({ ...named, entryPoint: z.string() }),
    state: z.string(),
    serviceConnection: z.object({ ...named, serviceCode: z.string(), type: z.string() }),
  })
  .meta({ id: 'Environment' });

/** A role with what it permits. */
export const Role = z
  .object({
    ...named,
    isSystem: z.boolean(),
    isDefault: z.boolean(),
    isFixed: z.boolean(),
    deleted: z.boolean(),
    defaultScope: z.string(),
    permissions: z.array(z.object(named)),
  })
  .meta({ id: 'Role' });

/** What gives a user a role. */
export const RoleBinding = z.object({ id: Id, role: RoleName }).meta({ id: 'RoleBinding' });

/** A user. */
export const User = z
  .object({
    id: Id,
    userName: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    email: z.string(),
    creationDate: Moment,
    status: z.enum(['ACTIVE', 'DISABLED']),
    organization: z.object(named),
    tfaEnabled: z.boolean(),
    deleted: z.boolean(),
    primaryRoleBinding: RoleBinding,
  })
  .meta({ id: 'User' });

/** A connection to a cloud service. */
export const ServiceConnection = z
  .object({ ...named, serviceCode: z.string(), type: z.string() })
  .meta({ id: 'ServiceConnection' });

/** Credentials for a cloud service. They are no API keys of this console. */
export const ApiInfo = z
  .object({
    canRegenerateCredentials: z.boolean(),
    fields: z.array(
      z.object({
        key: z.string(),
        value: z.string(),
        sensitive: z.boolean(),
        environmentSpecific: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ApiInfo' });

/** A task. */
export const Task = z
  .object({ id: Id, status: z.string(), created: Moment, result: z.object({}).nullable() })
  .meta({ id: 'Task' });

/** What is sent to create or rename a key. */
export const ApiKeyRequest = z.object({ name: z.string().optional() }).meta({ id: 'ApiKeyRequest' });

/** An API key, and a new one with its secret, under the names that are assumed. */
export function keySchemas(assumptions: CloudmcAssumptions): { key: z.ZodObject; issued: z.ZodObject } {
  const { cloudmcLastIpField, cloudmcLastActivityField, cloudmcSecretField } = assumptions;
  const shape = {
    ...named,
    [cloudmcLastIpField]: z.string().nullable(),
    [cloudmcLastActivityField]: Moment.nullable(),
  };
  return {
    key: z.object(shape).meta({ id: 'ApiKey' }),
    issued: z.object({ ...shape, [cloudmcSecretField]: z.string() }).meta({ id: 'GeneratedApiKey' }),
  };
}
