import Box from '@mui/material/Box';
import { mdiKeyOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import { Icon } from '@renderer/shared/Icon';
import type { Shown } from '@renderer/shared/use-shown-secret';
import { VisuallyHidden } from '@renderer/shared/VisuallyHidden';
import { Countdown } from './Countdown';
import { SecretText } from './SecretText';

/** A key in clear, in the place of its row's facts: nothing moves when it comes or goes. */
export function SecretStrip({ shown }: { shown: Shown<string> }): ReactNode {
  return (
    <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1.25, color: 'text.primary' }}>
      <Box component="span" sx={{ color: 'primary.main', lineHeight: 0 }}>
        <Icon path={mdiKeyOutline} size="small" />
      </Box>
      <VisuallyHidden>API key: </VisuallyHidden>
      <SecretText box={shown.box} />
      <Countdown until={shown.hidesAt} />
    </Box>
  );
}
