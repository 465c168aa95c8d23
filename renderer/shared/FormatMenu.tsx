import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { mdiChevronDown, mdiTrayArrowDown } from '@mdi/js';
import { useState, type ReactNode } from 'react';
import { Icon } from '@renderer/shared/Icon';

export interface FormatMenuProps<F extends string> {
  /** What the button says. */
  readonly label: string;
  /** The accessible name of the list. */
  readonly listLabel: string;
  readonly formats: readonly { readonly format: F; readonly label: string }[];
  readonly onChoose: (format: F) => void;
  readonly busy?: boolean;
  readonly disabled?: boolean;
}

/** A button that saves something in the form of the operator's choice; main then asks where to. */
export function FormatMenu<F extends string>({
  label,
  listLabel,
  formats,
  onChoose,
  busy = false,
  disabled = false,
}: FormatMenuProps<F>): ReactNode {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (format: F): void => {
    setAnchor(null);
    onChoose(format);
  };
  return (
    <>
      <Button
        variant="outlined"
        loading={busy}
        disabled={disabled}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        startIcon={<Icon path={mdiTrayArrowDown} />}
        endIcon={<Icon path={mdiChevronDown} size="small" />}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {label}
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': listLabel, dense: true } }}
      >
        {formats.map((each) => (
          <MenuItem key={each.format} onClick={() => choose(each.format)}>
            {each.label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
