import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { mdiShieldCheckOutline } from '@mdi/js';
import { useState, type ReactNode } from 'react';
import { keyRefOf } from '@core/domain/api-key';
import { keyStatus, keyStatusReason } from '@core/domain/key-status';
import type { KeyFact } from '@core/domain/vendor';
import { useVerifyKey } from '@renderer/api/key-mutations';
import { AppDialog } from '@renderer/shared/AppDialog';
import { Facts, type Fact } from '@renderer/shared/Facts';
import { Icon } from '@renderer/shared/Icon';
import { Mono } from '@renderer/shared/Mono';
import { Notice } from '@renderer/shared/Notice';
import { statusText } from '@renderer/shared/StatusChip';
import { KEY_FACTS } from './key-facts';
import type { KeyRow } from './key-row';
import { PlaceLine } from './PlaceLine';
import { probeText, type ProbeText } from './probe-text';

export interface KeyDetailsDialogProps {
  readonly row: KeyRow;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly onClose: () => void;
}

/** Everything the console says of a key, in full: what a row of a table has no room for. */
export function KeyDetailsDialog({ row, now, onClose }: KeyDetailsDialogProps): ReactNode {
  const { run, busy } = useVerifyKey();
  const [said, say] = useState<ProbeText | null>(null);
  const verify = async (): Promise<void> => {
    const outcome = await run(keyRefOf(row.key));
    if (outcome.ok) say(probeText(outcome.value));
    else say({ tone: 'error', title: 'The key was not verified', text: outcome.error.message });
  };
  return (
    <AppDialog
      open
      title="Key details"
      description={<PlaceLine place={row.place} />}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="outlined"
            loading={busy}
            startIcon={<Icon path={mdiShieldCheckOutline} />}
            onClick={() => void verify()}
          >
            Verify key
          </Button>
          <Button variant="contained" onClick={onClose} autoFocus>
            Close
          </Button>
        </>
      }
    >
      <Facts
        facts={[
          ...row.place.traits.columns.map(({ fact, label }) => factOf(fact, label, row, now)),
          ...placeFacts(row),
        ]}
      />
      {said && (
        <Notice tone={said.tone} role={said.tone === 'error' ? 'alert' : 'status'} title={said.title}>
          <Typography>{said.text}</Typography>
        </Notice>
      )}
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
