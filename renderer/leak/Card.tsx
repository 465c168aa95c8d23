import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';

export interface CardProps {
  readonly title: ReactNode;
  /** Under the title, in small. */
  readonly note?: ReactNode;
  /** At the right of the title. */
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}

/** A framed part of a page, named by its heading. */
export function Card({ title, note, aside, children }: CardProps): ReactNode {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        border: 1,
        borderColor: 'house.line',
        borderRadius: '10px',
        backgroundColor: 'background.paper',
        p: 2.5,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2 }}>
        <Typography variant="h2" id={id} sx={{ flex: 1, minWidth: 0 }}>
          {title}
        </Typography>
        {aside}
      </Box>
      {note !== undefined && (
        <Typography color="textSecondary" component="div" sx={{ mt: 0.5 }}>
          {note}
        </Typography>
      )}
      {children !== undefined && <Box sx={{ mt: 1.75 }}>{children}</Box>}
    </Box>
  );
}
