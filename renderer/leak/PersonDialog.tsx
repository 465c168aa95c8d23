import { useState, type ReactNode } from 'react';
import type { AppError } from '@core/domain/app-error';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { FormButtons } from '@renderer/shared/FormButtons';
import { TextInput } from '@renderer/shared/TextInput';

export interface PersonDialogProps {
  readonly title: string;
  readonly submit: string;
  /** Prefilled. */
  readonly name: string;
  readonly busy: boolean;
  readonly error: AppError | null;
  readonly onSubmit: (name: string) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks who is responding. */
export function PersonDialog(props: PersonDialogProps): ReactNode {
  const { title, submit, busy, error, onSubmit, onClose, children } = props;
  const [name, setName] = useState(props.name);
  const ready = name.trim() !== '' && !busy;
  return (
    <AppDialog
      open
      width="xs"
      title={title}
      closedBy={busy ? 'nothing' : 'escape'}
      onClose={onClose}
      onSubmit={() => (ready ? onSubmit(name.trim()) : undefined)}
      actions={<FormButtons submit={submit} onCancel={onClose} busy={busy} disabled={!ready} />}
    >
      {children}
      <TextInput
        label="Your name"
        value={name}
        onChange={setName}
        maxLength={200}
        help="It stands in the record beside what you do."
        autoFocus
      />
      {error !== null && <ErrorNotice error={error} />}
    </AppDialog>
  );
}
