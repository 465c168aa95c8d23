import Box from '@mui/material/Box';
import OutlinedInput from '@mui/material/OutlinedInput';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useId, type ReactNode } from 'react';
import { DAY_MS, toInstant } from '@core/domain/instant';
import { expiryPresets } from '@core/domain/key-draft';
import { formatMoment, plural } from '@core/text/format';
import { describedBy, FieldFrame, type FieldProps } from '@renderer/shared/FieldFrame';

export interface DaysFieldProps extends FieldProps {
  /** As typed. */
  value: string;
  onChange: (value: string) => void;
  /** Null where a key may live for ever. */
  maxValidityDays: number | null;
  /** Epoch milliseconds at which the form was opened: days count from here. */
  from: number;
}

/** For how many days a key is valid: any number, or a preset, with the date that comes of it. */
export function DaysField(props: DaysFieldProps): ReactNode {
  const { label, help, problem, disabled = false, value, onChange, maxValidityDays, from } = props;
  const id = useId();
  const result = (
    <>
      {resultText(value, from)} {help}
    </>
  );
  const texts = { problem, help: result };
  return (
    <FieldFrame id={id} label={label} {...texts} disabled={disabled}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <OutlinedInput
          id={id}
          size="small"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          inputProps={{ inputMode: 'numeric', maxLength: 6, ...describedBy(id, texts) }}
          sx={{ width: 84 }}
        />
        <ToggleButtonGroup
          exclusive
          size="small"
          value={value.trim()}
          disabled={disabled}
          aria-label="Usual durations"
          onChange={(_event, chosen: string | null) => (chosen === null ? undefined : onChange(chosen))}
        >
          {expiryPresets(maxValidityDays).map((days) => (
            <ToggleButton key={days} value={String(days)} aria-label={plural(days, 'day')}>
              {days}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Box>
    </FieldFrame>
  );
}

const MOST_DAYS = 100_000;

/** The moment that a number of days means; empty where it means none. */
function resultText(value: string, from: number): string {
  const days = Number(value);
  if (!(days > 0) || days > MOST_DAYS) return '';
  return `Expires ${formatMoment(toInstant(from + days * DAY_MS))}.`;
}
