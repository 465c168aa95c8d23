import Button from '@mui/material/Button';
import { mdiClipboardTextOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import { Icon } from '@renderer/shared/Icon';
import { useAsked } from '@renderer/shared/use-asked';
import { MakePlanDialog } from './MakePlanDialog';

/** Makes a plan of what was decided about the keys of an open inventory. */
export function MakePlanButton({ inventoryId }: { inventoryId: string }): ReactNode {
  const dialog = useAsked<true>();
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<Icon path={mdiClipboardTextOutline} />}
        onClick={() => dialog.ask(true)}
      >
        Make plan
      </Button>
      {dialog.open && <MakePlanDialog key={dialog.turn} inventoryId={inventoryId} onClose={dialog.close} />}
    </>
  );
}
