import { useState, type ReactNode } from 'react';
import { useAddNote } from '@renderer/api/incidents';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { FormButtons } from '@renderer/shared/FormButtons';
import { TextInput } from '@renderer/shared/TextInput';

export interface NoteDialogProps {
  readonly incidentId: string;
  readonly onClose: () => void;
}

/** *Add a note*: a line of one's own in the record. */
export function NoteDialog({ incidentId, onClose }: NoteDialogProps): ReactNode {
  const [text, setText] = useState('');
  const { run, busy, error } = useAddNote();
  const ready = text.trim() !== '' && !busy;
  const add = async (): Promise<void> => {
    const outcome = await run({ incidentId, text: text.trim() });
    if (outcome.ok) onClose();
  };
  return (
    <AppDialog
      open
      width="xs"
      title="Add a note"
      closedBy={busy ? 'nothing' : 'escape'}
      onClose={onClose}
      onSubmit={() => (ready ? void add() : undefined)}
      actions={<FormButtons submit="Add the note" onCancel={onClose} busy={busy} disabled={!ready} />}
    >
      <TextInput
        label="Note"
        value={text}
        onChange={setText}
        maxLength={2_000}
        help="Who was told, what was seen. Never the key. A line cannot be taken back."
        autoFocus
      />
      {error !== null && <ErrorNotice title="The note was not added" error={error} />}
    </AppDialog>
  );
}
