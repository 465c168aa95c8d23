import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { mdiRefresh, mdiShieldCheckOutline, mdiTrayArrowDown } from '@mdi/js';
import { useState, type ReactNode } from 'react';
import { formatCount, plural } from '@core/text/format';
import { Icon } from '@renderer/shared/Icon';
import { IconAction } from '@renderer/shared/IconAction';

export interface ActivityHeaderProps {
  readonly onVerify: () => void;
  readonly verifying: boolean;
  readonly onExport: (format: 'csv' | 'json') => void;
  /** Null while there is nothing to export. */
  readonly exported: { readonly lines: number; readonly ticked: boolean; readonly all: boolean } | null;
  readonly onRefresh: () => void;
  readonly refreshing: boolean;
}

/** The name of the screen, and what can be done with the log as a whole. */
export function ActivityHeader(props: ActivityHeaderProps): ReactNode {
  const { onVerify, verifying, onRefresh, refreshing } = props;
  return (
    <Box
      role="toolbar"
      aria-label="Activity"
      sx={{ display: 'flex', alignItems: 'center', gap: 0.75, px: 2, py: 1.5 }}
    >
      <Typography variant="h1" sx={{ flex: 1 }}>
        Activity
      </Typography>
      <IconAction label="Refresh" icon={mdiRefresh} onClick={onRefresh} disabled={refreshing} />
      <ExportMenu {...props} />
      <Button
        variant="contained"
        startIcon={<Icon path={mdiShieldCheckOutline} />}
        onClick={onVerify}
        loading={verifying}
        loadingPosition="start"
      >
        Verify
      </Button>
    </Box>
  );
}

function ExportMenu({ exported, onExport }: Pick<ActivityHeaderProps, 'exported' | 'onExport'>): ReactNode {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (format: 'csv' | 'json') => () => {
    setAnchor(null);
    onExport(format);
  };
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<Icon path={mdiTrayArrowDown} />}
        disabled={exported === null}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        Export
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': 'Export', dense: true } }}
      >
        <MenuItem onClick={choose('csv')}>CSV, {whichText(exported)}</MenuItem>
        <MenuItem onClick={choose('json')}>JSON, {whichText(exported)}</MenuItem>
      </Menu>
    </>
  );
}

function whichText(exported: ActivityHeaderProps['exported']): string {
  if (exported === null) return '';
  const { lines, ticked, all } = exported;
  if (all && !ticked) return lines === 1 ? 'the one line' : `all ${formatCount(lines)} lines`;
  return `${plural(lines, 'line')} ${ticked ? 'selected' : 'shown'}`;
}
