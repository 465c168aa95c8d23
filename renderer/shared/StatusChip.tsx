import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import type { ReactNode } from 'react';
import type { KeyStatus } from '@core/domain/key-status';

const LOOKS: Record<
  KeyStatus,
  { readonly text: string; readonly color: string; readonly mark: 'full' | 'ring' }
> = {
  active: { text: 'Active', color: 'success.main', mark: 'full' },
  expiring: { text: 'Expiring', color: 'warning.main', mark: 'full' },
  expired: { text: 'Expired', color: 'error.main', mark: 'ring' },
  disabled: { text: 'Disabled', color: 'text.secondary', mark: 'ring' },
  activating: { text: 'Activating', color: 'info.main', mark: 'ring' },
  revoked: { text: 'Revoked', color: 'error.main', mark: 'ring' },
  unknown: { text: 'Unknown', color: 'text.secondary', mark: 'ring' },
};

/** The word for a status. */
export const statusText = (status: KeyStatus): string => LOOKS[status].text;

/** A status as a word with a mark; full marks work, rings do not. The reason is its tooltip and its description. */
export function StatusChip({ status, reason }: { status: KeyStatus; reason: string }): ReactNode {
  const { text, color, mark } = LOOKS[status];
  return (
    <Tooltip title={reason} describeChild>
      <Box
        component="span"
        sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.875, whiteSpace: 'nowrap' }}
      >
        <Box
          component="span"
          aria-hidden
          sx={{
            width: 7,
            height: 7,
            flex: 'none',
            borderRadius: '50%',
            color,
            border: '1.5px solid currentColor',
            backgroundColor: mark === 'full' ? 'currentColor' : 'transparent',
          }}
        />
        {text}
      </Box>
    </Tooltip>
  );
}
