import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { DAY_MS, type Instant } from '@core/domain/instant';
import { expiryPresets } from '@core/domain/key-draft';
import { formatExpiry, formatMoment, formatRelative } from '@core/text/format';
import { ChoiceInput } from '@renderer/shared/ChoiceInput';
import type { FieldProps } from '@renderer/shared/FieldFrame';
import type { Option } from '@renderer/shared/SelectInput';
import { TextInput } from '@renderer/shared/TextInput';
import { dayOf } from '@renderer/shared/wait-form';
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
  /** For a key that takes over from another: until when that one lives. */
  until?: Instant | undefined;
}

/** How long a key lives: a preset, any day, or for ever where that is allowed, with the date that comes of it. */
export function ExpiryField(props: ExpiryFieldProps): ReactNode {
  const { value, onChange, maxValidityDays, from, present, until, problem, ...field } = props;
  const choose = (choice: string): void => onChange(choiceOf(choice, { before: value, from, until }));
  const result = <Result value={value} from={from} present={present} until={until} />;
  return (
    <div>
      <ChoiceInput
        {...field}
        value={optionOf(value)}
        options={options(maxValidityDays, present, until)}
        onChange={choose}
        {...(value.kind === 'date' ? {} : { problem, help: result })}
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
            help={result}
          />
        </Box>
      )}
    </div>
  );
}

interface ResultProps {
  value: ExpiryChoice;
  from: number;
  present: string | undefined;
  until: Instant | undefined;
}

function Result(props: ResultProps): ReactNode {
  const { value, from, present, until } = props;
  const expiresAt = expiryOf(value, from) ?? present;
  const longer = until !== undefined && expiresAt !== undefined && endsAfter(expiresAt, until);
  return `${resultText(expiresAt, from)}${longer ? ' That is longer than the old key.' : ''}`;
}

const endsAfter = (expiresAt: string, until: Instant): boolean =>
  expiresAt === 'never' || Date.parse(expiresAt) > Date.parse(until);

function resultText(expiresAt: string | undefined, from: number): string {
  if (expiresAt === undefined || expiresAt === '') return 'Choose the last day on which the key works.';
  if (expiresAt === 'never' || expiresAt === 'unknown') return `Expires: ${formatExpiry(expiresAt)}.`;
  return `Expires ${formatMoment(expiresAt)}, ${formatRelative(expiresAt, from)}.`;
}

const optionOf = (choice: ExpiryChoice): string =>
  choice.kind === 'days' ? String(choice.days) : choice.kind;

function choiceOf(option: string, { before, from, until }: Chosen): ExpiryChoice {
  if (option === 'until' && until !== undefined) return { kind: 'until', at: until };
  if (option === 'never' || option === 'keep') return { kind: option };
  if (option !== 'date') return { kind: 'days', days: Number(option) };
  return { kind: 'date', date: before.kind === 'days' ? dayOf(from + before.days * DAY_MS) : '' };
}

function options(
  maxValidityDays: number | null,
  present: string | undefined,
  until: string | undefined,
): Option<string>[] {
  return [
    ...(until === undefined ? [] : [{ value: 'until', label: 'As the old key' }]),
    ...(present === undefined ? [] : [{ value: 'keep', label: 'Keep' }]),
    ...expiryPresets(maxValidityDays).map((days) => ({ value: String(days), label: `${days} days` })),
    { value: 'date', label: 'Custom' },
    ...(maxValidityDays === null ? [{ value: 'never', label: 'Never' }] : []),
  ];
}

interface Chosen extends Pick<ResultProps, 'from' | 'until'> {
  before: ExpiryChoice;
}
