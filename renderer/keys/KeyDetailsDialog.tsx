import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { keyStatus, keyStatusReason } from '@core/domain/key-status';
import type { KeyFact } from '@core/domain/vendor';
import { AppDialog } from '@renderer/shared/AppDialog';
import { Facts, type Fact } from '@renderer/shared/Facts';
import { Mono } from '@renderer/shared/Mono';
import { statusText } from '@renderer/shared/StatusChip';
import { KEY_FACTS } from './key-facts';
import type { KeyRow } from './key-row';
import { PlaceLine } from './PlaceLine';

export interface KeyDetailsDialogProps {
  readonly row: KeyRow;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly onClose: () => void;
}

/** Everything the console says of a key, in full: what a row of a table has no room for. */
export function KeyDetailsDialog({ row, now, onClose }: KeyDetailsDialogProps): ReactNode {
  return (
    <AppDialog
      open
      title="Key details"
      description={<PlaceLine place={row.place} />}
      onClose={onClose}
      actions={
        <Button variant="contained" onClick={onClose} autoFocus>
          Close
        </Button>
      }
    >
      <Facts
        facts={[
          ...row.place.traits.columns.map(({ fact, label }) => factOf(fact, label, row, now)),
          ...placeFacts(row),
        ]}
      />
    </AppDialog>
  );
}

function factOf(fact: KeyFact, name: string, { key }: KeyRow, now: number): Fact {
  const { text, more } = KEY_FACTS[fact];
  if (fact === 'status')
    return { name, value: `${statusText(keyStatus(key, now))}. ${keyStatusReason(key, now)}` };
  return { name, value: more?.(key, now) ?? text(key, now) };
}

function placeFacts({ key, place }: KeyRow): Fact[] {
  const { endpoint } = place.environment;
  return [
    ...(endpoint === undefined ? [] : [{ name: 'API endpoint', value: <Mono wrap>{endpoint}</Mono> }]),
    { name: 'Sent in', value: <Mono wrap>{place.vendor.use.header}</Mono> },
    { name: 'Identifier', value: <Mono wrap>{key.id}</Mono> },
  ];
}
