import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import type { ApiKey } from '@core/domain/api-key';
import { useReleaseSecret } from '@renderer/api/secret-mutations';
import { AppDialog } from '@renderer/shared/AppDialog';
import { Activation } from './created/Activation';
import { Adopted, Availability, TakesOver, Usage } from './created/AboutKey';
import { LeaveQuestion } from './created/LeaveQuestion';
import { SecretGone } from './created/SecretGone';
import type { CreatedKey } from './CreateKeyDialog';
import { HandOver } from './HandOver';
import { canVerify } from './key-rights';
import { keyId, type KeyRow } from '@renderer/key-table/key-row';
import { NotDeployed } from '@renderer/shared/NotDeployed';
import { PlaceLine } from '@renderer/shared/PlaceLine';

export interface KeyCreatedDialogProps {
  readonly created: CreatedKey;
  readonly onStop: (row: KeyRow) => void;
  readonly onClose: () => void;
}

/** *Key created*: hands the secret over. One that is shown only once cannot be left behind by a stray click. */
export function KeyCreatedDialog({ created, onStop, onClose }: KeyCreatedDialogProps): ReactNode {
  const { key, place, handle } = created;
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
      title={`Key ${place.traits.create.past}`}
      description={<PlaceLine place={place} name={key.name} />}
      closedBy="escape"
      onClose={done}
      actions={
        <Button variant="contained" onClick={done}>
          Done
        </Button>
      }
    >
      <AboutCreated created={created} onStop={onStop} onTaken={() => setTaken(true)} />
      <LeaveQuestion
        open={asking}
        vendor={place.vendor.label}
        onLeave={leave}
        onStay={() => setAsking(false)}
      />
    </AppDialog>
  );
}

interface AboutCreatedProps extends Pick<KeyCreatedDialogProps, 'created' | 'onStop'> {
  /** The secret was copied or saved. */
  readonly onTaken: () => void;
}

function AboutCreated({ created, onStop, onTaken }: AboutCreatedProps): ReactNode {
  const { key, place, handle, adopted, replaces } = created;
  const row = { id: keyId({ ...key, keyId: key.id }), key, place };
  return (
    <>
      {adopted && <Adopted />}
      {replaces && <TakesOver replaces={replaces} />}
      {handle === null ? (
        <SecretGone place={place} onStop={() => onStop(row)} />
      ) : (
        <HandOver
          handle={handle}
          apiKey={justMade(created)}
          verifiable={canVerify(place)}
          onTaken={onTaken}
        />
      )}
      {key.activatesAt !== undefined && <Activation until={key.activatesAt} />}
      {place.vendor.mustDeploy && (
        <NotDeployed environment={place.environment} title="It works only once it was deployed" />
      )}
      {handle !== null && <Availability apiKey={key} place={place} />}
      <Usage place={place} name={key.name} handle={handle} />
    </>
  );
}

/** The console's answer does not say that nothing was deployed since; it cannot have been. */
const justMade = ({ key, place }: CreatedKey): ApiKey =>
  place.vendor.mustDeploy ? { deployed: 'saved', ...key } : key;
