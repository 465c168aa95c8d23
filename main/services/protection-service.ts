import type * as z from 'zod';
import type { ProtectionOutcome, ProtectionRequest } from '@core/contract/messages';
import { mayCall, parseAcl } from '@core/domain/acl/acl';
import { AppError } from '@core/domain/app-error';
import type { EnvironmentRef } from '@core/domain/environment';
import type { Protection, ProtectionChange, ProtectionView } from '@core/domain/protection';
import type { Protections, VendorKey } from '@main/adapters/adapter';
import type { DeploymentService } from '@main/services/deployment-service';
import type { EnvironmentService, Place } from '@main/services/environment-service';
import { findProtected } from '@main/services/findings';
import type { OperationJournal } from '@main/services/operation-journal';
import type { OperationService } from '@main/services/operation-service';

/** What the service stands on. */
export interface ProtectionServiceParts {
  readonly environments: EnvironmentService;
  readonly operations: OperationService;
  readonly journal: OperationJournal;
  readonly deployments: DeploymentService;
}

/** The rules by which endpoints let keys through: who may call what, and changing it as one journaled operation. */
export class ProtectionService {
  constructor(private readonly parts: ProtectionServiceParts) {}

  /** Every endpoint with the keys that may call it. */
  async list(ref: EnvironmentRef): Promise<ProtectionView[]> {
    const { adapter } = await this.parts.environments.place(ref);
    const endpoints = await protectionsOf(adapter).list(ref.environmentId);
    const keys: VendorKey[] = [];
    for await (const page of adapter.keys(ref.environmentId)) keys.push(...page.keys);
    return endpoints.map((endpoint) => ({ ...endpoint, ...callersOf(endpoint, keys) }));
  }

  /** Changes the rules of one endpoint; a newer version on the console ends in `conflict` and nothing is written. */
  async change(request: z.infer<typeof ProtectionRequest>): Promise<ProtectionOutcome> {
    const { operationId, environment, path, revision } = request;
    const change = namedIn(request.change);
    const place = await this.parts.environments.place(environment);
    refuse(place, change.acl);
    const protections = protectionsOf(place.adapter);
    const intent = {
      id: operationId,
      kind: 'protect',
      label: path,
      keyId: path,
      payload: change,
      fields: Object.keys(change),
      ...environment,
    } as const;
    try {
      const outcome = await this.parts.operations.run<Protection>(intent, {
        readBack: false,
        repeatable: true,
        send: () => protections.change(environment.environmentId, path, change, revision),
        look: (operation) => findProtected(place, operation, this.parts.journal),
      });
      if (outcome.state === 'checking')
        return { state: 'checking', operationId, message: 'Sent, not confirmed: it may be saved already.' };
      await this.parts.deployments.note(environment, { keyId: path, name: path, kind: 'protect' });
      return { state: 'confirmed', protection: outcome.value };
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
      return { state: 'conflict', theirs: await theirs(protections, environment, path) };
    }
  }
}

/** Only what it names: what crosses as undefined is nothing to change. */
function namedIn(change: ProtectionChange): ProtectionChange {
  const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  if (Object.keys(named).length > 0) return named;
  throw new AppError('invalid-input', 'Nothing is changed.');
}

function protectionsOf({ protections }: Pick<Place['adapter'], 'protections'>): Protections {
  if (protections !== undefined) return protections;
  throw new AppError('forbidden', 'Endpoints of this console have no rules that name keys.');
}

function refuse({ environment }: Place, acl: string | undefined): void {
  if (environment.readOnly !== undefined) throw new AppError('forbidden', environment.readOnly);
  const parsed = acl === undefined ? null : parseAcl(acl);
  if (parsed?.ok === false) throw new AppError('invalid-input', parsed.reason, { field: 'acl' });
}

async function theirs(protections: Protections, ref: EnvironmentRef, path: string): Promise<Protection> {
  const found = (await protections.list(ref.environmentId)).find((each) => each.path === path);
  if (found !== undefined) return found;
  throw new AppError('not-found', 'Somebody else removed this endpoint in the meantime.');
}

/** The active keys an endpoint lets through. A key that is asked for but not named by any expression is enough. */
function callersOf(
  { acl }: Protection,
  keys: readonly VendorKey[],
): Pick<ProtectionView, 'callers' | 'problem'> {
  const parsed = parseAcl(acl);
  if (!parsed.ok) return { callers: [], problem: parsed.reason };
  const callers = keys
    .filter(({ active }) => active !== false)
    .map(({ id, name }) => ({ keyId: id, name, may: mayCall(parsed.acl, name) }))
    .filter((caller): caller is typeof caller & { may: 'yes' | 'depends' } => caller.may !== 'no');
  return { callers };
}
