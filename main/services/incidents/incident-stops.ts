import type * as z from 'zod';
import type { incidentCalls } from '@core/contract/leak';
import { keyText } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import type { IncidentEvent, IncidentKey, IncidentView, KillState } from '@core/domain/incident';
import { keyPower } from '@core/domain/key-power';
import { killWord } from '@core/domain/kill-word';
import type { VendorKey } from '@main/adapters/adapter';
import type { EnvironmentService, Place } from '@main/services/environment-service';
import type { IncidentDesk } from '@main/services/incidents/incident-desk';
import { ownKey, refuseReadOnly } from '@main/services/key-checks';
import type { KeyService } from '@main/services/key-service';
import { Lanes } from '@main/services/lanes';

type StopCall = z.output<(typeof incidentCalls)['stop']['input']>;
type Order = StopCall['keys'][number];

/** What became of one key. */
interface Outcome {
  readonly state: KillState;
  readonly answer: string;
}

/** A key that is to be stopped, as its console has it now; or why that is not known. */
interface Target {
  readonly order: Order;
  readonly leaked: IncidentKey;
  readonly place: Place | null;
  readonly key: VendorKey | null;
  readonly problem: string | null;
}

/** What stopping stands on. */
export interface IncidentStopsParts {
  readonly desk: IncidentDesk;
  readonly environments: EnvironmentService;
  readonly keys: KeyService;
}

/** How many keys are stopped at the same time on one console. */
const AT_ONCE = 4;
const UNCLEAR = 'Sent, not confirmed. Treat it as live; Keydesk goes on looking.';

/** Stops leaked keys: the most privileged first, each as one journaled operation, with an outcome of its own. */
export class IncidentStops {
  private readonly lanes = new Lanes(AT_ONCE);

  constructor(private readonly parts: IncidentStopsParts) {}

  /** Resolves when every key has an outcome. Nothing is sent before all of it was checked. */
  async stop(request: StopCall): Promise<IncidentView> {
    const { desk } = this.parts;
    const { incidentId, mode, why, typed = '', evenOwn = false } = request;
    const view = await desk.open(incidentId);
    desk.mustNotTell(why);
    refuseTwice(request.keys);
    const targets = await Promise.all(request.keys.map((order) => this.target(order, view)));
    checkWord(mode, targets, typed);
    for (const { key } of targets) if (key?.signsIn !== undefined && !evenOwn) throw ownKey(key.signsIn);
    const decided: IncidentEvent = { kind: 'decided', mode, why, keys: request.keys.map(({ key }) => key) };
    if (!isDecided(view, decided)) await desk.add(incidentId, [decided]);
    const first = [...targets].sort((a, b) => power(b) - power(a));
    await Promise.all(first.map((target) => this.inLane(target, () => this.one(incidentId, mode, target))));
    return desk.view(incidentId);
  }

  private inLane(target: Target, job: () => Promise<void>): Promise<void> {
    return this.lanes.run(target.order.key.consoleId, job);
  }

  private async target(order: Order, view: IncidentView): Promise<Target> {
    const leaked = view.leaked.find(({ key }) => keyText(key) === keyText(order.key));
    if (leaked === undefined)
      throw new AppError('invalid-input', 'This key is not part of the incident. Search for it first.');
    const unknown = { order, leaked, place: null, key: null };
    try {
      const place = await this.parts.environments.place(order.key);
      const { environmentId, keyId } = order.key;
      const read = (): Promise<VendorKey | null> => place.adapter.key(environmentId, keyId);
      const key = await this.lanes.run(`${order.key.consoleId}/reads`, read);
      return { ...unknown, place, key, problem: null };
    } catch (error) {
      if (error instanceof AppError) return { ...unknown, problem: `Nothing was sent: ${error.message}` };
      throw error;
    }
  }

  private async one(incidentId: string, mode: StopCall['mode'], target: Target): Promise<void> {
    const { desk } = this.parts;
    const { key, operationId } = target.order;
    const ordered = await desk.add(incidentId, [{ kind: 'ordered', key, operationId, mode }]);
    const at = ordered.entries.at(-1)?.at;
    if (at !== undefined) desk.watches.ordered(incidentId, key, at);
    const outcome = await this.outcome(incidentId, mode, target);
    await desk.add(incidentId, [{ kind: 'stopped', key, operationId, ...outcome }]);
    const held = desk.heldFor(incidentId, key);
    if (held === null || outcome.state === 'failed') return;
    // What cannot be tried now can still be tried by hand.
    const begun = desk.watches.start({ incidentId, key, held, orderedAt: at ?? null });
    await begun.catch(unlessOurs);
  }

  private async outcome(incidentId: string, mode: StopCall['mode'], target: Target): Promise<Outcome> {
    const { place, problem } = target;
    try {
      if (place === null) return { state: 'failed', answer: problem ?? UNCLEAR };
      refuseReadOnly(place);
      if (place.traits.secret.shown === 'kept') return { state: 'failed', answer: RECORD_ONLY };
      await this.mustBeTheSame(incidentId, place, target);
      return await (mode === 'disable' ? this.disable(place, target) : this.kill(place, target));
    } catch (error) {
      // A bug of ours says nothing of the key.
      if (!(error instanceof AppError)) return { state: 'checking', answer: UNCLEAR };
      return { state: 'failed', answer: error.code === 'conflict' ? CONFLICT : error.message };
    }
  }

  private async kill(place: Place, { order, leaked, key }: Target): Promise<Outcome> {
    const request = { operationId: order.operationId, key: order.key, revision: key?.revision };
    const outcome = await this.parts.keys.sendStop(place, { ...request, label: key?.name ?? leaked.name });
    if (outcome.state === 'checking') return { state: 'checking', answer: UNCLEAR };
    if (place.vendor.mustDeploy) return { state: 'saved', answer: SAVED };
    const { past } = place.traits.stop;
    return { state: 'stopped', answer: `Read back from the console: the key is ${past}.` };
  }

  private async disable(place: Place, { order, leaked, key }: Target): Promise<Outcome> {
    if (!place.traits.disable) throw new AppError('forbidden', 'Keys cannot be disabled here. Kill it.');
    const { operationId } = order;
    const { name: label, revision } = key ?? { name: leaked.name, revision: undefined };
    const changes = { active: false };
    const outcome = await this.parts.keys.edit({ operationId, key: order.key, label, revision, changes });
    if (outcome.state === 'checking') return { state: 'checking', answer: UNCLEAR };
    if (outcome.state === 'conflict') return { state: 'failed', answer: CONFLICT };
    if (place.vendor.mustDeploy) return { state: 'saved', answer: SAVED };
    return { state: 'disabled', answer: 'Disabled. It can be enabled again.' };
  }

  /** SECURITY: where ids pass from key to key, the one that leaked is recognised by its secret before it is stopped. */
  private async mustBeTheSame(incidentId: string, { adapter }: Place, { order }: Target): Promise<void> {
    const held = this.parts.desk.heldFor(incidentId, order.key);
    if (held === null || adapter.secrets === undefined) return;
    const { environmentId, keyId } = order.key;
    const secrets = await adapter.secrets(environmentId);
    const now = secrets.find((each) => each.keyId === keyId);
    if (now === undefined || now.secret === held.secret) return;
    throw new AppError(
      'invalid-input',
      'Another key has this name by now, so nothing was sent. Search again.',
    );
  }
}

const SAVED = 'Saved where it is kept. It works until that is deployed.';
const CONFLICT = 'Somebody else changed it in the same moment. Look at it, and stop it again.';
const RECORD_ONLY =
  'Keydesk only keeps a record of this key and cannot stop it. Delete it in the console of its vendor; trials go on here.';

const power = ({ leaked: { type, role, production }, key }: Target): number => {
  const allowedHosts = key?.allowedHosts;
  const facts = { type: key?.type ?? type, role: key?.role ?? role };
  return keyPower({ ...facts, ...(allowedHosts !== undefined && { allowedHosts }) }, production);
};

/** SECURITY: by the record and by the console, whichever asks for more. */
function checkWord(mode: StopCall['mode'], targets: readonly Target[], typed: string): void {
  const facts = targets.map(({ leaked, key, place }) => ({
    type: leaked.type === 'administration' ? leaked.type : (key?.type ?? leaked.type),
    production: leaked.production || place?.environment.production === true,
  }));
  const word = killWord(mode, facts);
  if (word === null || typed.trim() === word) return;
  throw new AppError('invalid-input', `Type ${word} to go on.`, { field: 'typed' });
}

/** SECURITY: two orders that share a key or an operation would share an outcome that is true of one of them. */
function refuseTwice(orders: readonly Order[]): void {
  const keys = new Set(orders.map(({ key }) => keyText(key)));
  const operations = new Set(orders.map(({ operationId }) => operationId));
  if (keys.size === orders.length && operations.size === orders.length) return;
  throw new AppError('invalid-input', 'A key is named twice. Select again.');
}

/** The decision may have been written down when a copy was issued. */
function isDecided({ entries }: IncidentView, decided: IncidentEvent): boolean {
  const last = entries.findLast(({ event }) => event.kind === 'decided')?.event;
  return JSON.stringify(last) === JSON.stringify(decided);
}

function unlessOurs(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}
