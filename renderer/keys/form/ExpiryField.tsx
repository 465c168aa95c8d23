import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { DAY_MS, toInstant } from '@core/domain/instant';
import { expiryPresets } from '@core/domain/key-draft';
import { formatExpiry, formatMoment, formatRelative } from '@core/text/format';
import { ChoiceInput } from '@renderer/shared/ChoiceInput';
import type { FieldProps } from '@renderer/shared/FieldFrame';
import type { Option } from '@renderer/shared/SelectInput';
import { TextInput } from '@renderer/shared/TextInput';
import { expiryOf } from './form-draft';
import type { ExpiryChoice } from './key-form';

export interface ExpiryFieldProps extends FieldProps {
  value: ExpiryChoice;
  onChange: (value: ExpiryChoice) => void;
  /** Null where a key may live for ever. */
  maxValidityDays: number | null;
  /** Epoch milliseconds at which the form was opened: presets count from here. */
  from: number;
  /** For a key that exists: what it has now. */
  present?: string | undefined;
}

/** How long a key lives: a preset, any day, or for ever where that is allowed, with the date that comes of it. */
export function ExpiryField(props: ExpiryFieldProps): ReactNode {
  const { value, onChange, maxValidityDays, from, present, problem, ...field } = props;
  const choose = (choice: string): void => onChange(choiceOf(choice, value, from));
  return (
    <div>
      <ChoiceInput
        {...field}
        value={optionOf(value)}
        options={options(maxValidityDays, present)}
        onChange={choose}
        {...(value.kind === 'date'
          ? {}
          : { problem, help: <Result value={value} from={from} present={present} /> })}
      />
      {value.kind === 'date' && (
        <Box sx={{ mt: 1.25, maxWidth: 360 }}>
          <TextInput
            label="Custom date"
            type="date"
            value={value.date}
            onChange={(date) => onChange({ kind: 'date', date })}
            min={dayOf(from)}
            {...(maxValidityDays === null ? {} : { max: dayOf(from + maxValidityDays * DAY_MS) })}
            disabled={field.disabled ?? false}
            problem={problem}
            help={<Result value={value} from={from} present={present} />}
          />
        </Box>
      )}
    </div>
  );
}

function Result({
  value,
  from,
  present,
}: {
  value: ExpiryChoice;
  from: number;
  present: string | undefined;
}): ReactNode {
  const expiresAt = expiryOf(value, from) ?? present;
  if (expiresAt === undefined || expiresAt === '') return 'Choose the last day on which the key works.';
  if (expiresAt === 'never' || expiresAt === 'unknown') return `Expires: ${formatExpiry(expiresAt)}`;
  return `Expires ${formatMoment(expiresAt)}, ${formatRelative(expiresAt, from)}`;
}

const optionOf = (choice: ExpiryChoice): string =>
  choice.kind === 'days' ? String(choice.days) : choice.kind;

function choiceOf(option: string, before: ExpiryChoice, from: number): ExpiryChoice {
  if (option === 'never' || option === 'keep') return { kind: option };
  if (option !== 'date') return { kind: 'days', days: Number(option) };
  return { kind: 'date', date: before.kind === 'days' ? dayOf(from + before.days * DAY_MS) : '' };
}

function options(maxValidityDays: number | null, present: string | undefined): Option<string>[] {
  return [
    ...(present === undefined ? [] : [{ value: 'keep', label: 'Keep' }]),
    ...expiryPresets(maxValidityDays).map((days) => ({ value: String(days), label: `${days} days` })),
    { value: 'date', label: 'Custom' },
    ...(maxValidityDays === null ? [{ value: 'never', label: 'Never' }] : []),
  ];
}

/** A local day as a date input has it. */
function dayOf(at: number): string {
  const minutes = new Date(at).getTimezoneOffset();
  return toInstant(at - minutes * 60_000).slice(0, 10);
}
