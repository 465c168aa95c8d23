import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import type { AppErrorShape } from '@core/domain/app-error';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { TextInput } from '@renderer/shared/TextInput';

export interface ConfirmDialogProps {
  open: boolean;
  title: string;
  /** What will happen and what can undo it. */
  children: ReactNode;
  /** The word on the button, a verb. */
  confirmLabel: string;
  /** For what cannot be taken back. */
  danger?: boolean;
  /** What has to be typed first; null when one click is enough. */
  word?: string | null;
  busy?: boolean;
  error?: AppErrorShape | null;
  /** Gets what was typed. */
  onConfirm: (typed: string) => void;
  onCancel: () => void;
}

/** Asks before something happens; for what is grave the operator types a word. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { word = null, busy = false, danger = false } = props;
  const [typed, setTyped] = useState('');
  const ready = !busy && (word === null || typed.trim() === word);
  return (
    <AppDialog
      open={props.open}
      role="alertdialog"
      width="xs"
      title={props.title}
      onClose={props.onCancel}
      onSubmit={() => (ready ? props.onConfirm(typed.trim()) : undefined)}
      actions={
        <>
          <Button variant="outlined" onClick={props.onCancel} disabled={busy}>
            Cancel
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={danger ? 'error' : 'primary'}
            disabled={!ready}
            loading={busy}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
      {word !== null && (
        <TextInput label={`Type ${word} to confirm`} value={typed} onChange={setTyped} code autoFocus />
      )}
      {props.error !== undefined && props.error !== null && <ErrorNotice error={props.error} />}
    </AppDialog>
  );
}
