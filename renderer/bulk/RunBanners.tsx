import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { BulkSummary } from '@core/domain/bulk';
import { formatCount, plural } from '@core/text/format';
import { useRuns } from '@renderer/api/bulk';
import { Banner } from '@renderer/shared/Banner';
import { useRunDialog } from '@renderer/shared/run-dialog';

/** Runs over many keys that are under way or wait to be resumed, over every screen. */
export function RunBanners(): ReactNode {
  const { data: runs = [] } = useRuns();
  const open = useRunDialog();
  return runs.map((run) => (
    <Banner
      key={run.bulkId}
      tone={run.state === 'running' ? 'info' : 'warning'}
      actions={
        <Button size="small" variant="outlined" onClick={() => open(run.bulkId)}>
          Show run
        </Button>
      }
    >
      {sentence(run)}
    </Banner>
  ));
}

function sentence({ state, keys, settled }: BulkSummary): string {
  const over = `A run over ${plural(keys, 'key')}`;
  if (state === 'running') return `${over} is under way.`;
  const rest = `${formatCount(keys - settled)} not dealt with`;
  return state === 'interrupted' ? `${over} was interrupted: ${rest}.` : `${over} is paused: ${rest}.`;
}
