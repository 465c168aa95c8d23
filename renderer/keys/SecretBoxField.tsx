import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { Shown } from '@renderer/shared/use-shown-secret';
import { VisuallyHidden } from '@renderer/shared/VisuallyHidden';
import { MONO } from '@renderer/theme/tokens';
import { Countdown } from './Countdown';
import { SecretText } from './SecretText';

/** As many dots for every secret: their number tells nothing. */
const DOTS = '•'.repeat(24);

export interface SecretBoxFieldProps {
  readonly name: string;
  readonly shown: Shown<string> | null;
  readonly button: ReactNode;
}

/** A new secret: dots, or in clear for a while. Hidden, it is not in the page at all. */
export function SecretBoxField({ name, shown, button }: SecretBoxFieldProps): ReactNode {
  return (
    <Box
      role="group"
      aria-label={`API key of ${name}`}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        minHeight: 46,
        pl: 1.5,
        pr: 1,
        py: 0.75,
        border: 1,
        borderColor: 'house.line',
        borderRadius: 1,
        backgroundColor: 'house.sunken',
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', fontFamily: MONO, fontSize: '0.8125rem' }}>
        {shown ? <SecretText box={shown.box} wrap /> : <Dots />}
      </Box>
      {shown && <Countdown until={shown.hidesAt} />}
      {button}
    </Box>
  );
}

function Dots(): ReactNode {
  return (
    <Box component="span" sx={{ color: 'text.secondary', overflow: 'hidden' }}>
      <span aria-hidden="true">{DOTS}</span>
      <VisuallyHidden>hidden</VisuallyHidden>
    </Box>
  );
}
