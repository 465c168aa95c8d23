import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { environmentKey } from '@core/domain/environment';
import type { SearchRow } from '@core/domain/leak/search';
import { plural } from '@core/text/format';
import { Card } from '@renderer/leak/Card';
import { ProductionMark } from '@renderer/shared/ProductionMark';
import { VendorMark } from '@renderer/shared/VendorMark';
import { GROUPS } from './search-text';

const SHOWN_FIRST = 6;

export interface PlaceGroupsProps {
  readonly rows: readonly SearchRow[];
  /** Searches everything again; absent while that is going on. */
  readonly onAgain: (() => void) | undefined;
}

/** The environments without a find, by what the search can say of them: where it was blind comes first. */
export function PlaceGroups({ rows, onAgain }: PlaceGroupsProps): ReactNode {
  return GROUPS.map(({ verdict, title, note }) => {
    const those = rows.filter((row) => row.verdict === verdict);
    if (those.length === 0) return null;
    const again = (verdict === 'failed' || verdict === 'cancelled') && onAgain !== undefined;
    return (
      <Card
        key={verdict}
        title={`${title} (${those.length})`}
        note={note === '' ? undefined : note}
        aside={
          again && (
            <Button size="small" variant="outlined" onClick={onAgain}>
              Search again
            </Button>
          )
        }
      >
        <Places rows={those} />
      </Card>
    );
  });
}

function Places({ rows }: { rows: readonly SearchRow[] }): ReactNode {
  const [all, showAll] = useState(false);
  const shown = all ? rows : rows.slice(0, SHOWN_FIRST);
  const more = rows.length - shown.length;
  return (
    <>
      <Box
        component="ul"
        sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: 0.75 }}
      >
        {shown.map((row) => (
          <PlaceItem key={environmentKey(row.environment)} row={row} />
        ))}
      </Box>
      {more > 0 && (
        <Button size="small" onClick={() => showAll(true)} sx={{ ml: -1, mt: 0.5 }}>
          Show {more} more
        </Button>
      )}
    </>
  );
}

function PlaceItem({ row }: { row: SearchRow }): ReactNode {
  const { vendor, environmentName, consoleName, production, why, compared, verdict } = row;
  const said = why ?? (verdict === 'none' ? `${plural(compared, 'key')} compared` : '');
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, alignItems: 'baseline', minHeight: 22 }}>
      <Box sx={{ alignSelf: 'flex-start', lineHeight: 0, pt: '2px' }}>
        <VendorMark vendor={vendor} size={16} />
      </Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {environmentName} <span>({consoleName})</span> {production && <ProductionMark />}{' '}
        <Typography component="span" color="textSecondary" sx={{ ml: 0.5 }}>
          {said}
        </Typography>
      </Box>
    </Box>
  );
}
