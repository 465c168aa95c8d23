import { useState, type ReactNode } from 'react';
import type { ApiKey } from '@core/domain/api-key';
import { environmentKey } from '@core/domain/environment';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { CheckingDialog } from './CheckingDialog';
import { DraftSummary } from './form/DraftSummary';
import { FormLayout } from './form/FormLayout';
import { KeyFields } from './form/KeyFields';
import { draftOf } from './form/form-draft';
import { emptyForm, randomStem, successorForm, type KeyForm } from './form/key-form';
import { PlaceInput } from './form/PlaceInput';
import { SuccessorNotice } from './form/SuccessorNotice';
import { useFirstProblem } from './form/use-first-problem';
import { useKeyForm } from './form/use-key-form';
import { useReplacing, type Replaces } from './form/use-replacing';
import { FormButtons } from '@renderer/shared/FormButtons';
import type { KeyRow } from '@renderer/key-table/key-row';
import { PlaceLine } from '@renderer/shared/PlaceLine';
import type { Place, Places } from '@renderer/shared/place';
import { useIssue, type Issue } from './use-issue';

/** A key that was just created, with the handle under which its secret waits in main. */
export interface CreatedKey {
  readonly key: ApiKey;
  readonly place: Place;
  /** Null where the secret cannot be had any more. */
  readonly handle: string | null;
  /** Found again after an unclear answer. */
  readonly adopted: boolean;
  /** The key it takes over from, and when that one may go. */
  readonly replaces?: Replaces | null;
}

export interface CreateKeyDialogProps {
  /** Where keys can be made. */
  readonly places: Places;
  /** The key that the new one takes over from. */
  readonly like?: KeyRow | undefined;
  readonly onCreated: (created: CreatedKey) => void;
  readonly onClose: () => void;
}

/** *Create API key*: asks first where, when there are several places. */
export function CreateKeyDialog({ places, ...props }: CreateKeyDialogProps): ReactNode {
  const [first] = places.values();
  const [chosen, choose] = useState('');
  const only = props.like?.place ?? (places.size === 1 ? first : undefined);
  if (only !== undefined) return <CreateForm {...props} place={only} known where={null} />;
  if (first === undefined) return null;
  const place = places.get(chosen);
  const where = <PlaceInput places={places} value={chosen} onChange={choose} />;
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
function CreateForm({ place, known, where, like, onCreated, onClose }: CreateFormProps): ReactNode {
  const state = useKeyForm(place, useInitial(place, like));
  const replacing = useReplacing(like);
  const issue = useIssue({ place, state, replaces: replacing?.replaces ?? null }, onCreated);
  const goToFirstProblem = useFirstProblem();
  const draft = draftOf(state.form, place, state.openedAt);
  const { verb, past } = place.traits.create;
  const submit = (): void => {
    if (!known || replacing?.replaces === null) return;
    if (state.check()) issue.send();
    else goToFirstProblem();
  };
  if (issue.checking !== null)
    return <Checking place={place} issue={issue} message={issue.checking} onClose={onClose} />;
  return (
    <AppDialog
      open
      width="md"
      title={titleOf(known ? verb : 'Create', like)}
      description={where === null ? <PlaceLine place={place} /> : undefined}
      closedBy={issue.busy ? 'nothing' : 'escape'}
      onClose={onClose}
      onSubmit={submit}
      actions={<FormButtons submit={verb} onCancel={onClose} busy={issue.busy} disabled={!known} />}
    >
      <FormLayout aside={known && <DraftSummary draft={draft} place={place} now={state.openedAt} />}>
        {where}
        {like && <SuccessorNotice row={like} replacing={replacing} busy={issue.busy} />}
        {/* Of another place, the fields are others, even those of the same name. */}
        {known && (
          <KeyFields
            key={environmentKey(place.environment)}
            place={place}
            state={state}
            like={like?.key}
            disabled={issue.busy}
          />
        )}
      </FormLayout>
      {issue.error !== null && (
        <ErrorNotice title={`The key was not ${past}`} error={issue.error} onRetry={submit} />
      )}
    </AppDialog>
  );
}

/** What stands in the form at first; it may change with the place. */
function useInitial(place: Place, like: KeyRow | undefined): KeyForm {
  const [stem] = useState(randomStem);
  const [openedAt] = useState(() => Date.now());
  return like ? successorForm(like.key, place, openedAt) : emptyForm(place, stem);
}

const titleOf = (verb: string, like: KeyRow | undefined): string =>
  like === undefined ? `${verb} API key` : 'Replace API key';

interface CheckingProps {
  readonly place: Place;
  readonly issue: Issue;
  readonly message: string;
  readonly onClose: () => void;
}

function Checking({ place, issue: { busy, error, send }, message, onClose }: CheckingProps): ReactNode {
  const { verb, past } = place.traits.create;
  return (
    <CheckingDialog
      title={`${verb} API key`}
      what={`Checking whether the console ${past} it…`}
      message={message}
      how={place.vendor.reconcile}
      busy={busy}
      error={error}
      onCheck={send}
      onClose={onClose}
    />
  );
}
