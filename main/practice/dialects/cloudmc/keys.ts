import type { Assumptions } from '../../assumptions';
import { CloudmcFailure } from './failure';
import { defaultKeyName, newKey, type CloudmcKey } from './key-store';
import {
  list,
  record,
  type CloudmcAnswer,
  type CloudmcCall,
  type CloudmcDesk,
  type CloudmcRoute,
} from './route';
import { ApiKeyRequest, keySchemas, Task } from './schema';

const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

const instantOrNull = (time: number | null): string | null =>
  time === null ? null : new Date(time).toISOString();

function keyAnswer(key: CloudmcKey, assumptions: Assumptions): Record<string, unknown> {
  return {
    id: key.id,
    name: key.name,
    [assumptions.cloudmcLastIpField]: key.lastUsedIp,
    [assumptions.cloudmcLastActivityField]: instantOrNull(key.lastUsedAt),
  };
}

/** The caller's own keys where the call acts. Nobody sees those of somebody else. */
function ownKeys({ user, organization, params }: CloudmcCall, { context, keys }: CloudmcDesk): CloudmcKey[] {
  if ('userId' in params && params['userId'] !== user.id)
    throw new CloudmcFailure('not-authorized', 'You are not allowed to see the API keys of another user.');
  const organizationId = context.assumptions.cloudmcKeysPerOrganization ? organization.id : null;
  return keys.of({ userId: user.id, organizationId });
}

function keyOf(call: CloudmcCall, desk: CloudmcDesk): CloudmcKey {
  const found = ownKeys(call, desk).find(({ id }) => id === call.params['id']);
  if (found) return found;
  throw new CloudmcFailure('not-found', 'There is no such API key.', { type: 'api_keys' });
}

const refusedName = (message: string): CloudmcFailure =>
  new CloudmcFailure('invalid-parameters', message, { parameter: 'name' });

/** The name in a body; undefined where there is none. */
function nameIn(body: unknown, { cloudmcNameLimit }: Assumptions): string | undefined {
  const read = ApiKeyRequest.safeParse(body ?? {});
  if (!read.success) throw refusedName('The name must be a text.');
  const { name } = read.data;
  if (name === undefined) return undefined;
  if (name.trim() === '') throw refusedName('The name must not be empty.');
  if ([...name].length > cloudmcNameLimit)
    throw refusedName(`The name may have at most ${cloudmcNameLimit} characters.`);
  if (UNPRINTABLE.test(name)) throw refusedName('The name must not contain control characters.');
  return name;
}

function issue(call: CloudmcCall, desk: CloudmcDesk): Record<string, unknown> {
  const { assumptions, clock } = desk.context;
  const owner = { userId: call.user.id, organizationId: call.organization.id };
  const { key, secret } = newKey(owner, nameIn(call.body, assumptions) ?? defaultKeyName(), clock());
  desk.keys.add(key);
  // SECURITY: the only time it leaves; kept is its digest.
  return { ...keyAnswer(key, assumptions), [assumptions.cloudmcSecretField]: secret };
}

function create(call: CloudmcCall, desk: CloudmcDesk): CloudmcAnswer {
  const { cloudmcCreateByTask, cloudmcTaskFails } = desk.context.assumptions;
  ownKeys(call, desk);
  if (!cloudmcCreateByTask) return record(issue(call, desk));
  const result = cloudmcTaskFails ? null : issue(call, desk);
  return { status: 200, body: desk.tasks.start(call.user.id, result) };
}

function rename(call: CloudmcCall, desk: CloudmcDesk): CloudmcAnswer {
  const { assumptions } = desk.context;
  const key = keyOf(call, desk);
  const name = nameIn(call.body, assumptions);
  if (name === undefined) throw refusedName('A name is required.');
  desk.keys.rename(key.id, name);
  return record(keyAnswer({ ...key, name }, assumptions));
}

function remove(call: CloudmcCall, desk: CloudmcDesk): CloudmcAnswer {
  const { assumptions, clock } = desk.context;
  const { cloudmcRevocationMs: lasts } = assumptions;
  desk.keys.remove(keyOf(call, desk), lasts > 0 ? clock() + lasts : null);
  return assumptions.cloudmcDeleteStatus === 204 ? { status: 204 } : record({});
}

function task(call: CloudmcCall, desk: CloudmcDesk): CloudmcAnswer {
  const body = desk.tasks.answer(call.user.id, call.params['id'] ?? '');
  if (body) return { status: 200, body };
  throw new CloudmcFailure('not-found', 'There is no such task.', { type: 'tasks' });
}

/** Where work that takes longer is asked for. */
export const TASK_ROUTES: readonly CloudmcRoute[] = [
  {
    method: 'GET',
    path: '/tasks/{id}',
    doc: { operationId: 'FindTask', tag: 'Tasks', summary: 'Gets a task.', answer: Task },
    handle: task,
  },
];

/** The API keys of the caller, at the path that is assumed. */
export function keyRoutes(assumptions: Assumptions): readonly CloudmcRoute[] {
  const path = assumptions.cloudmcKeyPath;
  const tag = 'API keys';
  const { key, issued } = keySchemas(assumptions);
  const named = { body: ApiKeyRequest, tag };
  return [
    {
      method: 'GET',
      path,
      doc: { operationId: 'FindAllApiKey', tag, summary: 'Lists your API keys.', answer: key, list: true },
      handle: (call, desk) => list(ownKeys(call, desk).map((each) => keyAnswer(each, assumptions))),
    },
    {
      method: 'POST',
      path,
      doc: { operationId: 'CreateApiKey', summary: 'Generates an API key.', answer: issued, ...named },
      handle: create,
    },
    {
      method: 'PUT',
      path: `${path}/{id}`,
      doc: { operationId: 'UpdateApiKey', summary: 'Renames an API key.', answer: key, ...named },
      handle: rename,
    },
    {
      method: 'DELETE',
      path: `${path}/{id}`,
      doc: { operationId: 'DeleteApiKey', tag, summary: 'Revokes an API key at once.' },
      handle: remove,
    },
  ];
}
