import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Notice, type Tone } from '@renderer/shared/Notice';
import type { Place } from '@renderer/shared/place';

/** What became of the latest button, said in the dialog: a message outside it would not be read out. */
export interface Said {
  readonly tone: Tone;
  readonly title?: string;
  readonly text: string;
}

/** Says it where it was asked. */
export function Saying({ said: { tone, title, text } }: { said: Said }): ReactNode {
  return (
    <Notice tone={tone} role={tone === 'error' ? 'alert' : 'status'} title={title}>
      <Typography>{text}</Typography>
    </Notice>
  );
}

/** Why a key cannot be tried here yet. */
export function NoEndpoint({ place: { vendor } }: { place: Place }): ReactNode {
  return (
    <Typography color="textSecondary">
      To verify keys, say above the table where the keys of this {vendor.environment.one} are used.
    </Typography>
  );
}
