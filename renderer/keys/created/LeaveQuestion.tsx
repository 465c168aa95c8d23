import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { ConfirmDialog } from '@renderer/shared/ConfirmDialog';

export interface LeaveQuestionProps {
  readonly open: boolean;
  readonly vendor: string;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

/** Asks before a secret is given up that nobody has. */
export function LeaveQuestion({ open, vendor, onLeave, onStay }: LeaveQuestionProps): ReactNode {
  return (
    <ConfirmDialog
      open={open}
      title="Leave without the key?"
      confirmLabel="Leave without it"
      danger
      onConfirm={onLeave}
      onCancel={onStay}
    >
      <Typography>
        It was neither copied nor saved, and {vendor} never shows it again. The key would have to be replaced.
      </Typography>
    </ConfirmDialog>
  );
}
