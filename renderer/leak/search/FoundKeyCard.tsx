import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import { useId, useState, type ReactNode } from 'react';
import { traitsOf, vendorInfo } from '@core/domain/vendor';
import { useSiblings } from '@renderer/api/siblings';
import { Mark } from '@renderer/leak/marks';
import { WIDE_FACTS } from '@renderer/leak/wide-facts';
import { BlastRadius } from '@renderer/shared/BlastRadius';
import type { Place } from '@renderer/shared/place';
import { ProductionMark } from '@renderer/shared/ProductionMark';
import { VendorMark } from '@renderer/shared/VendorMark';
import type { Find } from './chosen-keys';

export interface FoundKeyCardProps {
  readonly find: Find;
  /** Absent where its environment is not known any more. */
  readonly place: Place | undefined;
  readonly ticked: boolean;
  /** Whether what depends on it is shown at once. */
  readonly open: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly onTick: (ticked: boolean) => void;
}

/** One key that was found: how sure that is and why, and what stops working with it. */
export function FoundKeyCard({ find, place, ticked, open, now, onTick }: FoundKeyCardProps): ReactNode {
  const id = useId();
  const [shown, show] = useState(open);
  const siblings = useSiblings(find.found.key);
  const { found, row } = find;
  const { key, why, listed } = found;
  const traits = place?.traits ?? traitsOf(vendorInfo(row.vendor), '');
  return (
    <Box component="li" sx={cardOf(ticked)}>
      <Checkbox
        checked={ticked}
        disabled={row.saved === true}
        onChange={(event) => onTick(event.target.checked)}
        slotProps={{ input: { 'aria-labelledby': `${id}-name` } }}
        sx={{ alignSelf: 'flex-start', mt: -0.5 }}
      />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Heading id={id} find={find} />
        <Typography color="textSecondary" sx={{ mt: 0.25 }}>
          {why}
          {!listed && ' The console does not list it any more; this is what Keydesk remembers.'}
        </Typography>
        {shown ? (
          <Box sx={WIDE_FACTS}>
            <BlastRadius apiKey={key} traits={traits} siblings={siblings} now={now} />
          </Box>
        ) : (
          <Button size="small" onClick={() => show(true)} sx={{ ml: -1, mt: 0.5 }}>
            What depends on it
          </Button>
        )}
      </Box>
    </Box>
  );
}

const cardOf = (ticked: boolean) =>
  ({
    display: 'flex',
    gap: 0.5,
    border: 1,
    borderColor: ticked ? 'primary.main' : 'house.line',
    borderRadius: '10px',
    backgroundColor: 'background.paper',
    p: 1.5,
    pl: 0.75,
  }) as const;

function Heading({ id, find: { found, row } }: { id: string; find: Find }): ReactNode {
  const { vendor, environmentName, consoleName, production } = row;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.25, rowGap: 0.5 }}>
      <Typography id={`${id}-name`} variant="h3" component="h2" sx={{ overflowWrap: 'anywhere' }}>
        <bdi>{found.key.name}</bdi>
      </Typography>
      <Mark color={found.verdict === 'exact' ? 'error' : 'warning'}>
        {found.verdict === 'exact' ? 'Exact' : 'Probable'}
      </Mark>
      {found.key.type === 'administration' && <Mark color="warning">Administration</Mark>}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, ml: 'auto', color: 'text.secondary' }}>
        <VendorMark vendor={vendor} size={16} />
        <span>
          {environmentName} ({consoleName})
        </span>
        {production && <ProductionMark />}
      </Box>
    </Box>
  );
}
