import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useIncidents } from '@renderer/api/incidents';
import type { GoTo } from '@renderer/leak/leak-place';
import { Page } from '@renderer/leak/Page';
import { FindCard } from './FindCard';
import { IncidentList } from './IncidentList';
import { OtherWays } from './OtherWays';

export interface StartScreenProps {
  /** The record that gets what is found; none: a new one. */
  readonly addTo: string | undefined;
  readonly goTo: GoTo;
  /** Whether keys may be made here, as a drill does. */
  readonly mayIssue: boolean;
}

/** The way in: what was found is searched for; below, the records there are. */
export function StartScreen({ addTo, goTo, mayIssue }: StartScreenProps): ReactNode {
  const incidents = useIncidents();
  if (addTo !== undefined) {
    const back = (): void => goTo({ at: 'incident', incidentId: addTo });
    return (
      <Page title="Paste the key again" back={{ label: 'Back to the record', onBack: back }}>
        <FindCard addTo={addTo} goTo={goTo} />
      </Page>
    );
  }
  return (
    <Page title="Leak response">
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'minmax(0, 1fr) minmax(240px, 300px)',
          gap: 2,
          alignItems: 'stretch',
          mb: 3,
        }}
      >
        <FindCard addTo={undefined} goTo={goTo} />
        <OtherWays incidents={incidents.data ?? []} goTo={goTo} drill={mayIssue} />
      </Box>
      <IncidentList incidents={incidents} onOpen={(incidentId) => goTo({ at: 'incident', incidentId })} />
    </Page>
  );
}
