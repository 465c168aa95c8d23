import Box from '@mui/material/Box';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { describedBy, FieldFrame } from '@renderer/shared/FieldFrame';
import { MONO } from '@renderer/theme/tokens';
import { VerifyButton } from './VerifyButton';

const HELP = 'Keydesk cannot read this key. Paste it: it is used for one call, not kept, and cleared here.';
const MOST_PASTED = 4_000;

export interface PasteToVerifyProps {
  readonly busy: boolean;
  readonly onVerify: (secret: string) => void;
}

/**
 * Takes a key that only the operator has, for one call.
 * SECURITY: the text is in the input and in no state, and gone from there once it was taken.
 */
export function PasteToVerify({ busy, onVerify }: PasteToVerifyProps): ReactNode {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState(false);
  const take = (): void => {
    const secret = input.current?.value.trim() ?? '';
    if (input.current) input.current.value = '';
    setMissing(secret === '');
    if (secret !== '' && !busy) onVerify(secret);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    take();
  };
  const texts = { help: HELP, problem: missing ? 'Paste the key first.' : undefined };
  return (
    <FieldFrame id={id} label="API key" {...texts}>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <OutlinedInput
          id={id}
          size="small"
          type="password"
          fullWidth
          inputRef={input}
          onKeyDown={press}
          autoComplete="off"
          inputProps={{ spellCheck: false, maxLength: MOST_PASTED, ...describedBy(id, texts) }}
          sx={{ fontFamily: MONO, fontSize: '0.8125rem' }}
        />
        <VerifyButton busy={busy} onPress={take} />
      </Box>
    </FieldFrame>
  );
}
