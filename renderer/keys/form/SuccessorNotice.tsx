import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { keyStatus } from '@core/domain/key-status';
import { formatExpiry } from '@core/text/format';
import { Notice } from '@renderer/shared/Notice';
import { useNow } from '@renderer/shared/use-now';
import type { KeyRow } from '@renderer/keys/key-row';

/** Which key the new one takes over from, and what becomes of that one. */
export function SuccessorNotice({ row: { key, place } }: { row: KeyRow }): ReactNode {
  const expired = keyStatus(key, useNow()) === 'expired';
  const stop = place.traits.stop.verb.toLowerCase();
  return (
    <Notice tone="info">
      <Typography>
        It takes over from <bdi>“{key.name}”</bdi>,{' '}
        {expired
          ? 'which has expired and cannot be renewed.'
          : `which cannot be renewed and works until ${formatExpiry(key.expiresAt)}, or until you ${stop} it.`}
      </Typography>
    </Notice>
  );
}
