import { useState, type ReactNode } from 'react';
import { AppDialog } from '@renderer/shared/AppDialog';
import { FormButtons } from '@renderer/shared/FormButtons';
import { TextInput } from '@renderer/shared/TextInput';

export interface ReviewerDialogProps {
  readonly open: boolean;
  readonly by: string;
  readonly onClose: () => void;
  readonly onChange: (by: string) => void;
}

/** Asks under which name decisions are written down from now on. */
export function ReviewerDialog({ open, by, onClose, onChange }: ReviewerDialogProps): ReactNode {
  const [name, setName] = useState(by);
  const empty = name.trim() === '';
  const submit = (): void => {
    if (empty) return;
    onChange(name.trim());
    onClose();
  };
  return (
    <AppDialog
      open={open}
      title="Who reviews?"
      description="The name stands beside every decision from now on. Earlier ones keep theirs."
      onClose={onClose}
      onSubmit={submit}
      width="xs"
      actions={<FormButtons submit="Use this name" onCancel={onClose} />}
    >
      <TextInput
        label="Reviewer"
        value={name}
        maxLength={400}
        onChange={setName}
        autoFocus
        problem={empty ? 'A name is needed.' : null}
      />
    </AppDialog>
  );
}
