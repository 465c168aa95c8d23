import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { MOST_TEXT } from '@core/domain/leak/candidate';
import { describedBy, FieldFrame } from '@renderer/shared/FieldFrame';
import { MONO } from '@renderer/theme/tokens';

export interface FoundTextProps {
  readonly busy: boolean;
  readonly onSubmit: (text: string) => void;
}

/**
 * *Found text*: the second way, for what is not on the clipboard.
 * SECURITY: the text is in the input and in no state, and gone from there once it was taken.
 */
export function FoundText({ busy, onSubmit }: FoundTextProps): ReactNode {
  const id = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const [missing, setMissing] = useState(false);
  const take = (): void => {
    const text = input.current?.value.slice(0, MOST_TEXT) ?? '';
    if (busy) return;
    if (input.current) input.current.value = '';
    setMissing(text.trim() === '');
    if (text.trim() !== '') onSubmit(text);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    take();
  };
  const texts = { help: undefined, problem: missing ? 'Paste something first.' : undefined };
  return (
    <FieldFrame id={id} label="Found text" {...texts}>
      <OutlinedInput
        id={id}
        size="small"
        multiline
        rows={3}
        inputRef={input}
        onKeyDown={press}
        autoComplete="off"
        placeholder="Or paste it here"
        inputProps={{
          spellCheck: false,
          autoCorrect: 'off',
          autoCapitalize: 'off',
          ...describedBy(id, texts),
        }}
        sx={{ fontFamily: MONO, fontSize: '0.75rem' }}
      />
      <Box sx={{ mt: 1 }}>
        <Button variant="outlined" disabled={busy} onClick={take}>
          Search text
        </Button>
      </Box>
    </FieldFrame>
  );
}
