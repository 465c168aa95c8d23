import { useState, type ReactNode } from 'react';
import type { ApiKey } from '@core/domain/api-key';
import { environmentKey } from '@core/domain/environment';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { SelectInput } from '@renderer/shared/SelectInput';
import { CheckingDialog } from './CheckingDialog';
import { DraftSummary } from './form/DraftSummary';
import { FormLayout } from './form/FormLayout';
import { KeyFields } from './form/KeyFields';
import { draftOf, emptyForm } from './form/key-form';
import { useFirstProblem } from './form/use-first-problem';
import { useKeyForm } from './form/use-key-form';
import { FormButtons } from './FormButtons';
import { PlaceLine } from './PlaceLine';
import { placeName, type Place, type Places } from './place';
import { useIssue, type Issue } from './use-issue';

/** A key that was just created, with the handle under which its secret waits in main. */
export interface CreatedKey {
  readonly key: ApiKey;
  readonly place: Place;
  /** Null where the secret cannot be had any more. */
  readonly handle: string | null;
  /** Found again after an unclear answer. */
  readonly adopted: boolean;
}

export interface CreateKeyDialogProps {
  readonly places: Places;
  readonly onCreated: (created: CreatedKey) => void;
  readonly onClose: () => void;
}

/** *Create API key*: asks first where, when there are several places. */
export function CreateKeyDialog({ places, ...props }: CreateKeyDialogProps): ReactNode {
  const [first] = places.values();
  const [chosen, choose] = useState(places.size === 1 ? ([...places.keys()][0] ?? '') : '');
  if (first === undefined) return null;
  const place = places.get(chosen);
  const where = places.size > 1 ? <PlaceInput places={places} value={chosen} onChange={choose} /> : null;
  return <CreateForm {...props} place={place ?? first} known={place !== undefined} where={where} />;
}

interface CreateFormProps extends Omit<CreateKeyDialogProps, 'places'> {
  readonly place: Place;
  /** Whether the place was chosen; until then there is nothing to fill in. */
  readonly known: boolean;
  /** The choice of the place, where there is one. */
  readonly where: ReactNode;
}

/** What was typed stays until a key was created or the form is closed, whatever happens and wherever it goes. */
function CreateForm({ place, known, where, onCreated, onClose }: CreateFormProps): ReactNode {
  const state = useKeyForm(place, emptyForm(place));
  const issue = useIssue(place, state, onCreated);
  const goToFirstProblem = useFirstProblem();
  const draft = draftOf(state.form, place, state.openedAt);
  const submit = (): void => {
    if (!known) return;
    if (state.check()) issue.send();
    else goToFirstProblem();
  };
  if (issue.checking !== null) return <Checking issue={issue} message={issue.checking} onClose={onClose} />;
  return (
    <AppDialog
      open
      width="md"
      title="Create API key"
      description={where === null ? <PlaceLine place={place} /> : undefined}
      closedBy={issue.busy ? 'nothing' : 'escape'}
      onClose={onClose}
      onSubmit={submit}
      actions={<FormButtons submit="Create" onCancel={onClose} busy={issue.busy} disabled={!known} />}
    >
      <FormLayout aside={known && <DraftSummary draft={draft} place={place} now={state.openedAt} />}>
        {where}
        {known && <KeyFields place={place} state={state} disabled={issue.busy} />}
      </FormLayout>
      {issue.error !== null && (
        <ErrorNotice title="The key was not created" error={issue.error} onRetry={submit} />
      )}
    </AppDialog>
  );
}

interface CheckingProps {
  readonly issue: Issue;
  readonly message: string;
  readonly onClose: () => void;
}

function Checking({ issue: { busy, error, send }, message, onClose }: CheckingProps): ReactNode {
  return (
    <CheckingDialog
      title="Create API key"
      what="Checking whether the console created it…"
      message={message}
      busy={busy}
      error={error}
      onCheck={send}
      onClose={onClose}
    />
  );
}

interface PlaceInputProps {
  readonly places: Places;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function PlaceInput({ places, value, onChange }: PlaceInputProps): ReactNode {
  const options = [...places.values()].map((place) => ({
    value: environmentKey(place.environment),
    label: placeName(place, true),
    ...(place.environment.production && { note: 'Production' }),
  }));
  const help = value === '' ? 'A key belongs to one environment and works at its endpoint only.' : undefined;
  return <SelectInput label="Environment" help={help} value={value} options={options} onChange={onChange} />;
}
