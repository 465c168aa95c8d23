import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ActivityCheck } from '@core/domain/activity-check';
import { formatClock } from '@core/text/format';
import { Notice } from '@renderer/shared/Notice';
import { checkText } from './check-text';

/** What *Verify* found, until it is closed. */
export function CheckResult({ check, onClose }: { check: ActivityCheck; onClose: () => void }): ReactNode {
  const { tone, title, faults, tail } = checkText(check);
  return (
    <Box sx={{ px: 2, pb: 1.5 }}>
      <Notice
        tone={tone}
        role={tone === 'error' ? 'alert' : 'status'}
        title={`${title} · verified at ${formatClock(check.at)}`}
        actions={
          <Button size="small" variant="outlined" onClick={onClose}>
            Close
          </Button>
        }
      >
        {faults.length > 0 && (
          <Box
            component="ul"
            // Can be scrolled by keyboard where it is long.
            tabIndex={0}
            aria-label="What is wrong"
            sx={{ m: 0, mb: 0.5, pl: 2.5, maxHeight: 132, overflow: 'auto' }}
          >
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </Box>
        )}
        {tail !== '' && <Typography color="textSecondary">{tail}</Typography>}
      </Notice>
    </Box>
  );
}
