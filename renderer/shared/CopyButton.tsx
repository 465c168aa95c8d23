import Button from '@mui/material/Button';
import { mdiCheck, mdiContentCopy } from '@mdi/js';
import { useEffect, useState, type ReactNode } from 'react';
import type { AppErrorShape } from '@core/domain/app-error';
import { copySentence, type CopyResult } from '@renderer/shared/copy-sentence';
import { Icon } from '@renderer/shared/Icon';
import { IconAction } from '@renderer/shared/IconAction';
import { useNotify } from '@renderer/shared/Notifications';

/** How a copy ended: what main reports, or why it failed. */
export type CopyOutcome = { ok: true; value: CopyResult } | { ok: false; error: AppErrorShape };

export interface CopyButtonProps {
  /** Its accessible name: "Copy key". */
  label: string;
  /** What the message calls it: "The key". */
  what: string;
  /** Copies in main; never rejects. */
  onCopy: () => Promise<CopyOutcome>;
  /** `icon` alone, or with the label on it. */
  look?: 'icon' | 'button';
  disabled?: boolean;
}

const TICK_MS = 2_000;

/** Copies in main and says what came of it; the tick appears only after a copy that worked. */
export function CopyButton({
  label,
  what,
  onCopy,
  look = 'icon',
  disabled = false,
}: CopyButtonProps): ReactNode {
  const notify = useNotify();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), TICK_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (): Promise<void> => {
    const outcome = await onCopy();
    setCopied(outcome.ok);
    if (outcome.ok) notify(copySentence(what, outcome.value), outcome.value.verified ? 'success' : 'info');
    else notify(`${what} was not copied. ${outcome.error.message}`, 'error');
  };
  const icon = copied ? mdiCheck : mdiContentCopy;
  if (look === 'icon') {
    return (
      <IconAction label={label} icon={icon} size="small" disabled={disabled} onClick={() => void copy()} />
    );
  }
  return (
    <Button
      variant="outlined"
      disabled={disabled}
      startIcon={<Icon path={icon} />}
      onClick={() => void copy()}
    >
      {label}
    </Button>
  );
}
