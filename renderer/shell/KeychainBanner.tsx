import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useRetryKeychain } from '@renderer/api/app-mutations';
import { useConsoles, useStatus } from '@renderer/api/queries';
import { Banner } from '@renderer/shared/Banner';
import { keychainSentence } from '@renderer/shell/keychain-text';

/** Says where credentials are when they are not simply in the keychain; not to who works offline and has no console. */
export function KeychainBanner({ offline }: { offline: boolean }): ReactNode {
  const { data: status } = useStatus();
  const { data: consoles = [] } = useConsoles();
  const retry = useRetryKeychain();
  const sentence = status === undefined ? null : keychainSentence(status);
  if (sentence === null || (offline && consoles.length === 0)) return null;
  return (
    <Banner
      tone="warning"
      actions={
        <Button size="small" variant="outlined" loading={retry.busy} onClick={() => void retry.run()}>
          Try again
        </Button>
      }
    >
      {sentence}
      {retry.error !== null && ` ${retry.error.message}`}
    </Banner>
  );
}
