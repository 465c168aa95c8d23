import type { ApiKey } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import type { Operation } from '@core/domain/operation';
import type { Protection } from '@core/domain/protection';
import type { VendorKey } from '@main/adapters/adapter';
import type { EnvironmentService, Place } from '@main/services/environment-service';
import type { OperationJournal } from '@main/services/operation-journal';
import type { Finding, Settle } from '@main/services/attempt';

/** Looks for the key an issue created, by its mark or by its name among those that were not there before. */
export async function findIssued(place: Place, operation: Operation): Promise<Finding<ApiKey>> {
  const { clientRef, label, known = [], startedAt } = operation;
  const trace = { clientRef, name: label, known, startedAt };
  const key = await place.adapter.findIssued(operation.environmentId, trace);
  return key === null ? { done: false } : { done: true, value: located(key, operation), keyId: key.id };
}

/**
 * Looks whether a stopped key is really gone.
 * @param told the console itself said that it stopped the key
 */
export async function findStopped(place: Place, operation: Operation, told = false): Promise<Finding<null>> {
  const key = await place.adapter.key(operation.environmentId, keyIdOf(operation));
  if (key !== null && key.revokedAt === undefined) return { done: false };
  if (key === null && !told) await mustBeListed(place, operation);
  return { done: true, value: null };
}

/** SECURITY: a console that hides a whole environment from us says "not found" of keys that live on in it. */
export async function mustBeListed(
  { adapter }: Place,
  { environmentId }: Pick<Operation, 'environmentId'>,
): Promise<void> {
  const listed = await adapter.environments();
  if (listed.some((each) => each.environmentId === environmentId)) return;
  throw new AppError(
    'not-found',
    'The console no longer shows this environment, so nothing is known of its keys.',
  );
}

/** Looks whether a key now has the values an edit was to give it. */
export async function findEdited(
  place: Place,
  operation: Operation,
  journal: OperationJournal,
): Promise<Finding<ApiKey>> {
  const key = await place.adapter.key(operation.environmentId, keyIdOf(operation));
  if (key !== null) {
    const value = located(key, operation);
    return hasChanged(asDraft(key), operation, journal) ? { done: true, value } : { done: false };
  }
  // Where the name is the identifier, a renamed key is another one.
  if (operation.fields?.includes('name') !== true) return { done: false };
  for await (const { keys } of place.adapter.keys(operation.environmentId)) {
    const renamed = keys.find((each) => hasChanged(asDraft(each), operation, journal));
    if (renamed !== undefined) return { done: true, value: located(renamed, operation), keyId: renamed.id };
  }
  return { done: false };
}

/** Looks whether an endpoint now has the rules a change was to give it. */
export async function findProtected(
  { adapter }: Place,
  operation: Operation,
  journal: OperationJournal,
): Promise<Finding<Protection>> {
  const endpoints = (await adapter.protections?.list(operation.environmentId)) ?? [];
  const endpoint = endpoints.find(({ path }) => path === operation.keyId);
  if (endpoint === undefined || !hasChanged({ ...endpoint }, operation, journal)) return { done: false };
  return { done: true, value: endpoint };
}

/** Whether the facts an operation was to change are now what it wanted, by the hash of what was asked. */
function hasChanged(
  facts: Record<string, unknown>,
  { fields = [], payloadHash }: Operation,
  journal: OperationJournal,
): boolean {
  return journal.hash(Object.fromEntries(fields.map((field) => [field, facts[field]]))) === payloadHash;
}

/** Settles operations of earlier runs from their journal entry alone. */
export function settleWith(
  environments: EnvironmentService,
  journal: OperationJournal,
  findDeployed: Settle,
): Settle {
  return async (operation) => {
    if (operation.kind === 'deploy') return findDeployed(operation);
    const place = await environments.place(operation);
    switch (operation.kind) {
      case 'issue':
        return findIssued(place, operation);
      case 'stop':
        return findStopped(place, operation);
      case 'edit':
        return findEdited(place, operation, journal);
      case 'protect':
        return findProtected(place, operation, journal);
    }
  };
}

/** The facts of a key in the form in which a draft or a change names them. */
function asDraft(key: VendorKey): Record<string, unknown> {
  return {
    name: key.name,
    description: key.description ?? '',
    active: key.active,
    type: key.type,
    role: key.role,
    expiresAt: key.expiresAt,
    allowedHosts: key.allowedHosts === 'any' ? [] : key.allowedHosts,
  };
}

const located = (key: VendorKey, { consoleId, environmentId }: Operation): ApiKey => ({
  ...key,
  consoleId,
  environmentId,
});

function keyIdOf({ keyId }: Operation): string {
  if (keyId === undefined)
    throw new AppError('not-found', 'The journal does not say which key this was about.');
  return keyId;
}
