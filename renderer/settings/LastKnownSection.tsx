import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { plural } from '@core/text/format';
import { useForgetLastKnown, useLastKnownStatus } from '@renderer/api/last-known-kept';
import { useStatus } from '@renderer/api/queries';
import type { LastKnownStatus } from '@renderer/api/types';
import { Section } from '@renderer/settings/Section';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Mono } from '@renderer/shared/Mono';

/** What is kept of the last listings, where, and how to be rid of it. */
export function LastKnownSection(): ReactNode {
  const { data: status } = useStatus();
  const { data: kept, error } = useLastKnownStatus();
  const forget = useForgetLastKnown();
  const problem = forget.error ?? error;
  return (
    <Section
      title="Last known keys"
      note="So that there is something to see while a console is slow or down."
    >
      <Typography>
        Keydesk keeps what it listed last, never a secret, encrypted with a key that is in the keychain.{' '}
        {kept !== undefined && <Kept kept={kept} noKeychain={status?.keychain !== 'ok'} />}
      </Typography>
      <Button
        size="small"
        variant="outlined"
        loading={forget.busy}
        onClick={() => void forget.run()}
        sx={{ alignSelf: 'flex-start' }}
      >
        Forget last known keys
      </Button>
      <Typography variant="caption" color="textSecondary">
        This removes the files and their key. Your consoles keep their keys, and what is listed from then on
        is kept again.
      </Typography>
      {problem !== null && <ErrorNotice error={problem} />}
    </Section>
  );
}

function Kept({ kept, noKeychain }: { kept: LastKnownStatus; noKeychain: boolean }): ReactNode {
  if (kept.environments === 0)
    return noKeychain ? 'Without a keychain nothing is kept.' : 'Nothing is kept now.';
  return (
    <>
      The keys of {plural(kept.environments, 'environment')} are in <Mono wrap>{kept.folder}</Mono>.
    </>
  );
}
