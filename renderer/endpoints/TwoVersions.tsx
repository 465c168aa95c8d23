import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Facts } from '@renderer/shared/Facts';
import { Mono } from '@renderer/shared/Mono';
import { Notice } from '@renderer/shared/Notice';
import type { Rules } from './use-edit-endpoint';

export interface TwoVersionsProps {
  readonly mine: Rules;
  readonly theirs: Rules;
  readonly onTakeTheirs: () => void;
}

/** Somebody else changed the endpoint first: both versions, and nothing was written. */
export function TwoVersions({ mine, theirs, onTakeTheirs }: TwoVersionsProps): ReactNode {
  return (
    <Notice
      tone="warning"
      role="alert"
      title="Somebody else changed this endpoint while you were editing it"
      actions={
        <Button size="small" variant="outlined" onClick={onTakeTheirs}>
          Take theirs
        </Button>
      }
    >
      <Typography sx={{ mb: 1 }}>Nothing of yours was written. Saving yours replaces theirs.</Typography>
      <Facts
        facts={[
          { name: 'Theirs', value: <Version rules={theirs} /> },
          { name: 'Yours', value: <Version rules={mine} /> },
        ]}
      />
    </Notice>
  );
}

function Version({ rules: { secreted, acl } }: { rules: Rules }): ReactNode {
  return (
    <>
      {secreted ? 'API Key required' : 'No API Key required'}
      <br />
      <Mono wrap>{acl === '' ? 'no expression' : acl}</Mono>
    </>
  );
}
