import OutlinedInput from '@mui/material/OutlinedInput';
import { useId, type ReactNode, type Ref } from 'react';
import { describedBy, FieldFrame, type FieldProps } from '@renderer/shared/FieldFrame';
import { MONO } from '@renderer/theme/tokens';

export interface TextInputProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** `password` hides what is typed; nothing is ever prefilled or remembered. */
  type?: 'text' | 'password' | 'number' | 'date' | 'datetime-local';
  /** Monospaced, for addresses and words to type exactly. */
  code?: boolean;
  maxLength?: number;
  min?: string | number;
  max?: string | number;
  autoFocus?: boolean;
  /** As wide as a number needs. */
  narrow?: boolean;
  /** Something inside the input, at its end. */
  end?: ReactNode;
  inputRef?: Ref<HTMLInputElement>;
}

/** A line of text. */
export function TextInput(props: TextInputProps): ReactNode {
  const { label, help, problem, disabled = false, type = 'text', code = false } = props;
  const id = useId();
  return (
    <FieldFrame id={id} label={label} help={help} problem={problem} disabled={disabled}>
      <OutlinedInput
        id={id}
        size="small"
        type={type}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        placeholder={props.placeholder}
        autoFocus={props.autoFocus ?? false}
        autoComplete="off"
        spellCheck={false}
        endAdornment={props.end}
        inputRef={props.inputRef}
        inputProps={{
          maxLength: props.maxLength,
          min: props.min,
          max: props.max,
          ...describedBy(id, { help, problem }),
        }}
        sx={{
          ...(code && { fontFamily: MONO, fontSize: '0.8125rem' }),
          ...(props.narrow && { maxWidth: 140 }),
        }}
      />
    </FieldFrame>
  );
}
