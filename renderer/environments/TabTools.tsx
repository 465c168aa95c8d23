import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { mdiMagnify, mdiTabPlus } from '@mdi/js';
import type { ReactNode } from 'react';
import { useStatus } from '@renderer/api/queries';
import { Icon } from '@renderer/shared/Icon';
import { IconAction } from '@renderer/shared/IconAction';

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
      <Button
        variant="outlined"
        size="small"
        startIcon={<Icon path={mdiMagnify} size="small" />}
        onClick={onSwitch}
        aria-label="Quick switcher"
        aria-keyshortcuts="Control+K Meta+K"
        sx={{ color: 'text.secondary', fontWeight: 400 }}
      >
        Go to…
        <Box
          component="kbd"
          sx={{ ml: 1.5, font: 'inherit', fontSize: '0.6875rem', color: 'text.secondary' }}
        >
          {shortcut}
        </Box>
      </Button>
      <IconAction label="Choose tabs" icon={mdiTabPlus} onClick={onChooseTabs} />
    </Box>
  );
}
