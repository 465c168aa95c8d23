import { useState, type ReactNode } from 'react';
import { keyRefOf } from '@core/domain/api-key';
import { useIncidents, useOpenIncident } from '@renderer/api/incidents';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { FieldRow } from '@renderer/shared/FieldRow';
import { FormButtons } from '@renderer/shared/FormButtons';
import { TextInput } from '@renderer/shared/TextInput';
import { useNow } from '@renderer/shared/use-now';
import { localText, readForm, readLocal, titleFor, type BeginForm } from './begin-form';
import type { Find } from './chosen-keys';

export interface BeginDialogProps {
  readonly searchId: string;
  readonly keys: readonly Find[];
  readonly onBegun: (incidentId: string) => void;
  readonly onClose: () => void;
}

/** *Begin the record*: what a search cannot know. */
export function BeginDialog({ searchId, keys, onBegun, onClose }: BeginDialogProps): ReactNode {
  const { data: incidents = [] } = useIncidents();
  const now = useNow(5_000);
  const [form, setForm] = useState<BeginForm>(() => ({
    title: titleFor(keys),
    reported: localText(now),
    foundAt: '',
    by: null,
  }));
  const { run, busy, error } = useOpenIncident();
  const wish = readForm({ ...form, by: form.by ?? incidents[0]?.by ?? '' }, now);
  const begin = async (): Promise<void> => {
    if (wish === null || busy) return;
    const outcome = await run({ searchId, ...wish, keys: keys.map(({ found }) => keyRefOf(found.key)) });
    if (outcome.ok) onBegun(outcome.value.incidentId);
  };
  return (
    <AppDialog
      open
      title="Begin the record"
      description="From here on it writes itself. It never holds the key, nor what you pasted."
      closedBy={busy ? 'nothing' : 'escape'}
      onClose={onClose}
      onSubmit={() => void begin()}
      actions={
        <FormButtons
          submit="Begin the record"
          onCancel={onClose}
          busy={busy}
          disabled={wish === null || busy}
        />
      }
    >
      <Fields form={form} name={form.by ?? incidents[0]?.by ?? ''} now={now} onChange={setForm} />
      {error !== null && <ErrorNotice title="The record was not begun" error={error} />}
    </AppDialog>
  );
}

interface FieldsProps {
  readonly form: BeginForm;
  readonly name: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly onChange: (form: BeginForm) => void;
}

function Fields({ form, name, now, onChange }: FieldsProps): ReactNode {
  const set = (field: keyof BeginForm) => (text: string) => onChange({ ...form, [field]: text });
  const wrong = readLocal(form.reported, now) === null;
  return (
    <>
      <TextInput label="Title" value={form.title} onChange={set('title')} maxLength={200} />
      <FieldRow>
        <TextInput
          label="Reported at"
          type="datetime-local"
          value={form.reported}
          onChange={set('reported')}
          problem={wrong ? 'A date and time that is not in the future.' : undefined}
          help="When somebody told you. The times count from here."
        />
        <TextInput
          label="Your name"
          value={name}
          onChange={set('by')}
          maxLength={200}
          autoFocus={name === ''}
        />
      </FieldRow>
      <TextInput
        label="Where it was found"
        value={form.foundAt}
        onChange={set('foundAt')}
        maxLength={2_000}
        help="A place, such as a repository or a ticket. Not the key."
        autoFocus={name !== ''}
      />
    </>
  );
}
