import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useId, type ReactNode } from 'react';
import { FieldFrame, type FieldProps } from '@renderer/shared/FieldFrame';
import type { Option } from '@renderer/shared/SelectInput';

export interface ChoiceInputProps<T extends string> extends FieldProps {
  value: T;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
}

/** One of two or three choices, all of them in sight. */
export function ChoiceInput<T extends string>(props: ChoiceInputProps<T>): ReactNode {
  const { label, help, problem, disabled = false, value, options, onChange } = props;
  const id = useId();
  return (
    <FieldFrame id={id} label={label} help={help} problem={problem} disabled={disabled} kind="group">
      <ToggleButtonGroup
        exclusive
        size="small"
        value={value}
        disabled={disabled}
        aria-labelledby={`${id}-label`}
        // Null: the chosen one was pressed again, which changes nothing.
        onChange={(_event, chosen: T | null) => (chosen === null ? undefined : onChange(chosen))}
      >
        {options.map((option) => (
          <ToggleButton key={option.value} value={option.value}>
            {option.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </FieldFrame>
  );
}
