import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { mdiChevronDown, mdiTrayArrowDown } from '@mdi/js';
import { useState, type ReactNode } from 'react';
import { DownloadFormat } from '@core/domain/download';
import { Icon } from '@renderer/shared/Icon';

const LABELS: Readonly<Record<DownloadFormat, string>> = {
  text: 'Text file',
  env: '.env file',
  json: 'JSON',
  postman: 'Postman environment',
  curl: 'curl snippet',
};

export interface DownloadMenuProps {
  readonly busy: boolean;
  readonly onChoose: (format: DownloadFormat) => void;
}

/** *Download*, in the form of the operator's choice; main then asks where to. */
export function DownloadMenu({ busy, onChoose }: DownloadMenuProps): ReactNode {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (format: DownloadFormat): void => {
    setAnchor(null);
    onChoose(format);
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
        Download
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': 'Download as', dense: true } }}
      >
        {DownloadFormat.options.map((format) => (
          <MenuItem key={format} onClick={() => choose(format)}>
            {LABELS[format]}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
