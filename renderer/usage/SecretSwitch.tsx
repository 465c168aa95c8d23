import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { mdiEyeOffOutline, mdiEyeOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import { Icon } from '@renderer/shared/Icon';
import { useNow } from '@renderer/shared/use-now';
import type { Usage } from './use-usage';

/** Puts the key into the example for a while, or says why that cannot be. */
export function SecretSwitch({ usage }: { usage: Usage }): ReactNode {
  const { shown, canShow, asking, show, hide } = usage;
  if (!canShow)
    return (
      <Typography variant="caption" color="textSecondary">
        The key itself cannot be shown again: put yours into the example.
      </Typography>
    );
  return (
    <>
      <Button
        disabled={asking}
        startIcon={<Icon path={shown ? mdiEyeOffOutline : mdiEyeOutline} />}
        onClick={shown ? hide : show}
      >
        {shown ? 'Hide' : 'Show'}
      </Button>
      {shown ? (
        <HidesIn at={shown.hidesAt} />
      ) : (
        <Typography variant="caption" color="textSecondary">
          Copied without the key unless it is shown.
        </Typography>
      )}
    </>
  );
}

function HidesIn({ at }: { at: number }): ReactNode {
  const left = Math.max(0, Math.ceil((at - useNow(500)) / 1_000));
  return (
    <Typography variant="caption" color="textSecondary" sx={{ fontVariantNumeric: 'tabular-nums' }}>
      <span aria-hidden>Hides in {left} s</span>
    </Typography>
  );
}
