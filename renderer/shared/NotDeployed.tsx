import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { mdiRocketLaunchOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import type { Environment } from '@core/domain/environment';
import { Icon } from '@renderer/shared/Icon';
import { Notice } from '@renderer/shared/Notice';
import { useDeployDialog } from '@renderer/shared/place-dialogs';

export interface NotDeployedProps {
  readonly environment: Environment;
  /** What is not true yet, as a heading. */
  readonly title: string;
  /** Read out at once, where it is the answer to what was just done. */
  readonly role?: 'status';
  /** What else is known. */
  readonly children?: ReactNode;
}

/** What was saved and is not live, and the way to make it so. */
export function NotDeployed({ environment, title, role, children }: NotDeployedProps): ReactNode {
  const deploy = useDeployDialog();
  return (
    <Notice
      tone="warning"
      title={title}
      {...(role !== undefined && { role })}
      actions={
        <Button
          size="small"
          variant="outlined"
          startIcon={<Icon path={mdiRocketLaunchOutline} size="small" />}
          onClick={() => deploy(environment)}
        >
          Deploy
        </Button>
      }
    >
      <Typography>{children} Endpoints follow what was deployed, not what is saved.</Typography>
    </Notice>
  );
}
