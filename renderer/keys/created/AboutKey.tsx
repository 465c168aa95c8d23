import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ApiKey } from '@core/domain/api-key';
import { formatDate, plural } from '@core/text/format';
import { usageSnippet } from '@core/text/usage';
import { Mono } from '@renderer/shared/Mono';
import { Notice } from '@renderer/shared/Notice';
import { UsageButton } from '@renderer/shared/UsageButton';
import type { Replaces } from '@renderer/keys/form/use-replacing';
import { canShow } from '@renderer/keys/key-rights';
import type { Place } from '@renderer/shared/place';

/** That an unclear answer has cleared up. */
export function Adopted(): ReactNode {
  return (
    <Notice tone="info">
      The answer of the console had got lost; Keydesk found the key again. It is one key, not two.
    </Notice>
  );
}

/** Which key it takes over from, and when Keydesk reminds of that one. */
export function TakesOver({ replaces: { old, wait } }: { replaces: Replaces }): ReactNode {
  const when =
    wait.kind === 'date'
      ? `on ${formatDate(wait.at)}`
      : `once nobody has used it for ${plural(wait.days, 'day')}`;
  return (
    <Notice tone="info">
      It takes over from <bdi>“{old.name}”</bdi>, which still works. You are reminded of it {when}.
    </Notice>
  );
}

/** Whether the secret can be had again later. */
export function Availability({ apiKey, place }: { apiKey: ApiKey; place: Place }): ReactNode {
  return <Typography color="textSecondary">{availabilityText(apiKey, place)}</Typography>;
}

function availabilityText(key: ApiKey, place: Place): string {
  if (place.traits.secret.shown === 'once') return 'Copy or save it now: the console never shows it again.';
  return canShow({ key, place })
    ? 'You can show and copy it again at any time in the table.'
    : 'Keydesk does not keep it: the table will show what it ends in.';
}

export interface UsageProps {
  readonly place: Place;
  readonly name: string;
  /** Null where there is no secret to put into a snippet. */
  readonly handle: string | null;
}

/** How the key is sent, without the key, and the way to more. */
export function Usage({ place, name, handle }: UsageProps): ReactNode {
  const request = handle !== null && { environment: place.environment, name, of: { handle } };
  return (
    <Notice
      tone="info"
      title={`Sent in the HTTP header ${place.vendor.use.header}`}
      actions={request === false ? undefined : <UsageButton request={request} />}
    >
      <Mono wrap>{curlOf(place)}</Mono>
    </Notice>
  );
}

const curlOf = ({ environment, vendor }: Place): string =>
  usageSnippet('curl', 0, { use: vendor.use, endpoint: environment.endpoint ?? '', secret: null }).trimEnd();
