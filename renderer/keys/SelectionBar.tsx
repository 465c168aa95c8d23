import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { mdiTrashCanOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import { formatCount, plural } from '@core/text/format';
import { Icon } from '@renderer/shared/Icon';
import { EMPTY_SELECTION } from '@renderer/table/selection';
import { leftOutText } from './bulk-text';
import { canStop, canStopInBulk } from './key-rights';
import type { KeyRow } from './key-row';
import type { KeyView } from './use-key-view';

/** As many keys as one run may stop. */
const MOST_AT_ONCE = 5_000;

export interface SelectionBarProps {
  readonly view: KeyView;
  readonly onStop: (rows: readonly KeyRow[]) => void;
}

/** What can be done with the keys that are ticked. It says when some of them are out of sight, or cannot be stopped. */
export function SelectionBar({ view, onStop }: SelectionBarProps): ReactNode {
  const { selected, setSelection } = view;
  const together = selected.length > 1;
  const stoppable = selected.filter(together ? canStopInBulk : canStop);
  const tooMany = stoppable.length > MOST_AT_ONCE;
  const unseen = selected.length - inSight(view);
  const leftOut = stoppable.length < selected.length ? leftOutText(selected) : '';
  return (
    <>
      <Typography role="status" variant="subtitle2" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {formatCount(selected.length)} selected
        {unseen > 0 && `, ${formatCount(unseen)} of them not shown by the search or the filters`}
        {tooMany && `; at most ${formatCount(MOST_AT_ONCE)} can be dealt with at once`}
        {leftOut !== '' && `. ${leftOut}`}
      </Typography>
      {stoppable.length > 0 && (
        <Button
          size="small"
          variant="outlined"
          color="error"
          startIcon={<Icon path={mdiTrashCanOutline} size="small" />}
          disabled={tooMany}
          onClick={() => onStop(stoppable)}
        >
          {stopVerb(stoppable)} {plural(stoppable.length, 'key')}
        </Button>
      )}
      <Button size="small" onClick={() => setSelection(EMPTY_SELECTION)}>
        Clear selection
      </Button>
    </>
  );
}

function inSight({ table, selection }: KeyView): number {
  let count = 0;
  for (const at of table.order) if (selection.ids.has(table.rows[at]?.id ?? '')) count += 1;
  return count;
}

/** The vendor's word where all keys have the same, "Stop" where they do not. */
export function stopVerb(rows: readonly KeyRow[]): string {
  const [verb, ...others] = new Set(rows.map(({ place }) => place.traits.stop.verb));
  return verb !== undefined && others.length === 0 ? verb : 'Stop';
}
