import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { KeyChanges } from '@core/domain/key-draft';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { CheckingDialog } from './CheckingDialog';
import { EditConflictDialog } from './EditConflictDialog';
import { FormButtons } from '@renderer/shared/FormButtons';
import { DraftSummary, type DraftSummaryProps } from './form/DraftSummary';
import { FormLayout } from './form/FormLayout';
import { KeyFields } from './form/KeyFields';
import { changesOf, draftOf } from './form/form-draft';
import { formOf } from './form/key-form';
import { useFirstProblem } from './form/use-first-problem';
import { useKeyForm, type KeyFormState } from './form/use-key-form';
import type { KeyRow } from '@renderer/key-table/key-row';
import { PlaceLine } from '@renderer/shared/PlaceLine';
import { RenameNotice } from './RenameNotice';
import { useEdit, type Edit } from './use-edit';

export interface EditKeyDialogProps {
  readonly row: KeyRow;
  readonly onClose: () => void;
}

/** *Edit API key*: only what the vendor lets change, and only what changed is sent, against the version that was seen. */
export function EditKeyDialog({ row, onClose }: EditKeyDialogProps): ReactNode {
  // The row may be read anew while the dialog is open; the edit is about the version that was opened.
  const [opened] = useState(row);
  const { key, place } = opened;
  const state = useKeyForm(place, formOf(key, place), key);
  const edit = useEdit(opened, 'changed', state, onClose);
  const changes = changesOf(state.form, key, place, state.openedAt);
  const { busy, error, checking, theirs } = edit;
  if (checking !== null) {
    return (
      <CheckingDialog
        how={row.place.vendor.reconcile}
        title="Edit API key"
        what="Checking whether the console saved the change…"
        message={checking}
        busy={busy}
        error={error}
        onCheck={edit.again}
        onClose={onClose}
      />
    );
  }
  if (theirs !== null) {
    const conflict = { theirs, mine: changes, place, busy, error };
    return <EditConflictDialog {...conflict} onSend={edit.send} onClose={onClose} />;
  }
  return <EditForm row={opened} state={state} edit={edit} changes={changes} onClose={onClose} />;
}

interface EditFormProps extends EditKeyDialogProps {
  readonly state: KeyFormState;
  readonly edit: Edit;
  readonly changes: KeyChanges;
}

function EditForm({ row: { key, place }, state, edit, changes, onClose }: EditFormProps): ReactNode {
  const goToFirstProblem = useFirstProblem();
  const nothing = Object.keys(changes).length === 0 && state.form.hostText === '';
  const save = (): void => {
    if (nothing) return;
    if (state.check()) edit.send(changes, key.revision);
    else goToFirstProblem();
  };
  return (
    <AppDialog
      open
      width="md"
      title="Edit API key"
      description={<PlaceLine place={place} />}
      closedBy={edit.busy ? 'nothing' : 'escape'}
      onClose={onClose}
      onSubmit={save}
      actions={<FormButtons submit="Save" onCancel={onClose} busy={edit.busy} disabled={nothing} />}
    >
      <FormLayout
        aside={
          <EditSummary
            draft={draftOf(state.form, place, state.openedAt)}
            place={place}
            now={state.openedAt}
            exists
          />
        }
      >
        <KeyFields
          place={place}
          state={state}
          only={place.traits.editable}
          disabled={edit.busy}
          present={key}
        />
      </FormLayout>
      {changes.name !== undefined && <RenameNotice endpoints={key.usedBy ?? []} />}
      {edit.error !== null && (
        <ErrorNotice title="The key was not changed" error={edit.error} onRetry={save} />
      )}
    </AppDialog>
  );
}

function EditSummary(props: DraftSummaryProps): ReactNode {
  return (
    <>
      <DraftSummary {...props} />
      <Typography variant="caption" color="textSecondary">
        The key itself stays the same: whoever uses it goes on, with the new settings{' '}
        {props.place.vendor.mustDeploy ? 'once they were deployed.' : 'at once.'}
      </Typography>
    </>
  );
}
