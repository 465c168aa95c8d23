import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';
import { mdiMagnify, mdiTabPlus } from '@mdi/js';
import type { ReactNode } from 'react';
import { useStatus } from '@renderer/api/queries';
import { Icon } from '@renderer/shared/Icon';
import { IconAction } from '@renderer/shared/IconAction';
import { VisuallyHidden } from '@renderer/shared/VisuallyHidden';

export interface TabToolsProps {
  onSwitch: () => void;
  onChooseTabs: () => void;
}

/** What stands beside the tabs: the way to every environment, and the choice of those that have a tab. */
export function TabTools({ onSwitch, onChooseTabs }: TabToolsProps): ReactNode {
  const { data: status } = useStatus();
  const shortcut = status?.platform === 'darwin' ? '⌘K' : 'Ctrl K';
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, pl: 1, flex: 'none' }}>
      <Tooltip describeChild title="Go to any environment, or do something">
        <Button
          variant="outlined"
          size="small"
          onClick={onSwitch}
          aria-keyshortcuts="Control+K Meta+K"
          sx={{ minWidth: 0, gap: 1, px: 1, color: 'text.secondary', fontWeight: 400 }}
        >
          <Icon path={mdiMagnify} size="small" />
          <VisuallyHidden>Quick switcher</VisuallyHidden>
          <Box component="kbd" aria-hidden sx={{ font: 'inherit', fontSize: '0.6875rem' }}>
            {shortcut}
          </Box>
        </Button>
      </Tooltip>
      <IconAction label="Choose tabs" icon={mdiTabPlus} onClick={onChooseTabs} />
    </Box>
  );
}
