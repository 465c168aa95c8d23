import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { knowsLastUse, type Replacement } from '@core/domain/replacement';
import type { KeyTraits } from '@core/domain/vendor';
import { useSetWait } from '@renderer/api/replacements';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { useNow } from '@renderer/shared/use-now';
import { WaitField } from '@renderer/shared/WaitField';
import { waitFormOf, waitFormProblem, waitOf } from '@renderer/shared/wait-form';

export interface WaitSettingProps {
  readonly replacement: Replacement;
  readonly traits: KeyTraits;
}

/** Changes what is waited for. */
export function WaitSetting({ replacement, traits }: WaitSettingProps): ReactNode {
  const now = useNow();
  const { expiresAt } = replacement.old;
  const before = waitFormOf(replacement.wait, now);
  const [typed, setTyped] = useState(before);
  const { run, busy, error } = useSetWait();
  const problem = waitFormProblem(typed, { traits, expiresAt, now });
  const changed = JSON.stringify(typed) !== JSON.stringify(before);
  const save = (): void => {
    const wait = waitOf(typed, expiresAt);
    if (wait !== null) void run({ id: replacement.id, wait });
  };
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.25, alignItems: 'flex-start' }}>
      <WaitField
        value={typed}
        onChange={setTyped}
        seesUse={knowsLastUse(traits)}
        expiresAt={expiresAt}
        problem={changed ? problem : null}
        disabled={busy}
      />
      {changed && (
        <Button variant="outlined" size="small" disabled={busy || problem !== null} onClick={save}>
          Change
        </Button>
      )}
      {error !== null && <ErrorNotice title="It was not changed" error={error} />}
    </Box>
  );
}
