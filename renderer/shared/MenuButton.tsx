import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { mdiDotsHorizontal } from '@mdi/js';
import { useState, type ReactNode } from 'react';
import { Icon } from '@renderer/shared/Icon';
import { IconAction } from '@renderer/shared/IconAction';

/** One entry of a menu. */
export interface MenuEntry {
  readonly label: string;
  /** A path of `@mdi/js`. */
  readonly icon?: string;
  readonly onSelect: () => void;
  readonly danger?: boolean;
  readonly disabled?: boolean;
}

export interface MenuButtonProps {
  /** Its accessible name and tooltip. */
  label: string;
  entries: readonly MenuEntry[];
  icon?: string;
  size?: 'small' | 'medium';
}

/** A small button that opens a menu. */
export function MenuButton({
  label,
  entries,
  icon = mdiDotsHorizontal,
  size = 'medium',
}: MenuButtonProps): ReactNode {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const select = (entry: MenuEntry): void => {
    setAnchor(null);
    entry.onSelect();
  };
  return (
    <>
      <IconAction
        label={label}
        icon={icon}
        size={size}
        expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      />
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': label, dense: true } }}
      >
        {entries.map((entry) => (
          <MenuItem key={entry.label} disabled={entry.disabled ?? false} onClick={() => select(entry)}>
            <MenuEntryText entry={entry} />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

function MenuEntryText({ entry }: { entry: MenuEntry }): ReactNode {
  const color = entry.danger === true ? 'error' : 'inherit';
  return (
    <>
      {entry.icon !== undefined && (
        <ListItemIcon>
          <Icon path={entry.icon} size="small" color={color} />
        </ListItemIcon>
      )}
      {entry.label}
    </>
  );
}
