import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { mdiArrowLeft, mdiSwapHorizontal } from '@mdi/js';
import type { ReactNode } from 'react';
import type { OpenInventory } from '@core/domain/inventory';
import { formatDateTime, plural } from '@core/text/format';
import { useSaveComparison, type ComparisonView } from '@renderer/api/comparisons';
import { FormatMenu } from '@renderer/shared/FormatMenu';
import { IconAction } from '@renderer/shared/IconAction';
import { useNotify } from '@renderer/shared/Notifications';
import { SelectInput, type Option } from '@renderer/shared/SelectInput';
import { sideFacts } from './CompareNotes';
import { LIVE } from './sides';

export interface CompareHeaderProps {
  readonly others: readonly OpenInventory[];
  /** The id of an inventory, or `LIVE`. */
  readonly chosen: string | null;
  readonly onChoose: (chosen: string) => void;
  /** Null while there is nothing to swap. */
  readonly onSwap: (() => void) | null;
  /** Null until it is compared. */
  readonly view: ComparisonView | null;
  readonly onClose: () => void;
}

/** What is compared with what, which of them is the older one, and where the result can go. */
export function CompareHeader(props: CompareHeaderProps): ReactNode {
  const { others, chosen, onChoose, onSwap, view, onClose } = props;
  return (
    <Box
      role="toolbar"
      aria-label="Compare"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: 1, px: 2, py: 1.5 }}
    >
      <IconAction label="Back to the inventory" icon={mdiArrowLeft} onClick={onClose} />
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        <Typography variant="h1">Compare</Typography>
        {view !== null && <Typography color="textSecondary">{whatText(view)}</Typography>}
      </Box>
      <Box sx={{ width: 280 }}>
        <SelectInput
          label="Compare with"
          value={chosen ?? ''}
          options={optionsFor(others)}
          onChange={onChoose}
        />
      </Box>
      <IconAction
        label="Swap older and newer"
        icon={mdiSwapHorizontal}
        disabled={onSwap === null}
        onClick={() => onSwap?.()}
      />
      <SaveComparison view={view} />
    </Box>
  );
}

const optionsFor = (others: readonly OpenInventory[]): Option<string>[] => [
  { value: LIVE, label: 'The keys as they are now', note: 'Asks the consoles that are here.' },
  ...others.map(({ inventoryId, fileName, exportedAt }) => ({
    value: inventoryId,
    label: fileName,
    note: exportedAt === null ? undefined : `Exported ${formatDateTime(exportedAt)}`,
  })),
];

const whatText = ({ older, newer, rows, unchanged }: ComparisonView): ReactNode => (
  <>
    <bdi>{sideFacts(older)}</bdi> → <bdi>{sideFacts(newer)}</bdi>.{' '}
    {plural(rows, 'key differs', 'keys differ')}, {plural(unchanged, 'key is', 'keys are')} the same.
  </>
);

const FORMATS = [
  { format: 'csv', label: 'CSV, for spreadsheets' },
  { format: 'json', label: 'JSON' },
] as const;

function SaveComparison({ view }: Pick<CompareHeaderProps, 'view'>): ReactNode {
  const { run, busy } = useSaveComparison();
  const notify = useNotify();
  const save = async (format: 'csv' | 'json'): Promise<void> => {
    if (view === null) return;
    const outcome = await run({ comparisonId: view.comparisonId, format });
    if (!outcome.ok) return notify(outcome.error.message, 'error');
    if (outcome.value !== null) notify(`Comparison saved to ${outcome.value.path}`, 'success');
  };
  return (
    <FormatMenu
      label="Export"
      listLabel="Export"
      formats={FORMATS}
      busy={busy}
      disabled={view === null}
      onChoose={(format) => void save(format)}
    />
  );
}
