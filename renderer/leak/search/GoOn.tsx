import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { keyRefOf } from '@core/domain/api-key';
import type { SearchReport } from '@core/domain/leak/search';
import { plural } from '@core/text/format';
import { useAttachKeys } from '@renderer/api/incidents';
import type { GoTo } from '@renderer/leak/leak-place';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { BeginDialog } from './BeginDialog';
import type { Find } from './chosen-keys';

export interface GoOnProps {
  readonly report: SearchReport;
  /** The finds that are ticked. */
  readonly keys: readonly Find[];
  readonly addTo: string | undefined;
  /** Lets go of the search: the record keeps what it needs. */
  readonly onLeave: () => void;
  readonly goTo: GoTo;
}

/** From a search to its record: what is ticked goes along; it stays in sight however long the list is. */
export function GoOn({ report, keys, addTo, onLeave, goTo }: GoOnProps): ReactNode {
  const [asking, setAsking] = useState(false);
  const attaching = useAttachKeys();
  const arrive = (incidentId: string): void => {
    onLeave();
    goTo({ at: 'incident', incidentId });
  };
  const refs = keys.map(({ found }) => keyRefOf(found.key));
  const attach = async (incidentId: string): Promise<void> => {
    const outcome = await attaching.run({ incidentId, searchId: report.searchId, keys: refs });
    if (outcome.ok) arrive(incidentId);
  };
  return (
    <Box sx={BAR}>
      <Ticked count={keys.length} />
      {addTo === undefined ? (
        <Button variant={keys.length === 0 ? 'outlined' : 'contained'} onClick={() => setAsking(true)}>
          Begin the record
        </Button>
      ) : (
        <Button
          variant="contained"
          disabled={keys.length === 0}
          loading={attaching.busy}
          onClick={() => void attach(addTo)}
        >
          Add to the record
        </Button>
      )}
      {attaching.error !== null && (
        <Box sx={{ flexBasis: '100%' }}>
          <ErrorNotice title="The keys were not added" error={attaching.error} />
        </Box>
      )}
      {asking && (
        <BeginDialog
          searchId={report.searchId}
          keys={keys}
          onBegun={arrive}
          onClose={() => setAsking(false)}
        />
      )}
    </Box>
  );
}

function Ticked({ count }: { count: number }): ReactNode {
  return (
    <Typography sx={{ flex: 1 }}>
      {count === 0 ? 'No key is ticked.' : `${plural(count, 'key')} ticked.`}
      <Typography component="span" color="textSecondary">
        {' '}
        {count === 0
          ? 'A record can still say that you looked.'
          : 'Nothing is stopped yet: that is asked next.'}
      </Typography>
    </Typography>
  );
}

const BAR = {
  position: 'sticky',
  bottom: 12,
  zIndex: 2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 2,
  px: 2,
  py: 1.25,
  border: 1,
  borderColor: 'house.line',
  borderRadius: '10px',
  backgroundColor: 'background.paper',
  boxShadow: '0 6px 24px rgb(10 12 22 / 0.12)',
} as const;
