import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { mdiRefresh, mdiShieldCheckOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import { formatCount, plural } from '@core/text/format';
import { FormatMenu } from '@renderer/shared/FormatMenu';
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
  const formats = [
    { format: 'csv', label: `CSV, ${whichText(exported)}` },
    { format: 'json', label: `JSON, ${whichText(exported)}` },
  ] as const;
  return (
    <FormatMenu
      label="Export"
      listLabel="Export"
      formats={formats}
      disabled={exported === null}
      onChoose={onExport}
    />
  );
}

function whichText(exported: ActivityHeaderProps['exported']): string {
  if (exported === null) return '';
  const { lines, ticked, all } = exported;
  if (all && !ticked) return lines === 1 ? 'the one line' : `all ${formatCount(lines)} lines`;
  return `${plural(lines, 'line')} ${ticked ? 'selected' : 'shown'}`;
}
