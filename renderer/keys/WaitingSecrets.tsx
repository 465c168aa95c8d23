import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import type { ApiKey } from '@core/domain/api-key';
import type { ConsoleView } from '@core/domain/console';
import { environmentKey } from '@core/domain/environment';
import type { WaitingSecret } from '@renderer/api/types';
import { useAllEnvironments } from '@renderer/api/use-environments';
import { useRevokeOnly } from '@renderer/api/use-revoke-only';
import { useWaitingSecrets } from '@renderer/api/waiting-secrets';
import { Banner } from '@renderer/shared/Banner';
import type { CreatedKey } from './CreateKeyDialog';
import { placeName, placesOf, type Place } from '@renderer/shared/place';

export interface WaitingSecretsProps {
  readonly consoles: readonly ConsoleView[];
  /** The handle of the secret that is being handed over; null while none is. */
  readonly current: string | null;
  readonly onOpen: (created: CreatedKey) => void;
}

/** New keys whose secret nobody took along before the window was locked or loaded again: they cannot be had later. */
export function WaitingSecrets({ consoles, current, onOpen }: WaitingSecretsProps): ReactNode {
  const { data: waiting = [] } = useWaitingSecrets();
  const revokeOnly = useRevokeOnly();
  // Once it was opened it is dealt with there: that dialog is not left without the secret by accident.
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  if (current !== null && !opened.has(current)) setOpened(new Set([...opened, current]));
  const left = waiting.filter(({ handle }) => !opened.has(handle));
  // They wait until the mode is off again.
  return left.length === 0 || revokeOnly ? null : <Left secrets={left} consoles={consoles} onOpen={onOpen} />;
}

interface LeftProps extends Pick<WaitingSecretsProps, 'consoles' | 'onOpen'> {
  readonly secrets: readonly WaitingSecret[];
}

function Left({ secrets, consoles, onOpen }: LeftProps): ReactNode {
  const known = useAllEnvironments(consoles).flatMap(({ environments }) => environments.data ?? []);
  const places = placesOf(known, consoles);
  return secrets.map((secret) => {
    const place = places.get(environmentKey(secret.key));
    if (place?.traits.secret.shown !== 'once') return null;
    const created = { key: keyOf(secret), place, handle: secret.handle, adopted: false };
    return <Waiting key={secret.handle} secret={secret} place={place} onOpen={() => onOpen(created)} />;
  });
}

interface WaitingProps {
  readonly secret: WaitingSecret;
  readonly place: Place;
  readonly onOpen: () => void;
}

function Waiting({ secret, place, onOpen }: WaitingProps): ReactNode {
  return (
    <Banner
      tone="warning"
      actions={
        <Button size="small" variant="outlined" onClick={onOpen}>
          Open new key
        </Button>
      }
    >
      A new key is waiting: <bdi>“{secret.label}”</bdi> of {placeName(place, true)}. {place.vendor.label}{' '}
      never shows it again.
    </Banner>
  );
}

/** As much of the key as its secret is handed over with. */
const keyOf = ({ key: { keyId, ...place }, label, activatesAt }: WaitingSecret): ApiKey => ({
  ...place,
  id: keyId,
  name: label,
  type: null,
  role: null,
  active: null,
  ...(activatesAt !== undefined && { activatesAt }),
});
