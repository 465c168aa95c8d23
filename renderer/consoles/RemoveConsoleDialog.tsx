import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ConsoleView } from '@core/domain/console';
import { useRemoveConsole } from '@renderer/api/console-mutations';
import { ConfirmDialog } from '@renderer/shared/ConfirmDialog';
import { useNotify } from '@renderer/shared/Notifications';

export interface RemoveConsoleDialogProps {
  open: boolean;
  console: ConsoleView;
  onClose: () => void;
}

/** Asks before a console is forgotten, and says what goes and what stays. */
export function RemoveConsoleDialog({ open, console, onClose }: RemoveConsoleDialogProps): ReactNode {
  const remove = useRemoveConsole();
  const notify = useNotify();
  const confirm = async (): Promise<void> => {
    const outcome = await remove.run({ consoleId: console.id });
    if (!outcome.ok) return;
    notify(`${console.label} was removed from Keydesk.`, 'success');
    onClose();
  };
  return (
    <ConfirmDialog
      open={open}
      title={`Remove ${console.label}?`}
      confirmLabel="Remove console"
      danger
      busy={remove.busy}
      error={remove.error}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <Typography>
        {console.practice
          ? 'Keydesk forgets the practice console. Its training data stays in its folder and is there again when you open it.'
          : 'Keydesk forgets this console and deletes its credentials from the keychain.'}
      </Typography>
      <Typography color="textSecondary">
        The keys stay on the console and go on working: this stops none of them.
      </Typography>
    </ConfirmDialog>
  );
}
