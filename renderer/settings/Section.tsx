import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';

/** One subject of the settings: its name on the left, what can be set on the right. */
export function Section({
  title,
  note,
  children,
}: {
  title: string;
  note?: string;
  children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        display: 'grid',
        gridTemplateColumns: '200px minmax(0, 1fr)',
        columnGap: 4,
        py: 3,
        borderTop: 1,
        borderColor: 'house.line',
      }}
    >
      <Box>
        <Typography variant="h3" component="h2" id={id}>
          {title}
        </Typography>
        {note !== undefined && (
          <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 0.5, mb: 0 }}>
            {note}
          </Typography>
        )}
      </Box>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2.5, minWidth: 0 }}>{children}</Box>
    </Box>
  );
}
