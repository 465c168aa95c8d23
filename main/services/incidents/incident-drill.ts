import type * as z from 'zod';
import type { incidentCalls } from '@core/contract/leak';
import { AppError } from '@core/domain/app-error';
import type { Environment } from '@core/domain/environment';
import { DAY_MS, toInstant } from '@core/domain/instant';
import type { KeyDraft } from '@core/domain/key-draft';
import { traitsOf, vendorInfo, type KeyFact, type KeyTraits, type KeyUse } from '@core/domain/vendor';
import type { Clock, Crypto } from '@main/ports';
import type { ConsoleService } from '@main/services/console-service';
import type { EnvironmentService } from '@main/services/environment-service';
import type { IncidentDesk } from '@main/services/incidents/incident-desk';
import { refOf } from '@main/services/key-checks';
import type { KeyService } from '@main/services/key-service';
import type { LeakSearch } from '@main/services/leak/leak-search';
import type { SecretVault } from '@main/services/secret-vault';

type Drill = z.output<(typeof incidentCalls)['startDrill']['output']>;

/** What a drill stands on. */
export interface IncidentDrillParts {
  readonly desk: IncidentDesk;
  readonly consoles: Pick<ConsoleService, 'openPractice'>;
  readonly environments: EnvironmentService;
  readonly keys: KeyService;
  readonly vault: SecretVault;
  readonly leak: LeakSearch;
  readonly clock: Clock;
  readonly crypto: Crypto;
}

const NAME = 'Nightly export';
const VALID_DAYS = 7;

/** On the practice console a key is issued and "leaks"; the stopwatch of its record runs from now. */
export async function startDrill(by: string, parts: IncidentDrillParts): Promise<Drill> {
  const { clock, crypto, desk, keys, vault, leak } = parts;
  const { environment, traits, use } = await trainingPlace(parts);
  const draft = await drillDraft(environment, traits, parts);
  const issued = await keys.issue({ operationId: crypto.uuid(), environment: refOf(environment), draft });
  if (issued.state === 'checking' || issued.handle === null) throw notNow();
  const { secret } = vault.get(issued.handle);
  vault.release(issued.handle);
  const at = toInstant(clock.now());
  const search = leak.submit(logLine({ secret, use, endpoint: environment.endpoint ?? '', at }));
  const incidentId = crypto.uuid();
  const story = `A colleague writes: “The public build log of our nightly export shows a whole curl command, with a key of ${environment.name} in it. I copied that line for you.”`;
  const incident = await desk.add(
    incidentId,
    [
      {
        kind: 'opened',
        title: `Drill: a key of ${environment.name}`.slice(0, 200),
        drill: true,
        reportedAt: at,
        foundAt: 'A line of a public build log (a drill).',
      },
    ],
    by,
  );
  return { incident, search, story };
}

interface TrainingPlace {
  readonly environment: Environment;
  readonly traits: KeyTraits;
  readonly use: KeyUse;
}

/** The first place of the practice consoles where a key works and dies without a further step, and that is not production. */
async function trainingPlace({ consoles, environments }: IncidentDrillParts): Promise<TrainingPlace> {
  for (const { id, vendor } of await consoles.openPractice()) {
    const info = vendorInfo(vendor);
    if (info.mustDeploy) continue;
    const usable = (each: Environment): boolean =>
      !each.production &&
      each.readOnly === undefined &&
      each.state !== 'stopped' &&
      each.endpoint !== undefined;
    const environment = (await environments.list(id)).find(usable);
    if (environment !== undefined)
      return { environment, use: info.use, traits: traitsOf(info, environment.variant) };
  }
  throw notNow();
}

/** An ordinary key, as the form would ask for it. */
async function drillDraft(
  environment: Environment,
  { fields }: KeyTraits,
  { environments, clock }: IncidentDrillParts,
): Promise<KeyDraft> {
  const has = (fact: KeyFact): boolean => fields.some((field) => field.fact === fact);
  const wanted = fields.find(({ fact }) => fact === 'role')?.defaultValue ?? '';
  const roles = has('role') ? (await environments.roles(refOf(environment))).map(({ name }) => name) : [];
  const role = roles.includes(wanted) ? wanted : (roles[0] ?? wanted);
  return {
    name: NAME,
    ...(has('type') && { type: 'standard' as const }),
    ...(has('role') && { role }),
    ...(has('expiresAt') && { expiresAt: toInstant(clock.now() + VALID_DAYS * DAY_MS) }),
    ...(has('validDays') && { validDays: VALID_DAYS }),
    ...(has('allowedHosts') && { allowedHosts: [] }),
  };
}

function logLine({
  secret,
  use,
  endpoint,
  at,
}: {
  secret: string;
  use: KeyUse;
  endpoint: string;
  at: string;
}): string {
  const command = `curl -sS -H '${use.header}: ${secret}' '${endpoint}${use.probePath}'`;
  return `${at} nightly-export[2411]: attempt 3 of 5: ${command} exited with 28`;
}

const notNow = (): AppError =>
  new AppError(
    'server',
    'The practice console could not make a key for the drill. Start it again in a moment.',
  );
