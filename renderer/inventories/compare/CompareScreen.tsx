import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { mdiCompareHorizontal } from '@mdi/js';
import { useMemo, useState, type ReactNode } from 'react';
import type { OpenInventory } from '@core/domain/inventory';
import { useComparison } from '@renderer/api/comparisons';
import { useOpenInventories } from '@renderer/api/inventories';
import { EmptyState } from '@renderer/shared/EmptyState';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { ProgressNote } from '@renderer/shared/ProgressNote';
import { CompareHeader } from './CompareHeader';
import { CompareNotes } from './CompareNotes';
import { CompareResult } from './CompareResult';
import { LIVE, requestFor } from './sides';

export interface CompareScreenProps {
  readonly inventory: OpenInventory;
  /** Back to the inventory. */
  readonly onClose: () => void;
}

/** What became of the keys of an inventory: against another open one, or against what the consoles say now. */
export function CompareScreen({ inventory, onClose }: CompareScreenProps): ReactNode {
  const others = useOthers(inventory);
  const [chosen, setChosen] = useState<string | null>(null);
  const [swapped, setSwapped] = useState(false);
  const other = chosen === LIVE ? LIVE : others.find(({ inventoryId }) => inventoryId === chosen);
  const request = useMemo(
    () => (other === undefined ? null : requestFor(inventory, other, swapped)),
    [inventory, other, swapped],
  );
  const comparison = useComparison(request);
  const { data, error, fetching } = comparison;
  const cancel = (): void => {
    comparison.cancel();
    setChosen(null);
  };
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <CompareHeader
        others={others}
        chosen={chosen}
        onChoose={(next) => {
          setSwapped(false);
          setChosen(next);
        }}
        onSwap={request === null ? null : () => setSwapped(!swapped)}
        view={data?.view ?? null}
        onClose={onClose}
      />
      {data !== undefined && <CompareNotes view={data.view} />}
      {data !== undefined && <CompareResult read={data} now={comparison.readAt} />}
      {request === null && <NothingChosen />}
      {request !== null && fetching && data === undefined && (
        <Comparing live={other === LIVE} onCancel={cancel} />
      )}
      {error !== null && !fetching && data === undefined && (
        <Box sx={{ p: 2, maxWidth: 560 }}>
          <ErrorNotice title="They could not be compared" error={error} onRetry={comparison.refresh} />
        </Box>
      )}
    </Box>
  );
}

/** The other inventories that are open. */
function useOthers({ inventoryId }: OpenInventory): readonly OpenInventory[] {
  const { data } = useOpenInventories();
  return useMemo(
    () => (data ?? []).filter((other) => other.inventoryId !== inventoryId),
    [data, inventoryId],
  );
}

function NothingChosen(): ReactNode {
  return (
    <EmptyState icon={mdiCompareHorizontal} title="What became of these keys?">
      Choose another inventory that is open, or the keys as they are now. Nothing is changed by comparing, and
      consoles are only asked for the keys as they are now.
    </EmptyState>
  );
}

function Comparing({ live, onCancel }: { live: boolean; onCancel: () => void }): ReactNode {
  return (
    <Box sx={{ p: 2 }}>
      <ProgressNote label={live ? 'Reading the keys as they are now' : 'Comparing'}>
        <Box>
          <Button size="small" onClick={onCancel}>
            Cancel
          </Button>
        </Box>
      </ProgressNote>
    </Box>
  );
}
