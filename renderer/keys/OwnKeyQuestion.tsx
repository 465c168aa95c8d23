import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ApiKey } from '@core/domain/api-key';
import { CheckInput } from '@renderer/shared/CheckInput';
import { Notice } from '@renderer/shared/Notice';
import type { Stop } from './use-stop';

export interface OwnKeyQuestionProps {
  readonly own: NonNullable<ApiKey['signsIn']>;
  readonly stop: Stop;
}

/** Asks on its own whether Keydesk shall lock itself out. */
export function OwnKeyQuestion({ own, stop: { row, evenOwn, allowOwn } }: OwnKeyQuestionProps): ReactNode {
  const { label } = row.place.console;
  const verb = own === 'yes' ? 'signs in' : 'may sign in';
  return (
    <Notice tone="error" title={`Keydesk ${verb} to ${label} with this key`}>
      <Typography>
        {own === 'yes' ? 'Without it, nothing' : 'If it does, nothing'} can be read or stopped there any more
        until you give Keydesk another key.
      </Typography>
      <Box sx={{ mt: 0.5 }}>
        <CheckInput
          label={`Stop it although Keydesk ${verb} with it`}
          checked={evenOwn}
          onChange={allowOwn}
        />
      </Box>
    </Notice>
  );
}
