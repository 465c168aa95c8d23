import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { formatCount, plural } from '@core/text/format';
import type { KeyRow } from '@renderer/key-table/key-row';
import { ProductionMark } from '@renderer/shared/ProductionMark';
import { advice, dayText } from './expiry-rows';

export interface ExpiryGroupProps {
  readonly title: string;
  readonly rows: readonly KeyRow[];
  /** How long before its end somebody begins, and the time in epoch milliseconds; absent for keys that have ended. */
  readonly ahead?: { readonly leadDays: number; readonly now: number };
  readonly open: boolean;
}

/** So many lines at a time: a month may hold thousands of keys. */
const STEP = 100;

/** The keys that end in one day, week or month; its lines are made when it is opened. */
export function ExpiryGroup({ title, rows, ahead, open: first }: ExpiryGroupProps): ReactNode {
  const [open, setOpen] = useState(first);
  const [shown, setShown] = useState(STEP);
  const more = Math.min(STEP, rows.length - shown);
  return (
    <Box
      component="details"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      sx={{ borderTop: 1, borderColor: 'house.line', py: 1 }}
    >
      <Box component="summary" sx={{ cursor: 'pointer', fontWeight: 550 }}>
        {title} · {plural(rows.length, 'key')}
      </Box>
      {open && (
        <Box component="ul" aria-label={title} sx={{ m: 0, mt: 1, p: 0, listStyle: 'none' }}>
          {rows.slice(0, shown).map((row) => (
            <Line key={row.id} row={row} {...(ahead !== undefined && { ahead })} />
          ))}
        </Box>
      )}
      {open && more > 0 && (
        <Button size="small" onClick={() => setShown((count) => count + STEP)}>
          Show {formatCount(more)} more
        </Button>
      )}
    </Box>
  );
}

function Line({ row, ahead }: { row: KeyRow } & Pick<ExpiryGroupProps, 'ahead'>): ReactNode {
  const { key, place } = row;
  return (
    <Box component="li" sx={LINE}>
      <Box sx={{ fontVariantNumeric: 'tabular-nums' }}>{dayText(key.expiresAt ?? '')}</Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <bdi>{key.name}</bdi>{' '}
        <Typography component="span" color="textSecondary">
          <bdi>{place.environment.name}</bdi> · <bdi>{place.console.label}</bdi>
        </Typography>{' '}
        {place.environment.production && <ProductionMark />}
        {ahead !== undefined && (
          <Typography variant="caption" component="div" color="textSecondary">
            {advice(row, ahead.leadDays, ahead.now)}
          </Typography>
        )}
      </Box>
    </Box>
  );
}

const LINE = {
  display: 'grid',
  gridTemplateColumns: '96px minmax(0, 1fr)',
  columnGap: 2,
  py: 0.5,
} as const;
