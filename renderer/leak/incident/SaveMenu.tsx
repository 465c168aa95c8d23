import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { mdiChevronDown, mdiTrayArrowDown } from '@mdi/js';
import { useState, type ReactNode } from 'react';
import { useSaveRecord } from '@renderer/api/incidents';
import { Icon } from '@renderer/shared/Icon';
import { useNotify } from '@renderer/shared/Notifications';

const FORMATS = [
  { format: 'markdown', label: 'Markdown, to paste into a ticket' },
  { format: 'html', label: 'HTML, to read and print' },
  { format: 'file', label: 'Record file, to go on elsewhere' },
] as const;

type Format = (typeof FORMATS)[number]['format'];

/** *Save record*, in the form of the operator's choice; main then asks where to. */
export function SaveMenu({ incidentId }: { incidentId: string }): ReactNode {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { run, busy } = useSaveRecord();
  const notify = useNotify();
  const save = async (format: Format): Promise<void> => {
    setAnchor(null);
    const outcome = await run({ incidentId, format });
    if (!outcome.ok) notify(`The record was not saved. ${outcome.error.message}`, 'error');
    else if (outcome.value !== null) notify(`Saved to ${outcome.value.path}. It holds no key.`, 'success');
  };
  return (
    <>
      <Button
        variant="outlined"
        loading={busy}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        startIcon={<Icon path={mdiTrayArrowDown} />}
        endIcon={<Icon path={mdiChevronDown} size="small" />}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        Save record
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': 'Save record as', dense: true } }}
      >
        {FORMATS.map(({ format, label }) => (
          <MenuItem key={format} onClick={() => void save(format)}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
