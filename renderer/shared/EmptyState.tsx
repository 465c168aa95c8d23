import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Icon } from '@renderer/shared/Icon';

export interface EmptyStateProps {
  /** A path of `@mdi/js`. */
  icon: string;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

/** What stands where there is nothing yet: what this place is for, and the way to the first thing. */
export function EmptyState({ icon, title, children, actions }: EmptyStateProps): ReactNode {
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        justifyContent: 'center',
        textAlign: 'center',
        gap: 1,
        p: 4,
        flex: 1,
        minHeight: 220,
      }}
    >
      <Box sx={{ color: 'text.secondary', lineHeight: 0, mb: 0.5 }}>
        <Icon path={icon} size="large" />
      </Box>
      <Typography variant="h3" component="h2">
        {title}
      </Typography>
      {children !== undefined && (
        <Typography component="div" color="textSecondary" sx={{ maxWidth: 420 }}>
          {children}
        </Typography>
      )}
      {actions !== undefined && <Box sx={{ display: 'flex', gap: 1, mt: 1.5 }}>{actions}</Box>}
    </Box>
  );
}
