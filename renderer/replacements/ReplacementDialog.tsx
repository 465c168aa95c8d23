import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { replacementState, type Replacement } from '@core/domain/replacement';
import { useCallOff, useForget, useLook, useReplacements } from '@renderer/api/replacements';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Facts } from '@renderer/shared/Facts';
import type { ReplacementRequest } from '@renderer/shared/place-dialogs';
import { useNow } from '@renderer/shared/use-now';
import { replacementFacts } from './replacement-facts';
import { Stand } from './Stand';

export interface ReplacementDialogProps {
  readonly request: ReplacementRequest;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** How one key's replacement stands, and the ways on: look again, revoke the old key, or keep both. */
export function ReplacementDialog({ request, open, onClose }: ReplacementDialogProps): ReactNode {
  const { data: all } = useReplacements();
  const [seen] = useState(all?.find(({ id }) => id === request.id));
  const replacement = all?.find(({ id }) => id === request.id) ?? seen;
  if (replacement === undefined) return null;
  return <About {...{ request, replacement, open, onClose }} />;
}

interface AboutProps extends ReplacementDialogProps {
  readonly replacement: Replacement;
}

function About({ request, replacement, open, onClose }: AboutProps): ReactNode {
  const now = useNow();
  const look = useLook();
  const { environment, onStop, stopVerb } = request;
  const state = replacementState(replacement, now);
  const stop = (): void => {
    onClose();
    onStop?.();
  };
  return (
    <AppDialog
      open={open}
      title="Replacement"
      description={environment.name}
      onClose={onClose}
      actions={
        <>
          <Leave replacement={replacement} onDone={onClose} />
          {state !== 'over' && (
            <Button disabled={look.busy} onClick={() => void look.run(replacement.id)}>
              Look now
            </Button>
          )}
          {onStop !== undefined && (
            <Button color="error" onClick={stop}>
              {stopVerb} the old key
            </Button>
          )}
          <Button variant="contained" onClick={onClose} autoFocus>
            Close
          </Button>
        </>
      }
    >
      <Facts facts={replacementFacts(replacement, now)} />
      <Stand environment={environment} replacement={replacement} state={state} />
      {look.error !== null && <ErrorNotice title="The console could not be asked" error={look.error} />}
    </AppDialog>
  );
}

interface LeaveProps {
  readonly replacement: Replacement;
  readonly onDone: () => void;
}

/** Both keys stay, or what is over is no longer told of. */
function Leave({ replacement: { id, end }, onDone }: LeaveProps): ReactNode {
  const callOff = useCallOff();
  const forget = useForget();
  const { run, busy } = end === undefined ? callOff : forget;
  const leave = async (): Promise<void> => {
    const { ok } = await run(id);
    if (ok) onDone();
  };
  return (
    <Button disabled={busy} onClick={() => void leave()}>
      {end === undefined ? 'Keep both keys' : 'Dismiss'}
    </Button>
  );
}
