import type { ActivityNote } from '@core/domain/activity';
import type { BulkAct, BulkReport, BulkRow } from '@core/domain/bulk';
import { listed, plural } from '@core/text/format';
import type { AppServices } from '@main/services/app-services';

const VERBS: Readonly<Record<BulkAct['kind'], string>> = {
  stop: 'Stop',
  disable: 'Disable',
  enable: 'Enable',
  extend: 'Extend',
};

/** A run over many keys that has begun; its end becomes a line of its own. */
export function runBegun({ bulkId, act, keys }: BulkReport, services: AppServices): Partial<ActivityNote> {
  const tell = (report: BulkReport): void => services.activity.record(runEnded(report));
  // A run that nobody knows any more has said what it had to say key by key.
  services.bulk.ended(bulkId).then(tell, () => undefined);
  return { result: 'begun', of: bulkId, detail: `${VERBS[act.kind]} ${plural(keys, 'key')}.` };
}

const OUTCOMES: readonly (readonly [BulkRow['state'], string])[] = [
  ['done', 'done'],
  ['failed', 'failed'],
  ['checking', 'not confirmed'],
  ['cancelled', 'left alone'],
  ['waiting', 'not begun'],
];

/** What became of all keys of a run; never one tick for a partial result. */
function runEnded({ bulkId, act, rows }: BulkReport): ActivityNote {
  const counts = OUTCOMES.flatMap(([state, words]) => {
    const count = rows.filter((row) => row.state === state).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  const whole = rows.every(({ state }) => state === 'done');
  return {
    action: 'bulk',
    result: whole ? 'confirmed' : 'partial',
    of: bulkId,
    detail: `${VERBS[act.kind]} ${plural(rows.length, 'key')}: ${listed(counts)}.`,
  };
}
