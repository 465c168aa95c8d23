import Button from '@mui/material/Button';
import { mdiCalendarClockOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import { useConsoles } from '@renderer/api/queries';
import { Icon } from '@renderer/shared/Icon';
import { ExportInventoryButton } from './export/ExportInventoryButton';
import { StartState, type StartWay } from './StartState';

export interface StartProps {
  /** Shows the expiry calendar of everything that is live. */
  readonly onCalendar: () => void;
  readonly children: ReactNode;
}

/** The ways to begin that there are here: without a console, nothing is live. */
export function Start({ onCalendar, children }: StartProps): ReactNode {
  const { data: consoles = [] } = useConsoles();
  const live: StartWay[] = [
    {
      title: 'Export a file',
      text: 'The keys of one environment, of several or of all, for somebody else to review. Never with a secret.',
      action: <ExportInventoryButton />,
    },
    {
      title: 'When keys expire',
      text: 'A calendar of all live keys that have an end, also as a file for other calendars.',
      action: (
        <Button variant="outlined" startIcon={<Icon path={mdiCalendarClockOutline} />} onClick={onCalendar}>
          Expiry calendar
        </Button>
      ),
    },
  ];
  return <StartState ways={consoles.length > 0 ? live : []}>{children}</StartState>;
}
