import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { ActivityEntry } from '@core/domain/activity';
import { formatCount, formatMoment } from '@core/text/format';
import { AppDialog } from '@renderer/shared/AppDialog';
import { Facts, type Fact } from '@renderer/shared/Facts';
import { Mono } from '@renderer/shared/Mono';
import { keyOf } from './activity-filter';
import { actionText, detailText, resultText } from './activity-words';

export interface LineDialogProps {
  readonly entry: ActivityEntry;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Shows only lines about the same key. */
  readonly onKey: (key: string) => void;
}

/** Everything one line says. */
export function LineDialog({ entry, open, onClose, onKey }: LineDialogProps): ReactNode {
  const key = keyOf(entry);
  const only = (): void => {
    onKey(key);
    onClose();
  };
  return (
    <AppDialog
      open={open}
      title={`${actionText(entry)}, line ${formatCount(entry.seq)}`}
      onClose={onClose}
      actions={
        <>
          {key !== '' && <Button onClick={only}>Only this key</Button>}
          <Button variant="contained" onClick={onClose} autoFocus>
            Close
          </Button>
        </>
      }
    >
      <Facts facts={factsOf(entry)} />
    </AppDialog>
  );
}

function factsOf(entry: ActivityEntry): Fact[] {
  const plain: [string, string | undefined][] = [
    ['When', formatMoment(entry.at)],
    ['Result', resultText(entry)],
    ['Details', detailText(entry)],
    ['Key', entry.keyName],
    ['Environment', entry.environmentName],
    ['Console', entry.consoleName],
    ['Who', entry.person],
    ['Signed in as', entry.operator],
  ];
  const codes: [string, string | undefined][] = [
    ['Key identifier', entry.keyId],
    ['Environment identifier', entry.environmentId],
    ['Console identifier', entry.consoleId],
    ['Part of', entry.of],
    ['Hash', entry.hash],
    ['Hash of the line before', entry.previous],
  ];
  return [
    ...present(plain).map(([name, value]) => ({ name, value: <bdi>{value}</bdi> })),
    ...present(codes).map(([name, value]) => ({ name, value: <Mono wrap>{value}</Mono> })),
  ];
}

const present = (facts: readonly [string, string | undefined][]): [string, string][] =>
  facts.flatMap(([name, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
