import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { formatMoment } from '@core/text/format';
import { changeId, changeText, type TargetView } from './deploy-text';

/** What would go live at a place, as far as Keydesk can know. */
export function PendingList({ target }: { target: TargetView }): ReactNode {
  const id = useId();
  return (
    <Box>
      <Typography variant="subtitle2" component="h3" id={id} sx={{ mb: 0.5 }}>
        What goes live
      </Typography>
      {target.pending.length > 0 && (
        <Box
          component="ul"
          aria-labelledby={id}
          sx={{ m: 0, mb: 1, p: 0, listStyle: 'none', maxHeight: 180, overflow: 'auto' }}
        >
          {target.pending.map((change) => (
            <Box
              component="li"
              key={changeId(change)}
              sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, py: 0.25 }}
            >
              <Box component="span" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                {changeText(change)}
              </Box>
              <Typography component="span" variant="caption" color="textSecondary" sx={{ flex: 'none' }}>
                {formatMoment(change.at)}
              </Typography>
            </Box>
          ))}
        </Box>
      )}
      <Typography color="textSecondary">
        {target.pending.length === 0
          ? 'Keydesk saved nothing that is missing there. Everything that others saved goes live.'
          : 'Everything else that is saved goes live too, also what others saved.'}
      </Typography>
    </Box>
  );
}
