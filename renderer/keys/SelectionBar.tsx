import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { mdiTrashCanOutline, mdiTrayArrowDown } from '@mdi/js';
import type { ReactNode } from 'react';
import { keyRefOf } from '@core/domain/api-key';
import { MOST_AT_ONCE, type BulkAct } from '@core/domain/bulk';
import { formatCount, plural } from '@core/text/format';
import { useExportKeys } from '@renderer/api/bulk-mutations';
import { Icon } from '@renderer/shared/Icon';
import { useNotify } from '@renderer/shared/Notifications';
import { EMPTY_SELECTION } from '@renderer/table/selection';
import { verbFor } from './bulk-text';
import { canExtend, canStop, canStopInBulk, canSwitchOff, canSwitchOn } from './key-rights';
import type { KeyRow } from '@renderer/key-table/key-row';
import { leftOutText } from './selection-text';
import type { KeyView } from '@renderer/key-table/use-key-view';

export interface SelectionBarProps {
  readonly view: KeyView;
  readonly onBulk: (kind: BulkAct['kind'], rows: readonly KeyRow[]) => void;
}

/** What can be done with the keys that are ticked. It says when some of them are out of sight, or cannot be stopped. */
export function SelectionBar({ view, onBulk }: SelectionBarProps): ReactNode {
  const { selected, setSelection } = view;
  const together = selected.length > 1;
  const stoppable = selected.filter(together ? canStopInBulk : canStop);
  const tooMany = selected.length > MOST_AT_ONCE;
  const unseen = selected.length - inSight(view);
  const out = stoppable.length < selected.length ? leftOutText(selected) : '';
  return (
    <>
      <Typography role="status" variant="subtitle2" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {formatCount(selected.length)} selected
        {unseen > 0 && `, ${formatCount(unseen)} of them not shown by the search or the filters`}
        {tooMany && `; at most ${formatCount(MOST_AT_ONCE)} can be dealt with at once`}
        {out !== '' && `. ${out}`}
      </Typography>
      {stoppable.length > 0 && (
        <Button
          size="small"
          variant="outlined"
          color="error"
          startIcon={<Icon path={mdiTrashCanOutline} size="small" />}
          disabled={tooMany}
          onClick={() => onBulk('stop', stoppable.length > 1 ? selected : stoppable)}
        >
          {verbFor({ kind: 'stop' }, stoppable)} {plural(stoppable.length, 'key')}
        </Button>
      )}
      {together && !tooMany && <OtherActs selected={selected} onBulk={onBulk} />}
      <ExportButton selected={selected} />
      <Button size="small" onClick={() => setSelection(EMPTY_SELECTION)}>
        Clear selection
      </Button>
    </>
  );
}

/** Only what some of the selected keys allow. */
const OTHERS = [
  { kind: 'disable', label: 'Disable', can: canSwitchOff },
  { kind: 'enable', label: 'Enable', can: canSwitchOn },
  { kind: 'extend', label: 'Extend', can: canExtend },
] as const;

function OtherActs({
  selected,
  onBulk,
}: { selected: readonly KeyRow[] } & Pick<SelectionBarProps, 'onBulk'>): ReactNode {
  return OTHERS.map(({ kind, label, can }) => {
    const count = selected.filter(can).length;
    return (
      count > 0 && (
        <Button key={kind} size="small" variant="outlined" onClick={() => onBulk(kind, selected)}>
          {label} {plural(count, 'key')}
        </Button>
      )
    );
  });
}

function ExportButton({ selected }: { selected: readonly KeyRow[] }): ReactNode {
  const { run, busy } = useExportKeys();
  const notify = useNotify();
  const save = async (): Promise<void> => {
    const saved = await run(selected.map(({ key }) => keyRefOf(key)));
    if (!saved.ok) notify(saved.error.message, 'error');
    else if (saved.value !== null) notify(`Saved as ${saved.value.path}, without secrets`, 'success');
  };
  return (
    <Button
      size="small"
      startIcon={<Icon path={mdiTrayArrowDown} size="small" />}
      loading={busy}
      onClick={() => void save()}
    >
      Export selection
    </Button>
  );
}

function inSight({ table, selection }: KeyView): number {
  let count = 0;
  for (const at of table.order) if (selection.ids.has(table.rows[at]?.id ?? '')) count += 1;
  return count;
}
