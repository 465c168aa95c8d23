import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { keyRefOf } from '@core/domain/api-key';
import { findingsOf } from '@core/domain/finding';
import type { FindingContext } from '@core/domain/policy';
import type { UseWay } from '@core/domain/vendor';
import { AppDialog } from '@renderer/shared/AppDialog';
import { Facts, type Fact } from '@renderer/shared/Facts';
import { FindingList } from '@renderer/shared/FindingList';
import { Mono } from '@renderer/shared/Mono';
import type { UsageRequest } from '@renderer/shared/place-dialogs';
import { UsageButton } from '@renderer/shared/UsageButton';
import { fullFact } from '@renderer/shared/key-facts';
import { canRead, canShow, canVerify } from './key-rights';
import type { KeyRow } from '@renderer/key-table/key-row';
import { NoEndpoint, Saying } from './Saying';
import { PasteToVerify } from './PasteToVerify';
import { PlaceLine } from '@renderer/shared/PlaceLine';
import { RowReplacementNotice } from './RowReplacementNotice';
import { useVerify } from './use-verify';
import { VerifyButton } from './VerifyButton';

export interface KeyDetailsDialogProps {
  readonly row: KeyRow;
  /** What the keys of its table are judged with. */
  readonly judging: FindingContext;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly onClose: () => void;
}

/** Everything the console says of a key, in full, and whether the key works. */
export function KeyDetailsDialog({ row, judging, now, onClose }: KeyDetailsDialogProps): ReactNode {
  const { verify, busy, said } = useVerify(row);
  const verifiable = canVerify(row.place);
  const readable = canRead(row);
  const findings = findingsOf(row.key, row.place, judging);
  return (
    <AppDialog
      open
      title="Key details"
      description={<PlaceLine place={row.place} />}
      onClose={onClose}
      actions={
        <>
          <UsageButton request={usageOf(row)} />
          {verifiable && readable && <VerifyButton busy={busy} onPress={() => verify()} />}
          <Button variant="contained" onClick={onClose} autoFocus>
            Close
          </Button>
        </>
      }
    >
      <Facts
        facts={[
          ...row.place.traits.columns.map(({ fact, label }) => ({
            name: label,
            value: fullFact(fact, row.key, now),
          })),
          ...placeFacts(row),
        ]}
      />
      {findings.length > 0 && <FindingList findings={findings} />}
      {row.replacement && (
        <RowReplacementNotice row={row} part={row.replacement} now={now} onClose={onClose} />
      )}
      {verifiable && !readable && <PasteToVerify busy={busy} onVerify={verify} />}
      {!verifiable && <NoEndpoint place={row.place} />}
      {said && <Saying said={said} />}
    </AppDialog>
  );
}

const usageOf = (row: KeyRow): UsageRequest => ({
  environment: row.place.environment,
  name: row.key.name,
  of: { key: keyRefOf(row.key), readable: canShow(row) },
});

function placeFacts({ key, place }: KeyRow): Fact[] {
  const { endpoint } = place.environment;
  return [
    ...(endpoint === undefined ? [] : [{ name: 'API endpoint', value: <Mono wrap>{endpoint}</Mono> }]),
    { name: 'Sent in', value: <Mono wrap>{place.vendor.use.ways.flatMap(wayText).join(' · ')}</Mono> },
    { name: 'Identifier', value: <Mono wrap>{key.id}</Mono> },
  ];
}

function wayText(way: UseWay): string[] {
  if (way.kind === 'code') return [];
  if (way.kind === 'cookie') return [`cookie ${way.name}`];
  return [way.prefix === undefined ? way.name : `${way.name}: ${way.prefix.trim()}`];
}
