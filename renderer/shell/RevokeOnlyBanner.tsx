import type { ReactNode } from 'react';
import { useStatus } from '@renderer/api/queries';
import { Banner } from '@renderer/shared/Banner';

/** Says why so little is offered, where keys are only found and stopped. */
export function RevokeOnlyBanner(): ReactNode {
  const { data: status } = useStatus();
  if (status === undefined || status.revokeOnly === 'off') return null;
  return (
    <Banner tone="info">
      Revoke-only mode: keys can be found, verified and stopped, but not shown, created or changed.{' '}
      {status.revokeOnly === 'switch'
        ? 'Keydesk was started with --revoke-only.'
        : 'It is turned on in Settings.'}
    </Banner>
  );
}
