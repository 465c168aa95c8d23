import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { Instant } from '@core/domain/instant';
import { formatMoment } from '@core/text/format';
import { useReleaseSecret } from '@renderer/api/secret-mutations';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ConfirmDialog } from '@renderer/shared/ConfirmDialog';
import { Mono } from '@renderer/shared/Mono';
import { Notice } from '@renderer/shared/Notice';
import type { CreatedKey } from './CreateKeyDialog';
import { curlSnippet } from './curl-snippet';
import { HandOver } from './HandOver';
import type { Place } from './place';
import { PlaceLine } from './PlaceLine';

export interface KeyCreatedDialogProps {
  readonly created: CreatedKey;
  readonly onClose: () => void;
}

/** *Key created*: hands the secret over. One that is shown only once cannot be left behind by a stray click. */
export function KeyCreatedDialog({ created, onClose }: KeyCreatedDialogProps): ReactNode {
  const { key, place, handle, adopted } = created;
  const [taken, setTaken] = useState(false);
  const [asking, setAsking] = useState(false);
  const { run: release } = useReleaseSecret();
  const once = place.traits.secret.shown === 'once';
  const leave = (): void => {
    if (handle !== null) void release(handle);
    onClose();
  };
  const done = (): void => (once && handle !== null && !taken ? setAsking(true) : leave());
  return (
    <AppDialog
      open
      title="Key created"
      description={<PlaceLine place={place} name={key.name} />}
      closedBy="escape"
      onClose={done}
      actions={
        <Button variant="contained" onClick={done}>
          Done
        </Button>
      }
    >
      {adopted && <Adopted />}
      {handle === null ? (
        <SecretGone />
      ) : (
        <HandOver handle={handle} name={key.name} onTaken={() => setTaken(true)} />
      )}
      <Availability once={once} activatesAt={key.activatesAt} />
      <Usage place={place} />
      <LeaveQuestion
        open={asking}
        vendor={place.vendor.label}
        onLeave={leave}
        onStay={() => setAsking(false)}
      />
    </AppDialog>
  );
}

interface LeaveQuestionProps {
  readonly open: boolean;
  readonly vendor: string;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

function LeaveQuestion({ open, vendor, onLeave, onStay }: LeaveQuestionProps): ReactNode {
  return (
    <ConfirmDialog
      open={open}
      title="Leave without the key?"
      confirmLabel="Leave without it"
      danger
      onConfirm={onLeave}
      onCancel={onStay}
    >
      <Typography>
        It was neither copied nor saved, and {vendor} never shows it again. The key would have to be replaced.
      </Typography>
    </ConfirmDialog>
  );
}

function Adopted(): ReactNode {
  return (
    <Notice tone="info">
      The answer of the console had got lost; Keydesk found the key again. It is one key, not two.
    </Notice>
  );
}

function Availability({ once, activatesAt }: { once: boolean; activatesAt: Instant | undefined }): ReactNode {
  return (
    <Typography color="textSecondary">
      {once
        ? 'Copy or save it now: the console never shows it again.'
        : 'You can show and copy it again at any time in the table.'}
      {activatesAt !== undefined &&
        ` It may still be refused in some places until ${formatMoment(activatesAt)}.`}
    </Typography>
  );
}

function SecretGone(): ReactNode {
  return (
    <Notice tone="warning" title="The key exists, but its secret cannot be had any more">
      <Typography>Delete it and create another one.</Typography>
    </Notice>
  );
}

function Usage({ place }: { place: Place }): ReactNode {
  return (
    <Notice tone="info" title={`Sent in the HTTP header ${place.vendor.use.header}`}>
      <Mono wrap>{curlSnippet(place)}</Mono>
    </Notice>
  );
}
