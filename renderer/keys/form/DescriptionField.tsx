import OutlinedInput from '@mui/material/OutlinedInput';
import { useId, type ReactNode } from 'react';
import { describedBy, FieldFrame, type FieldProps } from '@renderer/shared/FieldFrame';

export interface DescriptionFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
}

/** A text of several lines; Enter begins a new one instead of sending the form. */
export function DescriptionField(props: DescriptionFieldProps): ReactNode {
  const { label, help, problem, disabled = false, value, onChange, maxLength } = props;
  const id = useId();
  return (
    <FieldFrame id={id} label={label} help={help} problem={problem} disabled={disabled}>
      <OutlinedInput
        id={id}
        size="small"
        multiline
        minRows={2}
        maxRows={6}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        inputProps={{ maxLength, ...describedBy(id, { help, problem }) }}
      />
    </FieldFrame>
  );
}
