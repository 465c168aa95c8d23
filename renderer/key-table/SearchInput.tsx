import OutlinedInput from '@mui/material/OutlinedInput';
import Box from '@mui/material/Box';
import { mdiClose, mdiMagnify } from '@mdi/js';
import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from '@renderer/shared/Icon';
import { IconAction } from '@renderer/shared/IconAction';
import { useHotkey } from '@renderer/shared/use-hotkey';

export interface SearchInputProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** *Search keys*: Ctrl/Cmd+F or a slash go there, Escape empties it. */
export function SearchInput({ value, onChange }: SearchInputProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const focus = (): void => {
    input.current?.focus();
    input.current?.select();
  };
  useHotkey({ key: 'f' }, focus);
  useSlash(focus);
  const escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && value !== '') onChange('');
  };
  return (
    <OutlinedInput
      size="small"
      type="search"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={escape}
      placeholder="Search keys"
      autoComplete="off"
      spellCheck={false}
      inputRef={input}
      inputProps={{ 'aria-label': 'Search keys', 'aria-keyshortcuts': 'Control+F /', maxLength: 256 }}
      startAdornment={
        <Box sx={{ color: 'text.secondary', lineHeight: 0, mr: 0.25 }}>
          <Icon path={mdiMagnify} />
        </Box>
      }
      endAdornment={
        value === '' ? (
          <KeyCap>/</KeyCap>
        ) : (
          <IconAction label="Clear search" icon={mdiClose} size="small" onClick={() => onChange('')} />
        )
      }
      sx={LOOKS}
    />
  );
}

const LOOKS = {
  flex: '1 1 220px',
  maxWidth: 320,
  pl: 1.25,
  pr: 0.75,
  '& input': { px: 0.75 },
  '& input::-webkit-search-cancel-button': { display: 'none' },
} as const;

function KeyCap({ children }: { children: string }): ReactNode {
  return (
    <Box
      component="kbd"
      aria-hidden
      sx={{
        px: 0.75,
        border: 1,
        borderColor: 'house.line',
        borderRadius: '4px',
        backgroundColor: 'house.sunken',
        color: 'text.secondary',
        font: 'inherit',
        fontSize: '0.6875rem',
        lineHeight: '18px',
      }}
    >
      {children}
    </Box>
  );
}

/** A slash goes to the search unless something is being typed or a dialog is open. */
function useSlash(action: () => void): void {
  const onKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const typing =
      event.target instanceof Element && event.target.closest('input:not([type="checkbox"]), textarea');
    const dialog = document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || typing || dialog) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
