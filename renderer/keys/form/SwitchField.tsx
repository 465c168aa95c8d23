import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import Switch from '@mui/material/Switch';
import { useId, type ReactNode } from 'react';
import { describedBy, type FieldProps } from '@renderer/shared/FieldFrame';

export interface SwitchFieldProps extends FieldProps {
  on: boolean;
  onChange: (on: boolean) => void;
}

/** Something that is on or off, with what that means below. */
export function SwitchField({ label, help, disabled, on, onChange }: SwitchFieldProps): ReactNode {
  const id = useId();
  return (
    <FormControl disabled={disabled ?? false}>
      <FormControlLabel
        label={label}
        sx={{ ml: -0.5, gap: 0.75, alignSelf: 'flex-start' }}
        control={
          <Switch
            checked={on}
            onChange={(event) => onChange(event.target.checked)}
            slotProps={{ input: { id, ...describedBy(id, { help }) } }}
          />
        }
      />
      {help !== undefined && (
        <FormHelperText id={`${id}-help`} sx={{ mt: 0.25 }}>
          {help}
        </FormHelperText>
      )}
    </FormControl>
  );
}
