import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormLabel from '@mui/material/FormLabel';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId, type ReactNode, type Ref } from 'react';
import type { ReviewEntry } from '@core/domain/review';
import type { EntryEdit } from '@core/domain/review-entry';
import { useDraft } from './use-draft';

const FIELDS = [
  { name: 'owner', label: 'Owner', most: 400 },
  { name: 'purpose', label: 'Purpose', most: 400 },
  { name: 'contact', label: 'Contact', most: 400 },
] as const;

export interface EntryFieldsProps {
  readonly entry: ReviewEntry | null;
  readonly onEdit: (edit: EntryEdit) => void;
  readonly noteRef: Ref<HTMLTextAreaElement>;
}

/** What a reviewer finds out about a key: a note, whose it is, what it is for. */
export function EntryFields({ entry, onEdit, noteRef }: EntryFieldsProps): ReactNode {
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' }}>
      <Box sx={{ gridColumn: '1 / -1' }}>
        <Field
          label="Note"
          kept={entry?.note ?? ''}
          most={4_000}
          onKeep={(note) => onEdit({ note })}
          inputRef={noteRef}
        />
      </Box>
      {FIELDS.map(({ name, label, most }) => (
        <Field
          key={name}
          label={label}
          kept={entry?.[name] ?? ''}
          most={most}
          onKeep={(text) => onEdit({ [name]: text })}
        />
      ))}
    </Box>
  );
}

interface FieldProps {
  readonly label: string;
  readonly kept: string;
  readonly most: number;
  readonly onKeep: (text: string) => void;
  /** A text of several lines has one. */
  readonly inputRef?: Ref<HTMLTextAreaElement>;
}

function Field({ label, kept, most, onKeep, inputRef }: FieldProps): ReactNode {
  const id = useId();
  const { value, type, settle } = useDraft(kept, onKeep);
  return (
    <FormControl fullWidth>
      <FormLabel htmlFor={id} sx={{ mb: 0.5, fontSize: '0.75rem' }}>
        {label}
      </FormLabel>
      <OutlinedInput
        id={id}
        size="small"
        value={value}
        onChange={(event) => type(event.target.value)}
        onBlur={settle}
        autoComplete="off"
        // A height of its own: one that follows the text is measured anew for every key.
        {...(inputRef !== undefined && { multiline: true, rows: 2 })}
        inputRef={inputRef}
        inputProps={{ maxLength: most, ...(inputRef !== undefined && { 'aria-keyshortcuts': 'N' }) }}
      />
    </FormControl>
  );
}
