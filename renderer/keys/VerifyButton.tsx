import Button from '@mui/material/Button';
import { mdiShieldCheckOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import { Icon } from '@renderer/shared/Icon';

export interface VerifyButtonProps {
  readonly busy: boolean;
  readonly onPress: () => void;
}

/** *Verify key*. */
export function VerifyButton({ busy, onPress }: VerifyButtonProps): ReactNode {
  return (
    <Button
      variant="outlined"
      loading={busy}
      startIcon={<Icon path={mdiShieldCheckOutline} />}
      onClick={onPress}
      sx={{ flexShrink: 0 }}
    >
      Verify key
    </Button>
  );
}
