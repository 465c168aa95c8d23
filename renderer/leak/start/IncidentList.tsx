import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { mdiChevronRight, mdiClipboardTextClockOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import type { IncidentSummary } from '@core/domain/incident';
import { formatDateTime } from '@core/text/format';
import type { Read } from '@renderer/api/read';
import { countsText, openFirst } from '@renderer/leak/incident-list';
import { DrillMark, StateMark } from '@renderer/leak/marks';
import { EmptyState } from '@renderer/shared/EmptyState';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Icon } from '@renderer/shared/Icon';

export interface IncidentListProps {
  readonly incidents: Read<IncidentSummary[]>;
  readonly onOpen: (incidentId: string) => void;
}

/** The records there are, the open ones first. */
export function IncidentList({ incidents, onOpen }: IncidentListProps): ReactNode {
  const { data, error, refresh } = incidents;
  return (
    <section aria-labelledby="incidents">
      <Typography variant="h2" id="incidents" sx={{ mb: 1.25 }}>
        Incidents
      </Typography>
      {error !== null && (
        <ErrorNotice title="The records could not be read" error={error} onRetry={refresh} />
      )}
      {data === undefined && error === null && <Skeleton variant="rounded" height={120} />}
      {data?.length === 0 && <None />}
      {data !== undefined && data.length > 0 && (
        <Box
          component="ul"
          sx={{
            m: 0,
            p: 0,
            listStyle: 'none',
            border: 1,
            borderColor: 'house.line',
            borderRadius: '10px',
            overflow: 'hidden',
            '& li + li': { borderTop: 1, borderColor: 'house.line' },
          }}
        >
          {openFirst(data).map((incident) => (
            <li key={incident.incidentId}>
              <Line incident={incident} onOpen={() => onOpen(incident.incidentId)} />
            </li>
          ))}
        </Box>
      )}
    </section>
  );
}

function None(): ReactNode {
  return (
    <Box sx={{ border: 1, borderColor: 'house.line', borderRadius: '10px' }}>
      <EmptyState icon={mdiClipboardTextClockOutline} title="No incidents yet">
        A record writes itself while you respond: when, who, which keys, and what each console answered. A
        drill shows you how, in a few minutes and without risk.
      </EmptyState>
    </Box>
  );
}

function Line({ incident, onOpen }: { incident: IncidentSummary; onOpen: () => void }): ReactNode {
  const { title, drill, state, openedAt, by } = incident;
  return (
    <ButtonBase
      onClick={onOpen}
      sx={{
        width: '100%',
        display: 'flex',
        gap: 1.5,
        px: 2,
        py: 1.25,
        textAlign: 'left',
        backgroundColor: 'background.paper',
        '&:hover': { backgroundColor: 'house.hover' },
        '&.Mui-focusVisible': { outlineOffset: -2 },
      }}
    >
      <StateMark state={state} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography noWrap sx={{ fontWeight: 550 }}>
          {title}
        </Typography>
        <Typography variant="caption" color="textSecondary" noWrap component="p">
          {formatDateTime(openedAt)} · {by}
        </Typography>
      </Box>
      {drill && <DrillMark />}
      <Typography color="textSecondary" sx={{ flex: 'none', fontVariantNumeric: 'tabular-nums' }}>
        {countsText(incident)}
      </Typography>
      <Icon path={mdiChevronRight} />
    </ButtonBase>
  );
}
