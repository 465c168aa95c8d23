import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import type { ReactNode } from 'react';
import type { IncidentView } from '@core/domain/incident';
import { useIncident } from '@renderer/api/incidents';
import { DrillBanner } from '@renderer/leak/DrillBanner';
import type { GoTo } from '@renderer/leak/leak-place';
import { DrillMark, StateMark } from '@renderer/leak/marks';
import { Page } from '@renderer/leak/Page';
import { Stopwatch } from '@renderer/leak/Stopwatch';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { VisuallyHidden } from '@renderer/shared/VisuallyHidden';
import { Alarms } from './Alarms';
import { standText } from './incident-keys';
import { IncidentActions } from './IncidentActions';
import { KeysPart } from './KeysPart';
import { RecordLines } from './RecordLines';
import { Timeline } from './Timeline';

export interface IncidentScreenProps {
  readonly incidentId: string;
  readonly goTo: GoTo;
  /** Whether keys may be made here. */
  readonly mayIssue: boolean;
}

/** One record: the times, the keys and how dead they are, what to decide, and every line that was written. */
export function IncidentScreen({ incidentId, goTo, mayIssue }: IncidentScreenProps): ReactNode {
  const { data: incident, error, refresh } = useIncident(incidentId);
  const back = { label: 'Leak response', onBack: () => goTo({ at: 'start' }) };
  if (incident === undefined)
    return (
      <Page title="Incident" back={back}>
        {error === null ? (
          <Skeleton variant="rounded" height={320} />
        ) : (
          <ErrorNotice title="The record could not be read" error={error} onRetry={refresh} />
        )}
      </Page>
    );
  return (
    <Page
      title={<Heading incident={incident} />}
      back={back}
      aside={<Stopwatch times={incident.times} />}
      banner={<DrillBanner incidentId={incidentId} />}
    >
      <VisuallyHidden>
        <span role="status">{standText(incident)}</span>
      </VisuallyHidden>
      <Timeline incident={incident} />
      <Box sx={{ mt: 1, mb: 2 }}>
        <IncidentActions incident={incident} />
      </Box>
      <Alarms incident={incident} />
      <Box sx={TWO_PARTS}>
        <KeysPart incident={incident} goTo={goTo} mayIssue={mayIssue} />
        <RecordLines incident={incident} />
      </Box>
    </Page>
  );
}

/** Side by side where there is room. */
const TWO_PARTS = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 380px' },
} as const;

function Heading({ incident }: { incident: IncidentView }): ReactNode {
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.25 }}>
      {incident.title}
      <StateMark state={incident.state} />
      {incident.drill && <DrillMark />}
    </Box>
  );
}
