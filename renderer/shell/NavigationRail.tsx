import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { mdiKeyVariant, mdiLockOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import { Icon } from '@renderer/shared/Icon';
import { IconAction } from '@renderer/shared/IconAction';
import type { Screen } from '@renderer/shell/screen';

export interface NavigationRailProps {
  screens: readonly Screen[];
  current: string;
  onSelect: (id: string) => void;
  onLock: () => void;
}

/** The screens on the left edge, and the lock at its foot. */
export function NavigationRail({ screens, current, onSelect, onLock }: NavigationRailProps): ReactNode {
  return (
    <Box
      component="nav"
      aria-label="Screens"
      sx={{
        width: 76,
        flex: 'none',
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        gap: 0.5,
        py: 1.5,
        borderRight: 1,
        borderColor: 'house.line',
        backgroundColor: 'house.sunken',
      }}
    >
      <Box aria-hidden sx={{ color: 'primary.main', lineHeight: 0, pb: 1.5, pt: 0.5 }}>
        <Icon path={mdiKeyVariant} size="large" />
      </Box>
      {screens.map((screen) => (
        <RailItem key={screen.id} screen={screen} chosen={screen.id === current} onSelect={onSelect} />
      ))}
      <Box sx={{ flex: 1 }} />
      <IconAction label="Lock" icon={mdiLockOutline} onClick={onLock} />
    </Box>
  );
}

interface RailItemProps {
  screen: Screen;
  chosen: boolean;
  onSelect: (id: string) => void;
}

function RailItem({ screen, chosen, onSelect }: RailItemProps): ReactNode {
  return (
    <ButtonBase
      onClick={() => onSelect(screen.id)}
      {...(chosen ? { 'aria-current': 'page' as const } : {})}
      sx={{
        width: 64,
        minHeight: 52,
        flexDirection: 'column',
        gap: 0.5,
        px: 0.25,
        borderRadius: 1,
        color: chosen ? 'primary.main' : 'text.secondary',
        backgroundColor: chosen ? 'house.chosen' : 'transparent',
        fontSize: '0.6875rem',
        fontWeight: chosen ? 600 : 500,
        lineHeight: 1.2,
        '&:hover': {
          color: chosen ? 'primary.main' : 'text.primary',
          backgroundColor: chosen ? 'house.chosen' : 'house.hover',
        },
      }}
    >
      <Icon path={screen.icon} />
      {screen.label}
    </ButtonBase>
  );
}
