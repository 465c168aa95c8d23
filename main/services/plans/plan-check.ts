import type { ApiKey, KeyRef } from '@core/domain/api-key';
import { keyRefOf } from '@core/domain/api-key';
import { fateOf } from '@core/domain/bulk-fate';
import { toInstant, type Instant } from '@core/domain/instant';
import type { Plan, PlanRow, PlanVerdict } from '@core/domain/plan';
import { approvedFacts } from '@core/domain/plan-facts';
import { BY_HAND, planChanges } from '@core/text/plan-words';
import type { Clock } from '@main/ports';
import type { Place } from '@main/services/environment-service';
import type { OperationJournal } from '@main/services/operation-journal';
import type { RevokeOnlyMode } from '@main/services/revoke-only';
import { PlanPlaces, type Here, type PlanPlacesParts } from './plan-places';

/** A key that is here now, with all that decides what stopping it means. */
export interface LiveKey {
  readonly key: ApiKey;
  readonly place: Place;
  /** The hash of everything an approval is bound to. */
  readonly facts: string;
  /** Keydesk may sign in with it. */
  readonly perhapsOwn: boolean;
}

/** A row as a check found it. */
export interface CheckedRow {
  readonly verdict: PlanVerdict;
  readonly ref: KeyRef | null;
  readonly live: LiveKey | null;
}

/** All rows as they were at one moment. */
export interface Checked {
  readonly at: Instant;
  readonly rows: readonly CheckedRow[];
}

/** What a check stands on. */
export interface PlanCheckParts extends PlanPlacesParts {
  readonly journal: Pick<OperationJournal, 'hash'>;
  readonly mode: Pick<RevokeOnlyMode, 'state'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** Compares every row of a plan with the consoles that are here. Reads only. */
export async function checkPlan(
  plan: Plan,
  parts: PlanCheckParts,
  progress: (done: number, of: number) => void,
): Promise<Checked> {
  const places = new PlanPlaces(parts, await parts.consoles.list());
  const wanted = [...keysByPlace(plan)];
  const found = new Map<number, Here>();
  await Promise.all(
    wanted.map(async ([at, keyIds]) => {
      const place = plan.places[at];
      if (place !== undefined) found.set(at, await places.read(place, keyIds));
      progress(found.size, wanted.length);
    }),
  );
  const now = parts.clock.now();
  const judging = { now, journal: parts.journal, revokeOnly: (await parts.mode.state()) !== 'off' };
  return { at: toInstant(now), rows: plan.rows.map((row) => judged(row, found.get(row.place), judging)) };
}

function keysByPlace({ rows }: Plan): Map<number, string[]> {
  const keys = new Map<number, string[]>();
  for (const { place, keyId } of rows) {
    const known = keys.get(place);
    if (known === undefined) keys.set(place, [keyId]);
    else known.push(keyId);
  }
  return keys;
}

interface Judging {
  readonly now: number;
  readonly journal: Pick<OperationJournal, 'hash'>;
  readonly revokeOnly: boolean;
}

const only = (state: PlanVerdict['state'], says: string): CheckedRow => ({
  verdict: { state, says },
  ref: null,
  live: null,
});

function judged(row: PlanRow, here: Here | undefined, judging: Judging): CheckedRow {
  if (here?.state !== 'here') return only(here?.state ?? 'elsewhere', here?.why ?? 'It was not looked at.');
  const { place, keys, gone } = here;
  const key = keys.get(row.keyId);
  if (key?.revokedAt !== undefined) return only('gone', 'It is stopped already.');
  if (key !== undefined) return alive(row, key, place, judging);
  return gone.has(row.keyId)
    ? only('gone', `It is not listed any more.${afterwards(place)}`)
    : only('unreachable', 'The list of the console changed while it was read. Check again.');
}

/** What may let a key work on that is stopped; empty where it is dead at once. */
export function aliveAfter({ vendor, traits }: Place): string {
  if (vendor.mustDeploy) return 'It works until the next deployment.';
  return traits.secret.shown === 'kept' ? 'Only its record is gone; the key itself may work on.' : '';
}

const afterwards = (place: Place): string => (aliveAfter(place) === '' ? '' : ` ${aliveAfter(place)}`);

function alive(row: PlanRow, key: ApiKey, place: Place, judging: Judging): CheckedRow {
  const changes = planChanges(row, key);
  const changed = changes.length > 0 && { changes };
  const ref = keyRefOf(key);
  if (row.decision !== 'revoke')
    return { verdict: { state: 'by-hand', says: byHand(row, judging), ...changed }, ref, live: null };
  const fate = fateOf({ kind: 'stop' }, key, place, judging.now);
  if (fate.refused !== null)
    return { verdict: { state: 'refused', says: fate.refused, ...changed }, ref, live: null };
  const facts = judging.journal.hash(approvedFacts(key));
  return {
    verdict: {
      state: changed ? 'changed' : 'ready',
      says: `${place.traits.stop.verb}: ${fate.short}`,
      effect: `${fate.effect} ${fate.undo}`,
      ...changed,
    },
    ref,
    live: { key, place, facts, perhapsOwn: fate.perhapsOwn },
  };
}

function byHand({ decision }: PlanRow, { revokeOnly }: Judging): string {
  if (decision === 'revoke') return '';
  const closed = revokeOnly && decision !== 'ask';
  return `${BY_HAND[decision]}${closed ? ' Not while Keydesk is in revoke-only mode.' : ''}`;
}
