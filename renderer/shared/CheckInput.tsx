import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import { useId, type ReactNode } from 'react';
import { describedBy, type FieldProps } from '@renderer/shared/FieldFrame';

export interface CheckInputProps extends FieldProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A tick with its label beside it and the reason below. */
export function CheckInput({
  label,
  help,
  problem,
  disabled,
  checked,
  onChange,
}: CheckInputProps): ReactNode {
  const id = useId();
  const text = problem ?? help;
  return (
    <FormControl error={Boolean(problem)} disabled={disabled ?? false}>
      <FormControlLabel
        label={label}
        sx={{ ml: -0.75, mr: 0 }}
        control={
          <Checkbox
            checked={checked}
            onChange={(event) => onChange(event.target.checked)}
            slotProps={{ input: { id, ...describedBy(id, { help, problem }) } }}
          />
        }
      />
      {text !== undefined && text !== null && (
        <FormHelperText id={`${id}-help`} sx={{ mt: 0, ml: 3 }}>
          {text}
        </FormHelperText>
      )}
    </FormControl>
  );
}
