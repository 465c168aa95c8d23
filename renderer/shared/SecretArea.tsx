import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import { mdiEyeOffOutline, mdiEyeOutline } from '@mdi/js';
import { useId, useState, type ReactNode } from 'react';
import { describedBy, FieldFrame, type FieldProps } from '@renderer/shared/FieldFrame';
import { Icon } from '@renderer/shared/Icon';
import { MONO } from '@renderer/theme/tokens';

export interface SecretAreaProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  maxLength?: number;
}

/** A secret of several lines, such as a private key: pasted, hidden, and in clear only on *Show*. */
export function SecretArea(props: SecretAreaProps): ReactNode {
  const { label, help, problem, disabled = false, value } = props;
  const [shown, setShown] = useState(false);
  const id = useId();
  return (
    <FieldFrame id={id} label={label} help={help} problem={problem} disabled={disabled}>
      <OutlinedInput
        id={id}
        size="small"
        multiline
        rows={4}
        value={value}
        onChange={(event) => props.onChange(event.target.value)}
        placeholder={props.placeholder}
        autoComplete="off"
        inputProps={{
          spellCheck: false,
          maxLength: props.maxLength,
          'data-secret': shown ? 'shown' : 'hidden',
          ...describedBy(id, { help, problem }),
        }}
        sx={{
          fontFamily: MONO,
          fontSize: '0.75rem',
          // SECURITY: a text area has no type that hides; this does, until the operator asks.
          '& textarea[data-secret=hidden]': { WebkitTextSecurity: 'disc' },
          '& textarea::placeholder': { WebkitTextSecurity: 'none' },
        }}
      />
      <Box sx={{ position: 'absolute', right: 0, top: -4 }}>
        <Button
          size="small"
          disabled={value === ''}
          aria-label={`${shown ? 'Hide' : 'Show'} ${label}`}
          startIcon={<Icon path={shown ? mdiEyeOffOutline : mdiEyeOutline} size="small" />}
          onClick={() => setShown(!shown)}
          sx={{ minHeight: 24 }}
        >
          {shown ? 'Hide' : 'Show'}
        </Button>
      </Box>
    </FieldFrame>
  );
}
