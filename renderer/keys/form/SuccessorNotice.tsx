import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { keyStatus } from '@core/domain/key-status';
import { formatExpiry } from '@core/text/format';
import { Notice } from '@renderer/shared/Notice';
import { useNow } from '@renderer/shared/use-now';
import { WaitField } from '@renderer/shared/WaitField';
import type { KeyRow } from '@renderer/key-table/key-row';
import type { Replacing } from './use-replacing';

export interface SuccessorNoticeProps {
  readonly row: KeyRow;
  /** Null where there is nothing to wait for. */
  readonly replacing: Replacing | null;
  readonly busy: boolean;
}

/** Which key the new one takes over from, and when that one may go. */
export function SuccessorNotice({ row, replacing, busy }: SuccessorNoticeProps): ReactNode {
  const { key, place } = row;
  return (
    <>
      <Notice tone="info">
        <Typography>
          It takes over from <bdi>“{key.name}”</bdi>, {oldText(row, useNow())}
        </Typography>
        {place.vendor.protections && (
          <Typography sx={{ mt: 0.5 }}>
            Endpoints let keys through by this name: keep it, and the new key may call what the old one may.
          </Typography>
        )}
      </Notice>
      {replacing && <WaitField {...replacing.field} disabled={busy} />}
    </>
  );
}

function oldText({ key, place }: KeyRow, now: number): string {
  if (keyStatus(key, now) === 'expired') return 'which has expired.';
  const stop = place.traits.stop.verb.toLowerCase();
  const ends = Number.isNaN(Date.parse(key.expiresAt ?? ''))
    ? ''
    : `${formatExpiry(key.expiresAt)}, or until `;
  return `which works until ${ends}you ${stop} it. Nothing happens to it without your click.`;
}
