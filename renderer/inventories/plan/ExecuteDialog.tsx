import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useEffect, useState, type ReactNode } from 'react';
import type { AppError } from '@core/domain/app-error';
import type { InventoryPlace } from '@core/domain/inventory';
import type { PlanQuestion, PlanRowView } from '@core/domain/plan';
import { formatCount, plural } from '@core/text/format';
import { useExecutePlan, usePlanQuestion, type PlanState } from '@renderer/api/plans';
import { AppDialog } from '@renderer/shared/AppDialog';
import { CheckInput } from '@renderer/shared/CheckInput';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { FormButtons } from '@renderer/shared/FormButtons';
import { Notice } from '@renderer/shared/Notice';
import { useRunDialog } from '@renderer/shared/run-dialog';
import { TextInput } from '@renderer/shared/TextInput';
import { RowSheet } from '@renderer/table/RowSheet';

export interface ExecuteDialogProps {
  readonly plan: PlanState;
  readonly onClose: () => void;
}

/** Asks before the approved rows are executed: the consoles are read once more, each key by name, the word to type. */
export function ExecuteDialog({ plan, onClose }: ExecuteDialogProps): ReactNode {
  const { planId } = plan.view;
  const { asked, notAsked, retry } = useQuestion(planId);
  const answers = useAnswers(asked);
  const { send, busy, error } = useSending(planId, onClose);
  const action = asked === null ? 'Execute' : `${asked.verb} ${plural(asked.rows.length, 'key')}`;
  return (
    <AppDialog
      open
      width="md"
      role="alertdialog"
      title={asked === null ? 'Execute the plan' : action}
      description={asked === null ? 'The consoles are read once more.' : scopeText(asked)}
      closedBy={busy ? 'nothing' : 'escape'}
      onClose={onClose}
      onSubmit={() => (answers.ready && !busy ? send(answers) : undefined)}
      actions={
        <FormButtons submit={action} onCancel={onClose} busy={busy} disabled={!answers.ready} danger />
      }
    >
      {asked === null && notAsked === null && (
        <Skeleton variant="rounded" height={220} aria-label="Reading the consoles" />
      )}
      {notAsked !== null && (
        <ErrorNotice title="The consoles could not be read" error={notAsked} onRetry={retry} />
      )}
      {asked !== null && <Question asked={asked} plan={plan} />}
      {asked !== null && <Confirming asked={asked} answers={answers} busy={busy} />}
      {error !== null && <ErrorNotice title="Nothing was begun" error={error} />}
    </AppDialog>
  );
}

interface Answers {
  readonly rows: readonly number[];
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  readonly evenOwn: boolean;
  readonly allowOwn: (allowed: boolean) => void;
  readonly ready: boolean;
}

function useAnswers(asked: PlanQuestion | null): Answers {
  const [typed, setTyped] = useState('');
  const [evenOwn, allowOwn] = useState(false);
  const { rows = [], word = null, own = false } = asked ?? {};
  const ready = rows.length > 0 && (word === null || typed.trim() === word) && (evenOwn || !own);
  return { rows, typed: typed.trim(), setTyped, evenOwn, allowOwn, ready };
}

function useSending(
  planId: string,
  onBegun: () => void,
): { readonly send: (answers: Answers) => void; readonly busy: boolean; readonly error: AppError | null } {
  const { run, busy, error } = useExecutePlan();
  const showRun = useRunDialog();
  const send = async ({ rows, typed, evenOwn }: Answers): Promise<void> => {
    const begun = await run({ planId, rows: [...rows], typed, ...(evenOwn && { evenOwn }) });
    if (!begun.ok || begun.value === null) return;
    onBegun();
    showRun(begun.value.bulkId);
  };
  return { send: (answers) => void send(answers), busy, error };
}

function Confirming({
  asked: { own, word, rows },
  answers,
  busy,
}: {
  asked: PlanQuestion;
  answers: Answers;
  busy: boolean;
}): ReactNode {
  return (
    <>
      {own && (
        <CheckInput
          label="Stop them although Keydesk may sign in with one of them"
          checked={answers.evenOwn}
          onChange={answers.allowOwn}
        />
      )}
      {word !== null && rows.length > 0 && (
        <TextInput
          label={`Type ${word} to confirm`}
          value={answers.typed}
          onChange={answers.setTyped}
          code
          autoFocus
          disabled={busy}
        />
      )}
    </>
  );
}

function useQuestion(planId: string): {
  readonly asked: PlanQuestion | null;
  readonly notAsked: AppError | null;
  readonly retry: () => void;
} {
  const [asked, setAsked] = useState<PlanQuestion | null>(null);
  const [turn, setTurn] = useState(0);
  const { run, error } = usePlanQuestion();
  useEffect(() => {
    let wanted = true;
    void run(planId).then((outcome) => {
      if (wanted && outcome.ok) setAsked(outcome.value);
    });
    return () => void (wanted = false);
  }, [planId, run, turn]);
  return { asked, notAsked: error, retry: () => setTurn((before) => before + 1) };
}

function scopeText({ environments, production, administration }: PlanQuestion): string {
  return [
    `In ${plural(environments, 'environment')}`,
    ...(production > 0 ? [`${formatCount(production)} of them in production`] : []),
    ...(administration > 0 ? [plural(administration, 'Administration key')] : []),
  ].join(', ');
}

function Question({ asked, plan }: { asked: PlanQuestion; plan: PlanState }): ReactNode {
  return (
    <>
      {asked.dropped > 0 && (
        <Notice tone="warning" role="alert" title={`${plural(asked.dropped, 'key')} left out`}>
          <Typography>
            They are not what was approved any more. Their approval was taken back; look at them again.
          </Typography>
        </Notice>
      )}
      {asked.rows.length > 0 && (
        <RowSheet label="Approved keys" count={asked.rows.length}>
          {(at) => <Item row={plan.rows[asked.rows[at] ?? -1]} places={plan.view.places} />}
        </RowSheet>
      )}
      <Notice tone="warning">
        <Typography>
          The most powerful keys come first. Each is read again right before, and left alone where it changed.
          A failure does not stop the others.
        </Typography>
        {asked.consequences.map((text) => (
          <Typography key={text} sx={{ mt: 0.5 }}>
            {text}
          </Typography>
        ))}
      </Notice>
    </>
  );
}

interface ItemProps {
  readonly row: PlanRowView | undefined;
  readonly places: readonly InventoryPlace[];
}

function Item({ row, places }: ItemProps): ReactNode {
  if (row === undefined) return null;
  const { console, environment } = places[row.place] ?? {};
  return (
    <>
      <span className="name">
        <bdi>{row.name}</bdi>
        <small>
          {environment?.name} ({console?.label}){row.note !== undefined && ` · ${row.note}`}
        </small>
      </span>
      <span className="state">{row.verdict?.says}</span>
    </>
  );
}
