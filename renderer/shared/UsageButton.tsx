import Button from '@mui/material/Button';
import { mdiCodeTags } from '@mdi/js';
import type { ReactNode } from 'react';
import { Icon } from '@renderer/shared/Icon';
import { useUsageDialog, type UsageRequest } from '@renderer/shared/place-dialogs';

/** Leads to *How to use this key*. */
export function UsageButton({ request }: { request: UsageRequest }): ReactNode {
  const open = useUsageDialog();
  return (
    <Button variant="outlined" startIcon={<Icon path={mdiCodeTags} />} onClick={() => open(request)}>
      How to use this key
    </Button>
  );
}
