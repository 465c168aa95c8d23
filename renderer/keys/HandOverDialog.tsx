import { useState, type ReactNode } from 'react';
import { useConsoles } from '@renderer/api/queries';
import type { HandOverRequest } from '@renderer/shared/place-dialogs';
import { placesOf } from '@renderer/shared/place';
import { KeyCreatedDialog } from './KeyCreatedDialog';
import type { KeyRow } from '@renderer/key-table/key-row';
import { StopKeyDialog } from './StopKeyDialog';

export interface HandOverDialogProps {
  readonly request: HandOverRequest;
  readonly onClose: () => void;
}

/** *Key created*, for a key that was made outside the table; should its secret be lost, the way to stop it. */
export function HandOverDialog({ request, onClose }: HandOverDialogProps): ReactNode {
  const { data: consoles = [] } = useConsoles();
  const [stopping, stop] = useState<KeyRow | null>(null);
  const { environment, key, handle, adopted } = request;
  const [place] = placesOf([environment], consoles).values();
  if (place === undefined) return null;
  if (stopping !== null) return <StopKeyDialog row={stopping} onClose={onClose} />;
  return <KeyCreatedDialog created={{ key, place, handle, adopted }} onStop={stop} onClose={onClose} />;
}
