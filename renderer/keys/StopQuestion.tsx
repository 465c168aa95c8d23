import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { confirmationWord } from '@core/domain/confirmation';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Notice } from '@renderer/shared/Notice';
import { TextInput } from '@renderer/shared/TextInput';
import { useNow } from '@renderer/shared/use-now';
import { KeyRadius } from './KeyRadius';
import { FormButtons } from '@renderer/shared/FormButtons';
import type { KeyRow } from '@renderer/key-table/key-row';
import { OwnKeyQuestion } from '@renderer/shared/OwnKeyQuestion';
import { PlaceLine } from '@renderer/shared/PlaceLine';
import type { Stop } from './use-stop';

export interface StopQuestionProps {
  readonly title: string;
  readonly stop: Stop;
  readonly onClose: () => void;
}

/** Asks once more, with all that depends on the key; what is grave has to be confirmed by hand. */
export function StopQuestion({ title, stop, onClose }: StopQuestionProps): ReactNode {
  const { key, place } = stop.row;
  const { verb } = place.traits.stop;
  const word = wordFor(stop.row);
  const ready = (word === null || stop.typed.trim() === word) && (stop.own === null || stop.evenOwn);
  return (
    <AppDialog
      open
      role="alertdialog"
      title={title}
      description={<PlaceLine place={place} name={key.name} />}
      closedBy={stop.busy ? 'nothing' : 'escape'}
      onClose={onClose}
      onSubmit={() => (ready && !stop.busy ? stop.send() : undefined)}
      actions={
        <FormButtons
          submit={verb}
          onCancel={onClose}
          busy={stop.busy}
          disabled={!ready}
          danger
          cautious={word === null}
        />
      }
    >
      <Consequences stop={stop} />
      {stop.own !== null && (
        <OwnKeyQuestion
          own={stop.own}
          console={place.console.label}
          evenOwn={stop.evenOwn}
          onAllow={stop.allowOwn}
        />
      )}
      {word !== null && (
        <TextInput label={`Type ${word} to confirm`} value={stop.typed} onChange={stop.type} code autoFocus />
      )}
      <Failure stop={stop} ready={ready} />
    </AppDialog>
  );
}

const wordFor = ({ key, place: { environment, traits } }: KeyRow): string | null =>
  confirmationWord({ keys: [key], production: environment.production, stop: traits.stop });

function Consequences({ stop: { row, conflict } }: { stop: Stop }): ReactNode {
  const { effect, undo, past } = row.place.traits.stop;
  return (
    <>
      {conflict && <Conflict past={past} />}
      <KeyRadius row={row} now={useNow()} />
      <Notice tone="warning">
        <Typography>
          {effect} {undo}
        </Typography>
      </Notice>
    </>
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

function Failure({ stop: { row, error, send }, ready }: { stop: Stop; ready: boolean }): ReactNode {
  if (error === null) return null;
  const title = `The key was not ${row.place.traits.stop.past}`;
  return <ErrorNotice title={title} error={error} onRetry={ready ? send : undefined} />;
}
