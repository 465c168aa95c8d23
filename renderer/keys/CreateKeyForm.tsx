import type { ReactNode } from 'react';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { CheckingDialog } from './CheckingDialog';
import type { CreatedKey } from './CreateKeyDialog';
import { DraftSummary } from './form/DraftSummary';
import { FormLayout } from './form/FormLayout';
import { KeyFields } from './form/KeyFields';
import { draftOf, emptyForm } from './form/key-form';
import { useFirstProblem } from './form/use-first-problem';
import { useKeyForm } from './form/use-key-form';
import { FormButtons } from './FormButtons';
import { PlaceLine } from './PlaceLine';
import type { Place } from './place';
import { useIssue } from './use-issue';

export interface CreateKeyFormProps {
  readonly place: Place;
  /** The choice of the place, where there is one. */
  readonly where: ReactNode;
  readonly onCreated: (created: CreatedKey) => void;
  readonly onClose: () => void;
}

/** The form of *Create API key* for one place. What was typed stays until a key was created or the form is closed. */
export function CreateKeyForm({ place, where, onCreated, onClose }: CreateKeyFormProps): ReactNode {
  const state = useKeyForm(place, emptyForm(place));
  const { send, checking, busy, error } = useIssue(place, state, onCreated);
  const draft = draftOf(state.form, place, state.openedAt);
  const goToFirstProblem = useFirstProblem();
  const submit = (): void => {
    if (state.check()) send();
    else goToFirstProblem();
  };
  if (checking !== null) {
    return (
      <CheckingDialog
        title="Create API key"
        what="Checking whether the console created it…"
        message={checking}
        busy={busy}
        error={error}
        onCheck={send}
        onClose={onClose}
      />
    );
  }
  return (
    <AppDialog
      open
      width="md"
      title="Create API key"
      description={where === null ? <PlaceLine place={place} /> : undefined}
      closedBy={busy ? 'nothing' : 'escape'}
      onClose={onClose}
      onSubmit={submit}
      actions={<FormButtons submit="Create" onCancel={onClose} busy={busy} />}
    >
      <FormLayout aside={<DraftSummary draft={draft} place={place} now={state.openedAt} />}>
        {where}
        <KeyFields place={place} state={state} disabled={busy} />
      </FormLayout>
      {error !== null && <ErrorNotice title="The key was not created" error={error} onRetry={submit} />}
    </AppDialog>
  );
}
