import type { ReactNode } from 'react';
import type { BulkAct, BulkRow } from '@core/domain/bulk';
import { environmentKey } from '@core/domain/environment';
import type { Place, Places } from '@renderer/shared/place';
import { isDeadOnceStopped } from '@renderer/shared/stopped';
import { RowSheet } from '@renderer/table/RowSheet';
import { outcomeText } from './run-text';

export interface RunListProps {
  readonly act: BulkAct;
  readonly rows: readonly BulkRow[];
  readonly places: Places;
}

/** Every key of a run by name, with its outcome as soon as there is one. */
export function RunList({ act, rows, places }: RunListProps): ReactNode {
  return (
    <RowSheet label="Selected keys" count={rows.length}>
      {(at) => {
        const row = rows[at];
        return row && <Item row={row} act={act} place={places.get(environmentKey(row.key))} />;
      }}
    </RowSheet>
  );
}

function Item({ row, act, place }: { row: BulkRow; act: BulkAct; place: Place | undefined }): ReactNode {
  return (
    <>
      <span className="name">
        <bdi>{row.label}</bdi>
        <small>
          {row.place}
          {place?.environment.production === true && ' · production'}
        </small>
      </span>
      <span className={`state ${toneOf(row, act, place)}`}>
        {outcomeText(row, act, place)}
        {row.message !== undefined && <small title={row.message}>{row.message}</small>}
      </span>
    </>
  );
}

/** SECURITY: the look of success is for keys that are dead, or as they were meant to be. */
function toneOf({ state }: BulkRow, act: BulkAct, place: Place | undefined): string {
  if (state === 'failed') return 'bad';
  if (state === 'checking') return 'doubtful';
  if (state !== 'done') return '';
  const settled =
    act.kind === 'stop'
      ? place !== undefined && isDeadOnceStopped(place)
      : place?.vendor.mustDeploy === false;
  return settled ? 'good' : 'doubtful';
}
