import { useState, type ReactNode } from 'react';
import { CheckingDialog } from './CheckingDialog';
import type { KeyRow } from '@renderer/key-table/key-row';
import { StoppedDialog } from './StoppedDialog';
import { StopQuestion } from './StopQuestion';
import { useStop } from './use-stop';

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
        how={seen.place.vendor.reconcile}
        busy={stop.busy}
        error={stop.error}
        onCheck={stop.send}
        onClose={onClose}
      />
    );
  }
  return <StopQuestion title={title} stop={stop} onClose={onClose} />;
}
