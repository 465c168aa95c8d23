import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { BulkAct } from '@core/domain/bulk';
import { takesAway } from '@core/domain/bulk-fate';
import { plural } from '@core/text/format';
import { AppDialog } from '@renderer/shared/AppDialog';
import { CheckInput } from '@renderer/shared/CheckInput';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { FormButtons } from '@renderer/shared/FormButtons';
import { Notice } from '@renderer/shared/Notice';
import { TextInput } from '@renderer/shared/TextInput';
import { BulkPlanList } from './BulkPlanList';
import { consequences, leftOut, selectionText, type FatedRow } from './bulk-text';
import { ExpiryField } from './form/ExpiryField';
import type { KeyRow } from '@renderer/key-table/key-row';
import { useBulkQuestion, type BulkQuestion } from './use-bulk-question';
import { useBulkStart } from './use-bulk-start';

export interface BulkDialogProps {
  readonly rows: readonly KeyRow[];
  readonly kind: BulkAct['kind'];
  /** Epoch milliseconds. */
  readonly now: number;
  readonly onClose: () => void;
}

/** Asks before something is done with many keys: each by name with what will happen to it, then the word to type. */
export function BulkDialog({ rows: selected, kind, now, onClose }: BulkDialogProps): ReactNode {
  const question = useBulkQuestion(kind, selected, now);
  const { start, busy, error } = useBulkStart(onClose);
  const { act, rows, verb, order } = question;
  return (
    <AppDialog
      open
      width="md"
      role="alertdialog"
      title={`${verb} ${plural(rows.length, 'API key')}`}
      description={selectionText(rows)}
      closedBy={busy ? 'nothing' : 'escape'}
      onClose={onClose}
      onSubmit={() => (order === null || busy ? undefined : start(order))}
      actions={
        <FormButtons
          submit={`${verb} ${plural(rows.length, 'key')}`}
          onCancel={onClose}
          busy={busy}
          disabled={order === null}
          danger={takesAway(act)}
        />
      }
    >
      <Question question={question} busy={busy} />
      {error !== null && <ErrorNotice title="Nothing was begun" error={error} />}
    </AppDialog>
  );
}

function Question({ question, busy }: { question: BulkQuestion; busy: boolean }): ReactNode {
  const { act, fated, verb, own, word, answers, since } = question;
  return (
    <>
      {act.kind === 'extend' && (
        <ExpiryField
          label="New expiration date"
          value={answers.expiry}
          onChange={answers.setExpiry}
          maxValidityDays={longest(fated)}
          from={since}
        />
      )}
      <BulkPlanList fated={fated} verb={verb} />
      <Consequences fated={fated} />
      {own && <OwnAmongThem allowed={answers.evenOwn} onAllow={answers.allowOwn} />}
      {word !== null && (
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

/** The longest validity that is allowed at every place; ten years where none limits it. */
const longest = (fated: readonly FatedRow[]): number =>
  Math.min(3_650, ...fated.flatMap(({ row }) => row.place.environment.maxValidityDays ?? []));

function Consequences({ fated }: { fated: readonly FatedRow[] }): ReactNode {
  const out = leftOut(fated);
  return (
    <Notice tone="warning">
      <Typography>The most powerful keys come first. A failure does not stop the others.</Typography>
      {consequences(fated).map(({ where, text }) => (
        <Typography key={text} sx={{ mt: 0.5 }}>
          {where !== '' && `${where}: `}
          {text}
        </Typography>
      ))}
      {out.map((line) => (
        <Typography key={line} sx={{ mt: 0.5 }}>
          {line}
        </Typography>
      ))}
    </Notice>
  );
}

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
