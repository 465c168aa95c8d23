import type { ReactNode } from 'react';
import type { ApiKey } from '@core/domain/api-key';
import { keyStatus } from '@core/domain/key-status';
import { statusText } from '@renderer/shared/StatusChip';
import { useNow } from '@renderer/shared/use-now';
import { leftClock } from './left-text';

/** The status of a key that is about to work, with the time that is left until then. */
export function ActivatingStatus({ apiKey }: { apiKey: ApiKey }): ReactNode {
  const now = useNow(1_000);
  const status = keyStatus(apiKey, now);
  const left = status === 'activating' ? Date.parse(apiKey.activatesAt ?? '') - now : 0;
  return (
    <span className={`key-status ${status}`}>
      {statusText(status)}
      {left > 0 && <span aria-hidden="true">{leftClock(left)}</span>}
    </span>
  );
}
