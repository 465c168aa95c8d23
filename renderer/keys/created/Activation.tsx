import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Instant } from '@core/domain/instant';
import { formatMoment } from '@core/text/format';
import { Notice } from '@renderer/shared/Notice';
import { useNow } from '@renderer/shared/use-now';
import { Countdown } from '@renderer/keys/Countdown';

/** Until when a new key may still be refused, with what is left of that time. */
export function Activation({ until }: { until: Instant }): ReactNode {
  const at = Date.parse(until);
  const active = useNow(1_000) >= at;
  if (active)
    return (
      <Notice tone="info" role="status">
        The time in which it may be refused is over: it should work everywhere now.
      </Notice>
    );
  return (
    <Notice tone="info" title="Not active everywhere yet">
      <Typography>It may be refused until {formatMoment(until)}; a refusal says nothing before.</Typography>
      <Countdown what="Active in" until={at} />
    </Notice>
  );
}
