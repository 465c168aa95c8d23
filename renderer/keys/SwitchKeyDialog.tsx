import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Notice } from '@renderer/shared/Notice';
import { useNow } from '@renderer/shared/use-now';
import { KeyRadius } from './KeyRadius';
import { CheckingDialog } from './CheckingDialog';
import { EditConflictDialog } from './EditConflictDialog';
import { FormButtons } from '@renderer/shared/FormButtons';
import type { KeyRow } from '@renderer/key-table/key-row';
import { PlaceLine } from '@renderer/shared/PlaceLine';
import { switchText } from './switch-text';
import { useEdit, type Blame } from './use-edit';

export interface SwitchKeyDialogProps {
  readonly row: KeyRow;
  readonly onClose: () => void;
}

/** There is no field here that an answer could belong to. */
const NO_FIELDS: Blame = { blame: () => undefined, isBlamed: () => false };

/** *Disable key* or *Enable key*: stops a key reversibly, or starts it again, after one look at what depends on it. */
export function SwitchKeyDialog({ row, onClose }: SwitchKeyDialogProps): ReactNode {
  const [opened] = useState(row);
  const { key, place } = opened;
  const active = key.active === false;
  const { verb, past, effect } = switchText(active, place);
  const edit = useEdit(opened, past, NO_FIELDS, onClose);
  const { busy, error, checking, theirs } = edit;
  const now = useNow();
  const send = (): void => edit.send({ active }, key.revision);
  const title = `${verb} API key`;
  if (checking !== null) {
    const what = 'Checking whether the console saved the change…';
    const dialog = { title, what, message: checking, how: place.vendor.reconcile, busy, error };
    return <CheckingDialog {...dialog} onCheck={edit.again} onClose={onClose} />;
  }
  if (theirs !== null) {
    const conflict = { theirs, mine: { active }, place, busy, error };
    return <EditConflictDialog {...conflict} onSend={edit.send} onClose={onClose} />;
  }
  return (
    <AppDialog
      open
      title={title}
      description={<PlaceLine place={place} name={key.name} />}
      closedBy={busy ? 'nothing' : 'escape'}
      onClose={onClose}
      onSubmit={send}
      actions={<FormButtons submit={verb} onCancel={onClose} busy={busy} cautious={!active} />}
    >
      <KeyRadius row={opened} now={now} />
      <Notice tone={active ? 'info' : 'warning'}>
        <Typography>{effect}</Typography>
      </Notice>
      {error !== null && <ErrorNotice title={`The key was not ${past}`} error={error} onRetry={send} />}
    </AppDialog>
  );
}
