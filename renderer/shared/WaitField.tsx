import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { formatMoment } from '@core/text/format';
import { ChoiceInput } from '@renderer/shared/ChoiceInput';
import { TextInput } from '@renderer/shared/TextInput';
import { useNow } from '@renderer/shared/use-now';
import { dayOf, waitOf, type WaitForm } from '@renderer/shared/wait-form';

export interface WaitFieldProps {
  readonly value: WaitForm;
  readonly onChange: (value: WaitForm) => void;
  /** Whether the console says when a key was last used. */
  readonly seesUse: boolean;
  /** Until when the old key works. */
  readonly expiresAt: string | undefined;
  readonly problem: string | null;
  readonly disabled?: boolean;
}

const KINDS = [
  { value: 'silence', label: 'Nobody uses it' },
  { value: 'date', label: 'A day has come' },
] as const;

/** When the old key may go: after some silence where that can be seen, or on a day that was agreed on. */
export function WaitField(props: WaitFieldProps): ReactNode {
  const { value, onChange, seesUse, disabled = false } = props;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.25 }}>
      {seesUse && (
        <ChoiceInput
          label="The old key may go when"
          value={value.kind}
          options={KINDS}
          onChange={(kind) => onChange({ ...value, kind })}
          disabled={disabled}
        />
      )}
      {value.kind === 'silence' ? <DaysInput {...props} /> : <DateInput {...props} />}
    </Box>
  );
}

function DaysInput({ value, onChange, problem, disabled = false }: WaitFieldProps): ReactNode {
  return (
    <TextInput
      label="Silent for (days)"
      type="number"
      narrow
      min={1}
      value={value.days}
      onChange={(days) => onChange({ ...value, days })}
      problem={problem ?? undefined}
      disabled={disabled}
      help="Counted from the hand-over, or from a later use. You are reminded here."
    />
  );
}

function DateInput(props: WaitFieldProps): ReactNode {
  const { value, onChange, problem, disabled = false } = props;
  const ends = Date.parse(props.expiresAt ?? '');
  return (
    <Box sx={{ maxWidth: 420 }}>
      <TextInput
        label="The old key stays until"
        type="date"
        value={value.date}
        onChange={(date) => onChange({ ...value, date })}
        min={dayOf(useNow())}
        {...(!Number.isNaN(ends) && { max: dayOf(ends) })}
        problem={problem ?? undefined}
        disabled={disabled}
        help={dateHelp(props)}
      />
    </Box>
  );
}

function dateHelp({ value, expiresAt, seesUse }: WaitFieldProps): string {
  const wait = waitOf(value, expiresAt);
  const why = seesUse ? '' : 'The console does not say when a key was last used. ';
  const when = wait?.kind === 'date' ? `You are reminded here ${formatMoment(wait.at)}.` : '';
  return `${why}${when}`.trim();
}
