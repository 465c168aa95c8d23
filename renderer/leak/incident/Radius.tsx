import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import type { ApiKey } from '@core/domain/api-key';
import type { IncidentKey } from '@core/domain/incident';
import { traitsOf, vendorInfo } from '@core/domain/vendor';
import { useSiblings } from '@renderer/api/siblings';
import { BlastRadius } from '@renderer/shared/BlastRadius';
import type { Place } from '@renderer/shared/place';
import { useNow } from '@renderer/shared/use-now';
import { WIDE_FACTS } from '@renderer/leak/wide-facts';
import { canBeStopped } from './incident-keys';

export interface RadiusProps {
  readonly apiKey: ApiKey;
  readonly leaked: IncidentKey;
  readonly place: Place | undefined;
}

/** What depends on a leaked key, as it was read in this session: in sight as long as it is to be stopped. */
export function Radius({ apiKey, leaked, place }: RadiusProps): ReactNode {
  const [asked, ask] = useState<boolean | null>(null);
  const siblings = useSiblings(apiKey);
  const now = useNow();
  const traits = place?.traits ?? traitsOf(vendorInfo(leaked.vendor), '');
  if (!(asked ?? canBeStopped(leaked)))
    return (
      <Box>
        <Button size="small" onClick={() => ask(true)} sx={{ ml: -1, mt: 0.5 }}>
          What depended on it
        </Button>
      </Box>
    );
  return (
    <Box sx={WIDE_FACTS}>
      <BlastRadius apiKey={apiKey} traits={traits} siblings={siblings} now={now} />
    </Box>
  );
}
