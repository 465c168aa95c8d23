import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Notice } from '@renderer/shared/Notice';
import type { Place } from '@renderer/shared/place';

export interface SecretGoneProps {
  readonly place: Place;
  readonly onStop: () => void;
}

/** The key exists and its secret is not here: to be had again where the vendor shows it, lost where it does not. */
export function SecretGone({ place, onStop }: SecretGoneProps): ReactNode {
  const { secret, stop, create } = place.traits;
  if (secret.shown === 'any-time') {
    return (
      <Notice tone="info" title="The key exists; its secret could not be read just now">
        <Typography>Show or copy it in the table.</Typography>
      </Notice>
    );
  }
  return (
    <Notice
      tone="warning"
      role="alert"
      title="The key exists, but its secret was lost on the way"
      actions={
        <Button size="small" variant="outlined" color="error" onClick={onStop}>
          {stop.verb} key
        </Button>
      }
    >
      <Typography>
        {stop.verb} it and {create.verb.toLowerCase()} another.
      </Typography>
    </Notice>
  );
}
