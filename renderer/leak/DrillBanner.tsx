import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { mdiSchoolOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import { useIncident } from '@renderer/api/incidents';
import { Icon } from '@renderer/shared/Icon';
import { storyOf } from './drill-story';
import { Stopwatch } from './Stopwatch';

export interface DrillBannerProps {
  readonly incidentId: string;
  /** With a stopwatch, where the page has none of its own. */
  readonly timed?: boolean;
}

/** Says that nothing real leaked and how the key came to light; nothing for a real incident. */
export function DrillBanner({ incidentId, timed = false }: DrillBannerProps): ReactNode {
  const { data: incident } = useIncident(incidentId);
  if (incident?.drill !== true) return null;
  return (
    <Box
      role="note"
      aria-label="Drill"
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 1.5,
        mb: 1.5,
        px: 2,
        py: 1.25,
        borderRadius: '10px',
        border: '1px dashed',
        borderColor: 'info.main',
        backgroundColor: 'info.light',
      }}
    >
      <Box sx={{ color: 'info.main', lineHeight: 0, pt: '1px' }}>
        <Icon path={mdiSchoolOutline} />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="subtitle2">Drill on the practice console</Typography>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{storyOf(incidentId) ?? incident.foundAt}</Typography>
      </Box>
      {timed && <Stopwatch times={incident.times} small />}
    </Box>
  );
}
