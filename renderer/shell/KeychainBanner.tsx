import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useRetryKeychain } from '@renderer/api/app-mutations';
import { useStatus } from '@renderer/api/queries';
import { Banner } from '@renderer/shared/Banner';
import { keychainSentence } from '@renderer/shell/keychain-text';

/** Says where credentials are when they are not simply in the keychain. */
export function KeychainBanner(): ReactNode {
  const { data: status } = useStatus();
  const retry = useRetryKeychain();
  const sentence = status === undefined ? null : keychainSentence(status);
  if (sentence === null) return null;
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
