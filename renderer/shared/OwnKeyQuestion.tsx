import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ApiKey } from '@core/domain/api-key';
import { CheckInput } from '@renderer/shared/CheckInput';
import { Notice } from '@renderer/shared/Notice';

export interface OwnKeyQuestionProps {
  readonly own: NonNullable<ApiKey['signsIn']>;
  /** What the console is called here. */
  readonly console: string;
  /** The operator knows that, and stops it all the same. */
  readonly evenOwn: boolean;
  readonly onAllow: (allowed: boolean) => void;
}

/** Asks on its own whether Keydesk shall lock itself out. */
export function OwnKeyQuestion({ own, console, evenOwn, onAllow }: OwnKeyQuestionProps): ReactNode {
  const verb = own === 'yes' ? 'signs in' : 'may sign in';
  return (
    <Notice tone="error" title={`Keydesk ${verb} to ${console} with this key`}>
      <Typography>
        {own === 'yes' ? 'Without it, nothing' : 'If it does, nothing'} can be read or stopped there any more
        until you give Keydesk another key.
      </Typography>
      <Box sx={{ mt: 0.5 }}>
        <CheckInput label={`Stop it although Keydesk ${verb} with it`} checked={evenOwn} onChange={onAllow} />
      </Box>
    </Notice>
  );
}
