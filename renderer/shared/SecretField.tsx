import Box from '@mui/material/Box';
import { mdiEyeOffOutline, mdiEyeOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import { IconAction } from '@renderer/shared/IconAction';
import { VisuallyHidden } from '@renderer/shared/VisuallyHidden';
import { MONO } from '@renderer/theme/tokens';

export interface SecretFieldProps {
  /** What it is, for screen readers: "API key Accounting". */
  label: string;
  /** The secret while it is shown; null while it is not, and then it is not in the page at all. */
  secret: string | null;
  onShow: () => void;
  onHide: () => void;
  /** Names of the button in its two states. */
  showLabel?: string;
  hideLabel?: string;
  busy?: boolean;
  /** Further buttons at its end. */
  children?: ReactNode;
}

const DOTS = '••••••••••••••••••••';

/** A secret behind dots of a fixed number, or in clear. */
export function SecretField(props: SecretFieldProps): ReactNode {
  const { label, secret, showLabel = 'Show', hideLabel = 'Hide', busy = false } = props;
  return (
    <Box
      role="group"
      aria-label={label}
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 0.5,
        minHeight: 40,
        pl: 1.5,
        pr: 0.5,
        py: 0.5,
        border: 1,
        borderColor: 'house.line',
        borderRadius: 1,
        backgroundColor: 'house.sunken',
      }}
    >
      <SecretText secret={secret} />
      <IconAction
        label={secret === null ? showLabel : hideLabel}
        icon={secret === null ? mdiEyeOutline : mdiEyeOffOutline}
        disabled={busy}
        onClick={secret === null ? props.onShow : props.onHide}
      />
      {props.children}
    </Box>
  );
}

function SecretText({ secret }: { secret: string | null }): ReactNode {
  const sx = { flex: 1, minWidth: 0, py: 0.625, fontFamily: MONO, fontSize: '0.8125rem' } as const;
  if (secret === null) {
    return (
      <Box sx={{ ...sx, color: 'text.secondary', overflow: 'hidden', whiteSpace: 'nowrap' }}>
        <span aria-hidden>{DOTS}</span>
        <VisuallyHidden>hidden</VisuallyHidden>
      </Box>
    );
  }
  return (
    <Box spellCheck={false} translate="no" sx={{ ...sx, userSelect: 'all', overflowWrap: 'anywhere' }}>
      {secret}
    </Box>
  );
}
