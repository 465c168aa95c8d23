import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { mdiMagnify } from '@mdi/js';
import { useState, type ReactNode } from 'react';
import type { IncidentView } from '@core/domain/incident';
import { environmentKey } from '@core/domain/environment';
import { REFUSAL_WINDOW_MS, REFUSALS_NEEDED } from '@core/domain/leak/proof';
import { elapsedText } from '@renderer/leak/elapsed';
import type { GoTo } from '@renderer/leak/leak-place';
import { usePlaces } from '@renderer/leak/use-places';
import { keyText } from '@core/domain/api-key';
import { Icon } from '@renderer/shared/Icon';
import { DecisionPanel } from './DecisionPanel';
import { isRecordOnly } from './decision';
import { canBeStopped, mostPrivilegedFirst } from './incident-keys';
import { KeyCard } from './KeyCard';

export interface KeysPartProps {
  readonly incident: IncidentView;
  readonly goTo: GoTo;
  readonly mayReplace: boolean;
}

/** The leaked keys, what to decide about those that are ticked, and how their death is proved. */
export function KeysPart({ incident, goTo, mayReplace }: KeysPartProps): ReactNode {
  const places = usePlaces();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const open = incident.state === 'open';
  const keys = mostPrivilegedFirst(incident.leaked);
  const stoppable = open ? keys.filter((key) => canBeStopped(key) && !isRecordOnly(key, places)) : [];
  const ticked = stoppable.filter(({ key }) => !left.has(keyText(key)));
  const tick = (id: string, chosen: boolean): void => {
    const next = new Set(left);
    if (chosen) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  const search = (): void => goTo({ at: 'start', addTo: incident.incidentId });
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, minWidth: 0 }}>
      {stoppable.length > 0 && (
        <DecisionPanel
          incident={incident}
          keys={ticked}
          of={stoppable.length}
          places={places}
          mayReplace={mayReplace}
        />
      )}
      <Box component="ul" aria-label="Leaked keys" sx={LIST}>
        {keys.map((key) => (
          <KeyCard
            key={keyText(key.key)}
            incident={incident}
            leaked={key}
            place={places.get(environmentKey(key.key))}
            ticked={stoppable.length > 1 && stoppable.includes(key) ? !left.has(keyText(key.key)) : null}
            onTick={(chosen) => tick(keyText(key.key), chosen)}
            onPaste={search}
          />
        ))}
      </Box>
      {keys.length === 0 && <NoKey onSearch={open ? search : null} />}
      {keys.length > 0 && <AboutTrials />}
    </Box>
  );
}

const LIST = {
  m: 0,
  p: 0,
  listStyle: 'none',
  display: 'flex',
  flexDirection: 'column',
  gap: 1.5,
} as const;

function NoKey({ onSearch }: { onSearch: (() => void) | null }): ReactNode {
  return (
    <Box>
      <Typography color="textSecondary">No key was found for this record yet.</Typography>
      {onSearch !== null && (
        <Button variant="outlined" startIcon={<Icon path={mdiMagnify} />} onClick={onSearch} sx={{ mt: 1 }}>
          Search again
        </Button>
      )}
    </Box>
  );
}

function AboutTrials(): ReactNode {
  return (
    <Typography variant="caption" color="textSecondary">
      A trial is one harmless call with the leaked key, where it is used; it shows up there as the key’s last
      use. Dead means: refused {REFUSALS_NEEDED} times in a row over at least {elapsedText(REFUSAL_WINDOW_MS)}
      . Keydesk goes on watching while the record is open.
    </Typography>
  );
}
