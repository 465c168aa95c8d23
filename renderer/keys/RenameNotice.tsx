import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Mono } from '@renderer/shared/Mono';
import { Notice } from '@renderer/shared/Notice';

/** Whom a new name would lock out: endpoints whose rules say the old one. */
export function RenameNotice({ endpoints }: { endpoints: readonly string[] }): ReactNode {
  if (endpoints.length === 0) return null;
  return (
    <Notice tone="warning" role="status" title="The new name locks its users out">
      <Typography>
        These endpoints let callers through by the old name: <Mono wrap>{endpoints.join(', ')}</Mono>. Change
        their rules together with the name, or they turn this key away.
      </Typography>
    </Notice>
  );
}
