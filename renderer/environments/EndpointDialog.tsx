import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import type { Environment } from '@core/domain/environment';
import { useAdjustEnvironment } from '@renderer/api/environment-mutations';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { TextInput } from '@renderer/shared/TextInput';

export interface EndpointDialogProps {
  environment: Environment;
  open: boolean;
  onClose: () => void;
}

/** Where the keys of an environment are used, as the operator says. */
export function EndpointDialog({ environment, open, onClose }: EndpointDialogProps): ReactNode {
  const [typed, setTyped] = useState(environment.endpoint ?? '');
  const [checked, setChecked] = useState(false);
  const { run, busy, error } = useAdjustEnvironment();
  const problem = problemOf(typed);
  const keep = async (endpoint: string | null): Promise<void> => {
    if ((await run({ environment, endpoint })).ok) onClose();
  };
  const submit = (): void => {
    setChecked(true);
    if (problem === null) void keep(typed.trim());
  };
  return (
    <AppDialog
      open={open}
      title="API endpoint"
      description="The console does not say where the keys are used. Keydesk needs it to verify a key and for examples."
      onClose={onClose}
      onSubmit={submit}
      actions={
        <Buttons
          busy={busy}
          onForget={environment.endpoint === undefined ? null : () => void keep(null)}
          onClose={onClose}
        />
      }
    >
      <TextInput
        label="API endpoint"
        help={`Of ${environment.name}, without the path of a single endpoint.`}
        problem={checked ? problem : null}
        placeholder="https://api.example.com"
        value={typed}
        onChange={setTyped}
        maxLength={500}
        code
        autoFocus
      />
      {error !== null && <ErrorNotice title="The endpoint was not kept" error={error} />}
    </AppDialog>
  );
}

interface ButtonsProps {
  busy: boolean;
  onForget: (() => void) | null;
  onClose: () => void;
}

function Buttons({ busy, onForget, onClose }: ButtonsProps): ReactNode {
  return (
    <>
      {onForget !== null && (
        <Button sx={{ mr: 'auto' }} disabled={busy} onClick={onForget}>
          Forget it
        </Button>
      )}
      <Button variant="outlined" onClick={onClose}>
        Cancel
      </Button>
      <Button type="submit" variant="contained" loading={busy}>
        Save
      </Button>
    </>
  );
}

function problemOf(typed: string): string | null {
  if (typed.trim() === '') return 'Type the address.';
  const url = URL.canParse(typed.trim()) ? new URL(typed.trim()) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    return 'This is not a complete address. It looks like https://api.example.com.';
  return null;
}
