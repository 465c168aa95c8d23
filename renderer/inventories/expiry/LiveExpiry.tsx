import Box from '@mui/material/Box';
import { useMemo, type ReactNode } from 'react';
import type { ConsoleView } from '@core/domain/console';
import { useConsoles } from '@renderer/api/queries';
import { useAllEnvironments } from '@renderer/api/use-environments';
import { useKeysOf } from '@renderer/api/use-keys';
import { useStable } from '@renderer/api/use-stable';
import { keyRows } from '@renderer/key-table/key-row';
import { Notice } from '@renderer/shared/Notice';
import { placesOf } from '@renderer/shared/place';
import { ProgressNote } from '@renderer/shared/ProgressNote';
import { plural } from '@core/text/format';
import { ExpiryScreen } from './ExpiryScreen';

/** When the keys of all live environments end, by what was listed last. */
export function LiveExpiry({ onClose }: { onClose: () => void }): ReactNode {
  const { data: consoles = NONE } = useConsoles();
  const all = useAllEnvironments(consoles).flatMap(({ environments }) => environments.data ?? []);
  const environments = useStable(all, sameItems);
  const sources = useKeysOf(environments);
  const read = useStable(
    sources.map(({ rows }) => rows),
    sameItems,
  );
  const rows = useMemo(() => {
    const known = environments.map((environment, at) => ({ environment, rows: read[at] ?? [] }));
    return keyRows(known, placesOf(environments, consoles), () => undefined);
  }, [consoles, environments, read]);
  const waiting = sources.filter(({ loading }) => loading).length;
  const missing = sources.filter(({ error, asOf }) => error !== null && asOf === null).length;
  return (
    <>
      <Box sx={{ '&:not(:empty)': { p: 2, pb: 0 } }}>
        {waiting > 0 && <ProgressNote label={`Reading the keys of ${plural(waiting, 'environment')}`} />}
        {missing > 0 && (
          <Notice tone="warning" role="status">
            The keys of {plural(missing, 'environment')} could not be read and are missing here.
          </Notice>
        )}
      </Box>
      <ExpiryScreen rows={rows} title="all environments" onClose={onClose} />
    </>
  );
}

const NONE: readonly ConsoleView[] = [];

const sameItems = <T,>(before: readonly T[], now: readonly T[]): boolean =>
  before.length === now.length && before.every((item, at) => item === now[at]);
