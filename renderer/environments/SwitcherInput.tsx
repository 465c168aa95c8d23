import Box from '@mui/material/Box';
import InputBase from '@mui/material/InputBase';
import { mdiMagnify } from '@mdi/js';
import type { KeyboardEvent, ReactNode } from 'react';
import { Icon } from '@renderer/shared/Icon';

export interface SwitcherInputProps {
  value: string;
  onChange: (value: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  listId: string;
  /** The line that Enter takes. */
  activeId: string | undefined;
}

/** The field of the switcher; it keeps the focus while the arrow keys move through the list. */
export function SwitcherInput({
  value,
  onChange,
  onKeyDown,
  listId,
  activeId,
}: SwitcherInputProps): ReactNode {
  return (
    <Box
      sx={{ display: 'flex', alignItems: 'center', gap: 1.25, px: 2, height: 52, color: 'text.secondary' }}
    >
      <Icon path={mdiMagnify} />
      <InputBase
        autoFocus
        fullWidth
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder="Go to an environment, or do something…"
        spellCheck={false}
        inputProps={{
          role: 'combobox',
          'aria-label': 'Search environments and actions',
          'aria-expanded': true,
          'aria-controls': listId,
          'aria-activedescendant': activeId,
          'aria-autocomplete': 'list',
          maxLength: 200,
        }}
        sx={{ fontSize: '0.9375rem', '& input:focus-visible': { outline: 'none' } }}
      />
    </Box>
  );
}
