import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

export interface WayProps {
  readonly title: string;
  readonly text: string;
  readonly action: ReactNode;
  /** Beside what matters more: smaller, and on no ground of its own. */
  readonly minor?: boolean;
}

/** One way to begin: what it is for, and its button at the foot. */
export function Way({ title, text, action, minor = false }: WayProps): ReactNode {
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'flex-start',
        gap: 0.75,
        border: 1,
        borderColor: 'house.line',
        borderRadius: '10px',
        ...(minor ? { flex: 1, p: 2 } : { p: 2.5, backgroundColor: 'background.paper' }),
      }}
    >
      <Typography variant="h3" component="h2">
        {title}
      </Typography>
      <Typography color="textSecondary" sx={{ flex: 1, mb: minor ? 0.75 : 1.5 }}>
        {text}
      </Typography>
      {action}
    </Box>
  );
}
