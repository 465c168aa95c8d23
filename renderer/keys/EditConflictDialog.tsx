import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { ApiKey } from '@core/domain/api-key';
import type { AppError } from '@core/domain/app-error';
import type { KeyChanges } from '@core/domain/key-draft';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ChoiceInput } from '@renderer/shared/ChoiceInput';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Notice } from '@renderer/shared/Notice';
import { conflictFields, type ConflictField } from './edit-conflict';
import { FormButtons } from '@renderer/shared/FormButtons';
import type { Place } from '@renderer/shared/place';

export interface EditConflictDialogProps {
  /** The key as it is on the console now. */
  readonly theirs: ApiKey;
  /** What I wanted to change. */
  readonly mine: KeyChanges;
  readonly place: Place;
  readonly busy: boolean;
  readonly error: AppError | null;
  readonly onSend: (changes: KeyChanges, revision: string | undefined) => void;
  readonly onClose: () => void;
}

type Fact = keyof KeyChanges;

/** Somebody else changed the key first: both versions, and a decision for each field before anything is sent. */
export function EditConflictDialog(props: EditConflictDialogProps): ReactNode {
  const { theirs, mine, place, busy, error, onSend, onClose } = props;
  const fields = conflictFields(mine, theirs, place);
  const [given, setGiven] = useState<ReadonlySet<Fact>>(new Set());
  const kept = fields.filter(({ fact, agreed }) => !agreed && !given.has(fact));
  const send = (): void => {
    if (kept.length === 0) onClose();
    else onSend(Object.fromEntries(kept.map(({ fact }) => [fact, mine[fact]])), theirs.revision);
  };
  return (
    <AppDialog
      open
      title="Edit API key"
      closedBy="nothing"
      onClose={onClose}
      onSubmit={send}
      actions={
        <FormButtons
          submit={kept.length === 0 ? 'Leave it as it is' : 'Save my choice'}
          onCancel={onClose}
          busy={busy}
        />
      }
    >
      <Notice tone="warning" role="alert" title="Somebody else changed this key while you were editing it">
        <Typography>
          Nothing of yours was written. Choose for each field which version shall stand.
        </Typography>
      </Notice>
      {fields.map((field) => (
        <ConflictRow
          key={field.fact}
          field={field}
          choice={given.has(field.fact) ? 'theirs' : 'mine'}
          disabled={busy}
          onChoose={(choice) => setGiven((before) => decided(before, field.fact, choice))}
        />
      ))}
      {error !== null && <ErrorNotice title="The key was not changed" error={error} onRetry={send} />}
    </AppDialog>
  );
}

function decided(given: ReadonlySet<Fact>, fact: Fact, choice: 'mine' | 'theirs'): ReadonlySet<Fact> {
  const others = [...given].filter((other) => other !== fact);
  return new Set(choice === 'theirs' ? [...others, fact] : others);
}

interface ConflictRowProps {
  readonly field: ConflictField;
  readonly choice: 'mine' | 'theirs';
  readonly disabled: boolean;
  readonly onChoose: (choice: 'mine' | 'theirs') => void;
}

function ConflictRow({ field, choice, disabled, onChoose }: ConflictRowProps): ReactNode {
  return (
    <Box sx={{ border: 1, borderColor: 'house.line', borderRadius: 1, p: 1.5, display: 'grid', gap: 1.25 }}>
      {field.agreed ? (
        <Typography variant="caption" color="textSecondary">
          {field.label}: both are the same.
        </Typography>
      ) : (
        <ChoiceInput
          label={field.label}
          value={choice}
          disabled={disabled}
          options={[
            { value: 'theirs', label: 'Take theirs' },
            { value: 'mine', label: 'Keep mine' },
          ]}
          onChange={onChoose}
        />
      )}
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
        <Version
          title="On the console now"
          text={field.theirs}
          chosen={field.agreed || choice === 'theirs'}
        />
        <Version title="What you typed" text={field.mine} chosen={field.agreed || choice === 'mine'} />
      </Box>
    </Box>
  );
}

function Version({ title, text, chosen }: { title: string; text: string; chosen: boolean }): ReactNode {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="caption" color="textSecondary">
        {title}
      </Typography>
      <Typography
        sx={{
          overflowWrap: 'anywhere',
          fontWeight: chosen ? 550 : 400,
          textDecoration: chosen ? 'none' : 'line-through',
        }}
      >
        {text}
      </Typography>
    </Box>
  );
}
