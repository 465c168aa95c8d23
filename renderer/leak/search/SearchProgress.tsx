import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { SearchReport, SearchRow } from '@core/domain/leak/search';
import { formatCount } from '@core/text/format';
import { ProgressNote } from '@renderer/shared/ProgressNote';
import { VendorMark } from '@renderer/shared/VendorMark';
import { searchedCount } from './search-text';
import type { Search } from './use-search';

const RUNNING_SHOWN = 6;

/** How far a search has come, where it is now, and *Cancel search*. */
export function SearchProgress({
  report: { rows },
  search,
}: {
  report: SearchReport;
  search: Search;
}): ReactNode {
  const now = rows.filter(({ verdict }) => verdict === 'searching').slice(0, RUNNING_SHOWN);
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 3, minHeight: 120 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <ProgressNote
          label="Environments searched"
          loaded={rows.length === 0 ? undefined : searchedCount(rows)}
          total={rows.length}
        />
        <Box component="ul" aria-label="Searching now" sx={{ m: 0, mt: 1.5, p: 0, listStyle: 'none' }}>
          {now.map((row) => (
            <Running key={`${row.environment.consoleId}/${row.environment.environmentId}`} row={row} />
          ))}
        </Box>
      </Box>
      <Button variant="outlined" disabled={search.cancelling} onClick={search.cancel}>
        Cancel search
      </Button>
    </Box>
  );
}

function Running({ row }: { row: SearchRow }): ReactNode {
  const { vendor, environmentName, consoleName, compared, total } = row;
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 24 }}>
      <VendorMark vendor={vendor} size={16} />
      <Typography noWrap>
        {environmentName} ({consoleName})
      </Typography>
      <Typography variant="caption" color="textSecondary" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {total !== null && `${formatCount(compared)} of ${formatCount(total)} keys`}
      </Typography>
    </Box>
  );
}
