import Button from '@mui/material/Button';
import { mdiShieldKeyOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import type { Environment } from '@core/domain/environment';
import { Icon } from '@renderer/shared/Icon';
import { useEndpointsDialog } from '@renderer/shared/place-dialogs';

/** Leads to the endpoints of an environment and who may call them. */
export function EndpointsButton({ environment }: { environment: Environment }): ReactNode {
  const open = useEndpointsDialog();
  return (
    <Button
      variant="outlined"
      startIcon={<Icon path={mdiShieldKeyOutline} />}
      onClick={() => open(environment)}
    >
      Endpoints
    </Button>
  );
}
