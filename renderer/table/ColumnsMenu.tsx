import Box from '@mui/material/Box';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { mdiCheck, mdiViewColumnOutline } from '@mdi/js';
import { useState, type ReactNode } from 'react';
import { Icon } from '@renderer/shared/Icon';
import { IconAction } from '@renderer/shared/IconAction';

export interface ColumnsMenuProps {
  /** The columns that can be hidden. */
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly hidden: ReadonlySet<string>;
  /** Hides or shows one column. */
  readonly onToggle: (id: string) => void;
}

/** Lets the operator choose the columns of a table. It stays open, since people change more than one. */
export function ColumnsMenu({ columns, hidden, onToggle }: ColumnsMenuProps): ReactNode {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconAction
        label="Choose columns"
        icon={mdiViewColumnOutline}
        expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      />
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': 'Columns', dense: true } }}
      >
        {columns.map(({ id, label }) => (
          <MenuItem
            key={id}
            role="menuitemcheckbox"
            aria-checked={!hidden.has(id)}
            onClick={() => onToggle(id)}
          >
            <Box component="span" sx={{ width: 24, lineHeight: 0, color: 'primary.main' }}>
              {!hidden.has(id) && <Icon path={mdiCheck} size="small" />}
            </Box>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
