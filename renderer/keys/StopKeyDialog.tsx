import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { confirmationWord } from '@core/domain/confirmation';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Notice } from '@renderer/shared/Notice';
import { TextInput } from '@renderer/shared/TextInput';
import { useNow } from '@renderer/shared/use-now';
import { BlastRadius } from './BlastRadius';
import { CheckingDialog } from './CheckingDialog';
import { FormButtons } from './FormButtons';
import type { KeyRow } from './key-row';
import { PlaceLine } from './PlaceLine';
import { StoppedDialog } from './StoppedDialog';
import { useStop, type Stop } from './use-stop';

export interface StopKeyDialogProps {
  readonly row: KeyRow;
  readonly onClose: () => void;
}

/** Stops one key for good, in the vendor's word: what depends on it, what can undo it, then the word to type. */
export function StopKeyDialog({ row, onClose }: StopKeyDialogProps): ReactNode {
  // The row may disappear or change under the dialog; it is about the version that was seen.
  const [seen] = useState(row);
  const stop = useStop(seen);
  const title = `${seen.place.traits.stop.verb} API key`;
  if (stop.readBackAt !== null) {
    return <StoppedDialog title={title} row={seen} readBackAt={stop.readBackAt} onClose={onClose} />;
  }
  if (stop.checking !== null) {
    return (
      <CheckingDialog
        title={title}
        what="Sent, not confirmed"
        message={stop.checking}
        busy={stop.busy}
        error={stop.error}
        onCheck={stop.send}
        onClose={onClose}
      />
    );
  }
  return <StopQuestion title={title} row={stop.row} stop={stop} onClose={onClose} />;
}

interface StopQuestionProps {
  readonly title: string;
  readonly row: KeyRow;
  readonly stop: Stop;
  readonly onClose: () => void;
}

function StopQuestion({ title, row, stop, onClose }: StopQuestionProps): ReactNode {
  const { traits, environment } = row.place;
  const word = confirmationWord({
    keys: [row.key],
    production: environment.production,
    stop: traits.stop,
  });
  const ready = word === null || stop.typed.trim() === word;
  return (
    <AppDialog
      open
      role="alertdialog"
      title={title}
      description={<PlaceLine place={row.place} name={row.key.name} />}
      closedBy={stop.busy ? 'nothing' : 'escape'}
      onClose={onClose}
      onSubmit={() => (ready && !stop.busy ? stop.send() : undefined)}
      actions={
        <FormButtons
          submit={traits.stop.verb}
          onCancel={onClose}
          busy={stop.busy}
          disabled={!ready}
          danger
          cautious={word === null}
        />
      }
    >
      {stop.conflict && <Conflict past={traits.stop.past} />}
      <BlastRadius row={row} now={useNow()} />
      <Notice tone="warning">
        <Typography>
          {traits.stop.effect} {traits.stop.undo}
        </Typography>
      </Notice>
      {word !== null && (
        <TextInput label={`Type ${word} to confirm`} value={stop.typed} onChange={stop.type} code autoFocus />
      )}
      {stop.error !== null && (
        <ErrorNotice
          title={`The key was not ${traits.stop.past}`}
          error={stop.error}
          onRetry={ready ? stop.send : undefined}
        />
      )}
    </AppDialog>
  );
}

function Conflict({ past }: { past: string }): ReactNode {
  return (
    <Notice tone="warning" role="alert" title="Somebody else changed this key meanwhile">
      <Typography>
        Nothing was {past}. Below is what it looks like now; look again before you go on.
      </Typography>
    </Notice>
  );
}
