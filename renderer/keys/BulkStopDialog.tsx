import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { confirmationWord } from '@core/domain/confirmation';
import { formatCount, plural } from '@core/text/format';
import { AppDialog } from '@renderer/shared/AppDialog';
import { CheckInput } from '@renderer/shared/CheckInput';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Notice } from '@renderer/shared/Notice';
import { TextInput } from '@renderer/shared/TextInput';
import { BulkFinished } from './BulkFinished';
import { BulkList } from './BulkList';
import { mostPowerfulFirst } from './bulk-order';
import { countStates, selectionText } from './bulk-text';
import type { KeyRow } from './key-row';
import { stopVerb } from './SelectionBar';
import { useBulkStop, type BulkStop } from './use-bulk-stop';

export interface BulkStopDialogProps {
  readonly rows: readonly KeyRow[];
  readonly onClose: () => void;
}

/** Stops many keys: the named list, the word to type, then the outcome of each, which stays until it is closed. */
export function BulkStopDialog({ rows: selected, onClose }: BulkStopDialogProps): ReactNode {
  // Keys disappear from the table as they are stopped; the list is what was selected.
  const [rows] = useState(() => mostPowerfulFirst(selected));
  const [typed, setTyped] = useState('');
  const [evenOwn, allowOwn] = useState(false);
  const bulk = useBulkStop(rows);
  const word = wordFor(rows);
  const confirmed = (word === null || typed.trim() === word) && (evenOwn || !mayBeOwn(rows));
  const ready = bulk.phase === 'asking' && confirmed;
  const verb = stopVerb(rows);
  const asking = bulk.phase === 'asking' || bulk.phase === 'confirming';
  return (
    <AppDialog
      open
      width="md"
      role={bulk.phase === 'asking' ? 'alertdialog' : 'dialog'}
      title={`${verb} ${plural(rows.length, 'API key')}`}
      description={selectionText(rows)}
      closedBy={bulk.phase === 'asking' ? 'escape' : 'nothing'}
      onClose={onClose}
      onSubmit={() => (ready ? bulk.start(typed.trim(), evenOwn) : undefined)}
      actions={
        <Actions bulk={bulk} verb={`${verb} ${plural(rows.length, 'key')}`} ready={ready} onClose={onClose} />
      }
    >
      <BulkList rows={rows} outcomes={bulk.outcomes} />
      {bulk.phase === 'running' && <Running bulk={bulk} total={rows.length} />}
      {bulk.phase === 'finished' && <BulkFinished rows={rows} outcomes={[...bulk.outcomes.values()]} />}
      {asking && <Undo rows={rows} />}
      {asking && mayBeOwn(rows) && <OwnAmongThem allowed={evenOwn} onAllow={allowOwn} />}
      {asking && word !== null && (
        <Word word={word} typed={typed} onType={setTyped} disabled={bulk.phase === 'confirming'} />
      )}
      {bulk.error !== null && <ErrorNotice title="The keys could not all be dealt with" error={bulk.error} />}
    </AppDialog>
  );
}

const mayBeOwn = (rows: readonly KeyRow[]): boolean => rows.some(({ key }) => key.signsIn !== undefined);

interface WordProps {
  readonly word: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly disabled: boolean;
}

const Word = ({ word, typed, onType, disabled }: WordProps): ReactNode => (
  <TextInput
    label={`Type ${word} to confirm`}
    value={typed}
    onChange={onType}
    code
    autoFocus
    disabled={disabled}
  />
);

function OwnAmongThem({
  allowed,
  onAllow,
}: {
  allowed: boolean;
  onAllow: (allowed: boolean) => void;
}): ReactNode {
  return (
    <Notice tone="error" title="Keydesk may sign in with one of these keys">
      <Typography>
        If it does, the run ends there for its console: nothing more can be read or stopped with it.
      </Typography>
      <CheckInput
        label="Stop them although Keydesk may sign in with one of them"
        checked={allowed}
        onChange={onAllow}
      />
    </Notice>
  );
}

/** The word main will ask for: it grows with the number of keys. */
function wordFor(rows: readonly KeyRow[]): string | null {
  const [first] = rows;
  if (first === undefined) return null;
  const production = rows.some(({ place }) => place.environment.production);
  return confirmationWord({ keys: rows.map(({ key }) => key), production, stop: first.place.traits.stop });
}

interface ActionsProps {
  readonly bulk: BulkStop;
  readonly verb: string;
  readonly ready: boolean;
  readonly onClose: () => void;
}

function Actions({ bulk, verb, ready, onClose }: ActionsProps): ReactNode {
  if (bulk.phase === 'finished') {
    return (
      <Button variant="contained" onClick={onClose} autoFocus>
        Close
      </Button>
    );
  }
  if (bulk.phase === 'running') {
    return (
      <Button variant="outlined" disabled={bulk.cancelRest === null} onClick={() => bulk.cancelRest?.()}>
        Cancel remaining
      </Button>
    );
  }
  return (
    <>
      <Button variant="outlined" onClick={onClose} disabled={bulk.phase === 'confirming'}>
        Cancel
      </Button>
      <Button
        type="submit"
        variant="contained"
        color="error"
        disabled={!ready}
        loading={bulk.phase === 'confirming'}
      >
        {verb}
      </Button>
    </>
  );
}

function Undo({ rows }: { rows: readonly KeyRow[] }): ReactNode {
  const undo = [...new Set(rows.map(({ place }) => place.traits.stop.undo))];
  return (
    <Notice tone="warning">
      <Typography>
        The most powerful keys come first. A failure does not stop the others. {undo.join(' ')}
      </Typography>
    </Notice>
  );
}

function Running({ bulk, total }: { bulk: BulkStop; total: number }): ReactNode {
  const { waiting, running } = countStates([...bulk.outcomes.values()]);
  const done = bulk.outcomes.size - waiting - running;
  return (
    <div>
      <Typography role="status" color="textSecondary" sx={{ mb: 1, fontVariantNumeric: 'tabular-nums' }}>
        {bulk.cancelled ? 'Finishing what was begun: ' : ''}
        {formatCount(done)} of {plural(total, 'key')} dealt with
      </Typography>
      <LinearProgress
        aria-label="Keys dealt with"
        variant="determinate"
        value={(done / total) * 100}
        sx={{ height: 3, borderRadius: 1 }}
      />
    </div>
  );
}
