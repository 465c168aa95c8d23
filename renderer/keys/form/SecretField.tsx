import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { mdiDiceMultipleOutline, mdiEyeOffOutline, mdiEyeOutline, mdiKeyboardOutline } from '@mdi/js';
import { useId, useState, type ReactNode } from 'react';
import { describedBy, FieldFrame, type FieldProps } from '@renderer/shared/FieldFrame';
import { Icon } from '@renderer/shared/Icon';
import { IconAction } from '@renderer/shared/IconAction';
import { MONO } from '@renderer/theme/tokens';

export interface SecretFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  autoFocus: boolean;
  /** Whether Keydesk makes the secret up; absent where it cannot. */
  generate?: boolean;
  onGenerate: (generate: boolean) => void;
}

/** The secret of a key, hidden while it is typed or pasted, or left to Keydesk where the vendor takes any. */
export function SecretField(props: SecretFieldProps): ReactNode {
  const { label, disabled = false, generate, onGenerate } = props;
  const id = useId();
  const made = generate === true;
  const texts = made ? {} : { help: props.help, problem: props.problem };
  return (
    <FieldFrame id={id} label={label} {...texts} disabled={disabled} kind={made ? 'group' : 'input'}>
      {made ? <MadeUp /> : <TypedSecret {...props} id={id} />}
      {generate !== undefined && (
        // One button for both ways, so that the focus stays on it.
        <Button
          variant="outlined"
          size="small"
          disabled={disabled}
          startIcon={<Icon path={made ? mdiKeyboardOutline : mdiDiceMultipleOutline} size="small" />}
          onClick={() => onGenerate(!made)}
          sx={{ alignSelf: 'flex-start', mt: 1 }}
        >
          {made ? 'Type it instead' : 'Generate random API key'}
        </Button>
      )}
    </FieldFrame>
  );
}

function TypedSecret({ id, label, value, onChange, ...props }: SecretFieldProps & { id: string }): ReactNode {
  const [clear, setClear] = useState(false);
  return (
    <OutlinedInput
      id={id}
      size="small"
      type={clear ? 'text' : 'password'}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      autoFocus={props.autoFocus}
      // SECURITY: nothing offers to remember it, and no spell checker reads it.
      autoComplete="off"
      endAdornment={
        <IconAction
          label={clear ? `Hide ${label}` : `Show ${label}`}
          icon={clear ? mdiEyeOffOutline : mdiEyeOutline}
          size="small"
          onClick={() => setClear(!clear)}
        />
      }
      inputProps={{ spellCheck: false, maxLength: props.maxLength, ...describedBy(id, props) }}
      sx={{ pr: 0.5, fontFamily: MONO, fontSize: '0.8125rem' }}
    />
  );
}

function MadeUp(): ReactNode {
  return (
    <Box
      role="status"
      sx={{
        px: 1.375,
        py: 1,
        border: 1,
        borderColor: 'house.line',
        borderRadius: 1,
        backgroundColor: 'house.sunken',
      }}
    >
      <Typography>Keydesk makes it up when the key is created.</Typography>
      <Typography variant="caption" color="textSecondary">
        43 characters, 256 bits of randomness; nobody sees it before.
      </Typography>
    </Box>
  );
}
