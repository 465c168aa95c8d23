import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { KeyRef } from '@core/domain/api-key';
import type { PlanRowView } from '@core/domain/plan';
import { formatMoment } from '@core/text/format';
import { DECISION_WORDS, seenWords } from '@core/text/plan-words';
import { useApprove, useTickRow, type PlanState } from '@renderer/api/plans';
import { AppDialog } from '@renderer/shared/AppDialog';
import { CheckInput } from '@renderer/shared/CheckInput';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Facts, type Fact } from '@renderer/shared/Facts';
import { Notice } from '@renderer/shared/Notice';
import { TextInput } from '@renderer/shared/TextInput';
import { isApprovable, isForPeople, isTicked, rowSays, rowState } from './row-state';

export interface RowDialogProps {
  readonly plan: PlanState;
  readonly row: PlanRowView;
  readonly open: boolean;
  readonly executable: boolean;
  readonly onClose: () => void;
  readonly onGoToKey: (key: KeyRef) => void;
}

/** Everything about one row: what the reviewer saw and wrote, what is there now, and what can be done. */
export function RowDialog(props: RowDialogProps): ReactNode {
  const { plan, row, open, executable, onClose, onGoToKey } = props;
  const { key } = row;
  return (
    <AppDialog
      open={open}
      title={row.name === '' ? row.keyId : row.name}
      description={`${DECISION_WORDS[row.decision]} · ${rowState(row).label}`}
      closedBy="escape"
      onClose={onClose}
      actions={
        <>
          {key !== null && <Button onClick={() => onGoToKey(key)}>Go to key</Button>}
          <Button variant="outlined" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <Facts facts={factsOf(plan, row)} />
      <Changes row={row} />
      {executable && isApprovable(row) && <Approve planId={plan.view.planId} row={row} onDone={onClose} />}
      {executable && (isForPeople(row) || isTicked(row)) && (
        <ByHand planId={plan.view.planId} row={row} onDone={onClose} />
      )}
    </AppDialog>
  );
}

function factsOf({ view }: PlanState, row: PlanRowView): Fact[] {
  const place = view.places[row.place];
  // What changed has a notice of its own.
  const says = row.end === null ? (row.verdict?.says ?? '') : rowSays(row);
  const readBack = row.end !== null && 'readBackAt' in row.end ? row.end.readBackAt : undefined;
  return [
    { name: 'Where', value: `${place?.environment.name ?? ''} (${place?.console.label ?? ''})` },
    ...seenWords(row).map(({ fact, says: value }) => ({ name: fact, value: <bdi>{value}</bdi> })),
    ...(row.owner === undefined ? [] : [{ name: 'Owner', value: <bdi>{row.owner}</bdi> }]),
    ...(row.note === undefined ? [] : [{ name: 'Note', value: <bdi>{row.note}</bdi> }]),
    ...(says === '' ? [] : [{ name: 'What happens', value: says }]),
    ...(row.verdict?.effect === undefined ? [] : [{ name: 'Effect', value: row.verdict.effect }]),
    ...(readBack === undefined ? [] : [{ name: 'Read back', value: formatMoment(readBack) }]),
  ];
}

function Changes({ row: { verdict } }: { row: PlanRowView }): ReactNode {
  const changes = verdict?.changes ?? [];
  if (changes.length === 0) return null;
  return (
    <Notice tone="warning" title="It is not as the reviewer saw it">
      {changes.map(({ fact, was, now }) => (
        <Typography key={fact}>
          {fact}: <bdi>{was}</bdi> then, <bdi>{now}</bdi> now
        </Typography>
      ))}
    </Notice>
  );
}

interface DoProps {
  readonly planId: string;
  readonly row: PlanRowView;
  readonly onDone: () => void;
}

function Approve({ planId, row, onDone }: DoProps): ReactNode {
  const { run, busy, error } = useApprove();
  const changed = row.verdict?.state === 'changed';
  const [seen, setSeen] = useState(false);
  const approve = async (): Promise<void> => {
    const outcome = await run({
      planId,
      rows: [row.row],
      approved: true,
      ...(changed && { evenIfChanged: seen }),
    });
    if (outcome.ok) onDone();
  };
  return (
    <>
      {changed && (
        <CheckInput label="Revoke it as it is now all the same" checked={seen} onChange={setSeen} />
      )}
      {error !== null && <ErrorNotice title="It was not approved" error={error} />}
      <div>
        <Button variant="contained" disabled={changed && !seen} loading={busy} onClick={() => void approve()}>
          Approve
        </Button>
      </div>
    </>
  );
}

function ByHand({ planId, row, onDone }: DoProps): ReactNode {
  const { run, busy, error } = useTickRow();
  const [note, setNote] = useState('');
  const ticked = isTicked(row);
  const tick = async (): Promise<void> => {
    const outcome = await run({ planId, row: row.row, note: ticked ? null : note.trim() });
    if (outcome.ok) onDone();
  };
  return (
    <>
      {!ticked && (
        <TextInput label="What was done, and by whom" value={note} onChange={setNote} maxLength={400} />
      )}
      {error !== null && <ErrorNotice title="It was not noted" error={error} />}
      <div>
        <Button variant="outlined" loading={busy} onClick={() => void tick()}>
          {ticked ? 'Not done after all' : 'Done by hand'}
        </Button>
      </div>
    </>
  );
}
