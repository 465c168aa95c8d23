import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Instant } from '@core/domain/instant';
import { formatClock, formatCount, formatDate, formatDateTime, plural } from '@core/text/format';
import { usefulFilters } from './key-filters';
import type { KeyView } from './use-key-view';

export interface FilterBarProps {
  readonly view: Pick<KeyView, 'filters' | 'toggleFilter'> & {
    readonly table: {
      readonly rows: { readonly length: number };
      readonly order: { readonly length: number };
      readonly filters: readonly { readonly id: string; readonly label: string; readonly count: number }[];
    };
  };
  /** When the oldest of the rows was read; null while nothing was. */
  readonly asOf: Instant | null;
  /** They are being read again. */
  readonly again?: boolean;
}

/** The filters that would make a difference here, and how many keys are in sight. */
export function FilterBar({
  view: { table, filters, toggleFilter },
  asOf,
  again = false,
}: FilterBarProps): ReactNode {
  const total = table.rows.length;
  const chips = usefulFilters(table.filters, total, filters);
  return (
    <>
      <Box role="group" aria-label="Filters" sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
        {chips.map(({ id, label, count }) => (
          <FilterChip
            key={id}
            label={label}
            count={count}
            on={filters.has(id)}
            onToggle={() => toggleFilter(id)}
          />
        ))}
      </Box>
      <Typography
        role="status"
        variant="caption"
        color="textSecondary"
        sx={{ ml: 'auto', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
      >
        {[
          ...(total > 0 ? [countText(table.order.length, total)] : []),
          ...(asOf ? [asOfText(asOf, again)] : []),
        ].join(' · ')}
      </Typography>
    </>
  );
}

const countText = (shown: number, total: number): string =>
  shown === total ? plural(total, 'key') : `${formatCount(shown)} of ${plural(total, 'key')}`;

/** A time of today, or a moment of another day. */
function asOfText(asOf: Instant, again: boolean): string {
  const today = formatDate(asOf) === formatDate(new Date().toISOString());
  return `as of ${today ? formatClock(asOf) : formatDateTime(asOf)}${again ? ', reading again' : ''}`;
}

interface FilterChipProps {
  readonly label: string;
  readonly count: number;
  readonly on: boolean;
  readonly onToggle: () => void;
}

function FilterChip({ label, count, on, onToggle }: FilterChipProps): ReactNode {
  return (
    <ButtonBase
      aria-pressed={on}
      aria-label={label}
      aria-description={plural(count, 'key')}
      data-count={formatCount(count)}
      onClick={onToggle}
      sx={{
        height: 26,
        px: 1.125,
        gap: 0.75,
        border: 1,
        borderRadius: '13px',
        fontSize: '0.75rem',
        fontWeight: 500,
        color: on ? 'primary.main' : 'text.secondary',
        borderColor: on ? 'primary.main' : 'house.line',
        backgroundColor: on ? 'house.chosen' : 'background.paper',
        '&:hover': {
          color: on ? 'primary.main' : 'text.primary',
          borderColor: on ? 'primary.main' : 'house.outline',
        },
        // Seen beside the name and described in words; in the name itself a bare number would say little.
        '&::after': { content: 'attr(data-count)', fontVariantNumeric: 'tabular-nums' },
        '&.Mui-focusVisible': { outline: 2, outlineColor: 'primary.main', outlineOffset: 2 },
      }}
    >
      {label}
    </ButtonBase>
  );
}
