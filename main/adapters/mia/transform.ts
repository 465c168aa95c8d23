import { AppError } from '@core/domain/app-error';
import type { Operator } from '@core/domain/console';
import { draftProblems } from '@core/domain/key-draft';
import { MIA } from '@core/domain/vendors/mia';
import { isWeakSecret } from '@core/domain/weak-secret';
import type { DecidedDraft, VendorEnvironment, VendorKey } from '@main/adapters/adapter';
import type { KeyItem } from './document';
import { environmentIdOf, type Place } from './place';
import type { RawProject, RawSecret, RawUserInfo } from './schema';

/** Which of our `variants` the keys of a configuration are. */
const VARIANT = 'configuration';

const SAVE_PERMISSION = /^console\.(company\.)?project\.configuration\.update$/;
/** A variable of the runtime environment in a key's value. */
const VARIABLE = /\{\{[^{}]*\}\}/;
const ONLY_VARIABLE = /^\{\{[A-Za-z0-9_]{1,64}\}\}$/;
/** Shorter values are not hinted at: four characters would give too much of them away. */
const LONG_ENOUGH = 20;

/** Why nothing can be changed in a version. */
export const SNAPSHOT =
  'A version is a snapshot and never changes. Change the revision, and make a new version of it.';

/** Who signed in. A console that lists no permissions at all is taken at its word only when it refuses. */
export const toOperator = ({ userId, name, email, permissions = [] }: RawUserInfo): Operator => ({
  name: [name, email, userId].find((text) => text !== undefined && text !== '') ?? 'Service account',
  ...(email !== undefined && email !== '' && { email }),
  canWrite: permissions.length === 0 || permissions.some((permission) => SAVE_PERMISSION.test(permission)),
  canReveal: true,
});

/** What an environment is made of besides its place. */
export interface Surroundings {
  readonly project: RawProject;
  readonly company: string;
  /** Where keys are used, by environment id. */
  readonly endpoints: Readonly<Record<string, string>>;
}

/** An environment in our words. */
export function toEnvironment(
  place: Place,
  { project, company, endpoints }: Surroundings,
): VendorEnvironment {
  const environmentId = environmentIdOf(place);
  const runtime =
    place.kind === 'environments'
      ? project.environments?.find(({ envId }) => envId === place.ref)
      : undefined;
  const endpoint = Object.hasOwn(endpoints, environmentId) ? endpoints[environmentId] : undefined;
  return {
    environmentId,
    name: `${project.name} · ${runtime?.label ?? place.ref}`,
    parent: company,
    ...(endpoint !== undefined && { endpoint }),
    variant: VARIANT,
    maxValidityDays: null,
    canEdit: true,
    production: runtime?.isProduction ?? null,
    state: 'running',
    ...(place.kind === 'versions' && { readOnly: SNAPSHOT }),
  };
}

/** A key in our words. */
export function toKey(
  { id, fields, revision }: KeyItem,
  uses: ReadonlyMap<string, readonly string[]>,
): VendorKey {
  const { clientType, active, description, secret } = fields;
  const hint = hintOf(secret);
  return {
    id,
    name: clientType,
    ...(typeof description === 'string' && description !== '' && { description }),
    type: null,
    role: null,
    active,
    usedBy: [...(uses.get(clientType) ?? [])],
    ...(hint !== null && { hint }),
    ...(isVariable(secret) && { readable: false }),
    // SECURITY: the one thing that is told about the value, besides its last characters where it is long.
    ...(isWeakValue(secret, clientType) && { weakSecret: true }),
    revision,
  };
}

/** Whether a value stands for another one that only the runtime environment has. */
export const isVariable = (secret: string): boolean => VARIABLE.test(secret);

const isWeakValue = (secret: string, clientType: string): boolean =>
  !isVariable(secret) && isWeakSecret(secret, [clientType]);

function hintOf(secret: string): string | null {
  if (isVariable(secret)) return ONLY_VARIABLE.test(secret) ? secret : null;
  return secret.length >= LONG_ENOUGH ? secret.slice(-4) : null;
}

/** A draft as a configuration has it. Throws `invalid-input` at the first field that no configuration may have so. */
export function toSecret({ name, secret = '', active = true, description }: DecidedDraft): RawSecret {
  const traits = MIA.variants[VARIANT];
  if (traits === undefined) throw new Error('mia has no such variant');
  const draft = { name, secret: { typed: secret }, ...(description !== undefined && { description }) };
  const [problem] = Object.entries(draftProblems(draft, { traits, maxValidityDays: null, now: 0 }));
  if (problem !== undefined) throw new AppError('invalid-input', problem[1], { field: problem[0] });
  return { clientType: name, secret, active, ...(description !== undefined && { description }) };
}
