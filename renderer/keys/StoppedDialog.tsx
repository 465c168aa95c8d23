import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Instant } from '@core/domain/instant';
import { AppDialog } from '@renderer/shared/AppDialog';
import { Notice } from '@renderer/shared/Notice';
import type { KeyRow } from '@renderer/key-table/key-row';
import { NotDeployed } from '@renderer/shared/NotDeployed';
import { PlaceLine } from '@renderer/shared/PlaceLine';
import { forgottenText, readBackText, removedNote } from './stop-text';
import { isRecordOnly, REMOVED } from '@renderer/shared/stopped';

export interface StoppedDialogProps {
  readonly title: string;
  readonly row: KeyRow;
  readonly readBackAt: Instant;
  readonly onClose: () => void;
}

/** The console was asked again and no longer has the key, which need not mean that it is dead. */
export function StoppedDialog({ title, row, readBackAt, onClose }: StoppedDialogProps): ReactNode {
  return (
    <AppDialog
      open
      title={title}
      description={<PlaceLine place={row.place} name={row.key.name} />}
      onClose={onClose}
      actions={
        <Button variant="contained" onClick={onClose} autoFocus>
          Done
        </Button>
      }
    >
      <Result row={row} readBackAt={readBackAt} />
    </AppDialog>
  );
}

/** SECURITY: only a key that is dead now gets the look of success. */
function Result({ row: { place }, readBackAt }: Pick<StoppedDialogProps, 'row' | 'readBackAt'>): ReactNode {
  const { environment, vendor, traits } = place;
  if (vendor.mustDeploy)
    return (
      <NotDeployed environment={environment} title={REMOVED} role="status">
        {removedNote(readBackAt)}
      </NotDeployed>
    );
  if (isRecordOnly(place))
    return (
      <Notice tone="warning" role="status" title={forgottenText(traits.stop.past)}>
        <Typography>{traits.stop.effect}</Typography>
      </Notice>
    );
  return <Notice tone="success" role="status" title={readBackText(traits.stop.past, readBackAt)} />;
}
