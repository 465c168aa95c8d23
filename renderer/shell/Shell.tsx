import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useLock } from '@renderer/api/app-mutations';
import { KeychainBanner } from '@renderer/shell/KeychainBanner';
import { NavigationRail } from '@renderer/shell/NavigationRail';
import { OperationsBanner } from '@renderer/shell/OperationsBanner';
import { RevokeOnlyBanner } from '@renderer/shell/RevokeOnlyBanner';
import type { Screen } from '@renderer/shell/screen';
import { useReportInput } from '@renderer/shell/use-report-input';

export interface ShellProps {
  screens: readonly Screen[];
  current: string;
  onSelect: (id: string) => void;
  /** What else concerns every screen. */
  notices?: ReactNode;
}

/** The window: rail, what concerns every screen, and the screen. */
export function Shell({ screens, current, onSelect, notices }: ShellProps): ReactNode {
  const lock = useLock();
  useReportInput();
  const screen = screens.find(({ id }) => id === current);
  return (
    <Box sx={{ display: 'flex', height: '100%' }}>
      <NavigationRail
        screens={screens}
        current={current}
        onSelect={onSelect}
        onLock={() => void lock.run()}
      />
      <Box component="main" sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <KeychainBanner offline={screen?.offline ?? false} />
        <RevokeOnlyBanner />
        <OperationsBanner />
        {notices}
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>{screen?.content}</Box>
      </Box>
    </Box>
  );
}
