import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { mdiMagnify } from '@mdi/js';
import { useState, type ReactNode } from 'react';
import type { IncidentView, KillMode } from '@core/domain/incident';
import { environmentKey } from '@core/domain/environment';
import { REFUSAL_WINDOW_MS, REFUSALS_NEEDED } from '@core/domain/leak/proof';
import { elapsedText } from '@renderer/leak/elapsed';
import type { GoTo } from '@renderer/leak/leak-place';
import { usePlaces } from '@renderer/leak/use-places';
import { keyText } from '@core/domain/api-key';
import { Icon } from '@renderer/shared/Icon';
import { DecideDialog } from './DecideDialog';
import { DecisionPanel } from './DecisionPanel';
import { KeyCard } from './KeyCard';
import { useFocusOnceGone } from './use-focus-once-gone';
import { useTicked } from './use-ticked';

export interface KeysPartProps {
  readonly incident: IncidentView;
  readonly goTo: GoTo;
  readonly mayIssue: boolean;
}

/** The leaked keys, what to decide about those that are ticked, and how their death is proved. */
export function KeysPart({ incident, goTo, mayIssue }: KeysPartProps): ReactNode {
  const places = usePlaces();
  const { keys, stoppable, ticked, isTicked, tick } = useTicked(incident, places);
  const [asked, ask] = useState<KillMode | null>(null);
  const list = useFocusOnceGone<HTMLUListElement>(stoppable.length > 0 || asked !== null);
  const search = (): void => goTo({ at: 'start', addTo: incident.incidentId });
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, minWidth: 0 }}>
      {stoppable.length > 0 && (
        <DecisionPanel
          keys={ticked}
          of={stoppable.length}
          places={places}
          mayIssue={mayIssue}
          onChoose={ask}
        />
      )}
      <Box component="ul" aria-label="Leaked keys" ref={list} tabIndex={-1} sx={LIST}>
        {keys.map((key) => (
          <KeyCard
            key={keyText(key.key)}
            incident={incident}
            leaked={key}
            place={places.get(environmentKey(key.key))}
            ticked={isTicked(key)}
            onTick={(chosen) => tick(key, chosen)}
            onPaste={search}
          />
        ))}
      </Box>
      {keys.length === 0 && <NoKey onSearch={incident.state === 'open' ? search : null} />}
      {keys.length > 0 && <AboutTrials />}
      {asked !== null && (
        // It outlasts the panel: keys change their state while they are stopped.
        <DecideDialog
          incident={incident}
          mode={asked}
          keys={ticked}
          places={places}
          onClose={() => ask(null)}
        />
      )}
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
  '&:focus': { outline: 'none' },
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
