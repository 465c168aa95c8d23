import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { IncidentView } from '@core/domain/incident';
import { listed } from '@core/text/format';
import { Notice } from '@renderer/shared/Notice';
import { isRelapsed } from './incident-keys';
import { timesSentence } from './timeline';

/** What must not be missed: a key that came back, a record that was tampered with; and, at the end, the times. */
export function Alarms({ incident }: { incident: IncidentView }): ReactNode {
  const relapsed = incident.leaked.filter(isRelapsed);
  const sentence = timesSentence(incident);
  const damaged = incident.chain.state === 'damaged';
  if (relapsed.length === 0 && !damaged && sentence === null) return null;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, mb: 2 }}>
      {relapsed.length > 0 && (
        <Notice tone="error" role="alert" title="A key that counted as dead was accepted again">
          <Typography>
            {listed(relapsed.map(({ name }) => name))}: treat it as live. Look at its console, and stop it
            again there if it is still listed.
          </Typography>
        </Notice>
      )}
      {damaged && (
        <Notice tone="error" title="This record was changed outside Keydesk">
          <Typography>
            Line {(incident.chain.line ?? 0) + 1} does not follow from the one before. What stands from there
            on proves nothing.
          </Typography>
        </Notice>
      )}
      {sentence !== null && relapsed.length === 0 && (
        <Notice tone="success" title={incident.drill ? 'Drill passed: proved dead' : 'Proved dead'}>
          <Typography sx={{ fontVariantNumeric: 'tabular-nums' }}>{sentence}</Typography>
        </Notice>
      )}
    </Box>
  );
}
