import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

export interface DialogFrameProps {
  /** Prefix of the ids that name and describe the dialog. */
  id: string;
  title: string;
  description: ReactNode;
  actions: ReactNode;
  children: ReactNode;
}

/** Title, scrolling body and buttons of a dialog. */
export function DialogFrame({ id, title, description, actions, children }: DialogFrameProps): ReactNode {
  return (
    <>
      <DialogTitle
        id={`${id}-title`}
        variant="h2"
        sx={{ px: 3, pt: 2.5, pb: description === undefined ? 1.5 : 0.5 }}
      >
        {title}
      </DialogTitle>
      {description !== undefined && (
        <Typography id={`${id}-description`} component="div" color="textSecondary" sx={{ px: 3, pb: 1.5 }}>
          {description}
        </Typography>
      )}
      <DialogContent sx={{ px: 3, py: 0.5, display: 'flex', flexDirection: 'column', gap: 2 }}>
        {children}
      </DialogContent>
      <DialogActions sx={{ px: 3, py: 2, gap: 1, '& > :not(style) ~ :not(style)': { ml: 0 } }}>
        {actions}
      </DialogActions>
    </>
  );
}
