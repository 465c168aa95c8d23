import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Instant } from '@core/domain/instant';
import { AppDialog } from '@renderer/shared/AppDialog';
import { Notice } from '@renderer/shared/Notice';
import type { KeyRow } from './key-row';
import { PlaceLine } from './PlaceLine';
import { readBackText } from './stop-text';

export interface StoppedDialogProps {
  readonly title: string;
  readonly row: KeyRow;
  readonly readBackAt: Instant;
  readonly onClose: () => void;
}

/** The console was asked again and no longer has the key. */
export function StoppedDialog({
  title,
  row: { key, place },
  readBackAt,
  onClose,
}: StoppedDialogProps): ReactNode {
  return (
    <AppDialog
      open
      title={title}
      description={<PlaceLine place={place} />}
      onClose={onClose}
      actions={
        <Button variant="contained" onClick={onClose} autoFocus>
          Done
        </Button>
      }
    >
      <Notice tone="success" role="status" title={readBackText(place.traits.stop.past, readBackAt)}>
        <Typography color="textSecondary">{key.name}</Typography>
      </Notice>
    </AppDialog>
  );
}
