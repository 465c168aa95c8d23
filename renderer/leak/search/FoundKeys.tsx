import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { environmentKey } from '@core/domain/environment';
import { usePlaces } from '@renderer/leak/use-places';
import { useNow } from '@renderer/shared/use-now';
import { isTicked, type Find } from './chosen-keys';
import { FoundKeyCard } from './FoundKeyCard';

/** With more, all that depends on a key is shown when it is asked for. */
const OPEN_UP_TO = 5;

export interface FoundKeysProps {
  readonly finds: readonly Find[];
  /** What the operator ticked or unticked. */
  readonly said: ReadonlyMap<string, boolean>;
  readonly onTick: (id: string, ticked: boolean) => void;
}

/** The keys that were found, the most privileged first, each with what depends on it. */
export function FoundKeys({ finds, said, onTick }: FoundKeysProps): ReactNode {
  const places = usePlaces();
  const now = useNow();
  if (finds.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label="Keys found"
      sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: 1.5 }}
    >
      {finds.map((find) => (
        <FoundKeyCard
          key={find.id}
          find={find}
          place={places.get(environmentKey(find.row.environment))}
          ticked={isTicked(find, said)}
          open={finds.length <= OPEN_UP_TO}
          now={now}
          onTick={(ticked) => onTick(find.id, ticked)}
        />
      ))}
    </Box>
  );
}
