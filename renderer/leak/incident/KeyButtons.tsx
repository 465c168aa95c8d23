import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { mdiClipboardSearchOutline, mdiRocketLaunchOutline, mdiShieldCheckOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import type { AppError } from '@core/domain/app-error';
import type { IncidentKey, IncidentView } from '@core/domain/incident';
import { useProveDeath, useRecheckStop, useStopWatching } from '@renderer/api/incidents';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Icon } from '@renderer/shared/Icon';
import type { Place } from '@renderer/shared/place';
import { useDeployDialog } from '@renderer/shared/place-dialogs';

export interface KeyButtonsProps {
  readonly incident: IncidentView;
  readonly leaked: IncidentKey;
  readonly place: Place | undefined;
  readonly onPaste: () => void;
}

/** What can be done about one leaked key, while its record is open. */
export function KeyButtons({ incident, leaked, place, onPaste }: KeyButtonsProps): ReactNode {
  const { proof, provable, verdict } = leaked;
  const trials = useTrials(incident, leaked);
  if (incident.state !== 'open') return null;
  return (
    <>
      {!provable && proof?.state !== 'dead' && (
        <Gone probable={verdict === 'probable'} tried={proof !== null} />
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.25, '&:empty': { display: 'none' } }}>
        <AboutStop leaked={leaked} place={place} trials={trials} />
        <AboutProof leaked={leaked} trials={trials} onPaste={onPaste} />
      </Box>
      {trials.error !== null && (
        <Box sx={{ mt: 1.25 }}>
          <ErrorNotice error={trials.error} />
        </Box>
      )}
    </>
  );
}

interface Trials {
  readonly busy: boolean;
  readonly error: AppError | null;
  readonly prove: () => void;
  readonly unwatch: () => void;
  /** Looks again how the order to stop ended. */
  readonly recheck: (operationId: string) => void;
}

function useTrials({ incidentId }: IncidentView, { key }: IncidentKey): Trials {
  const trying = useProveDeath();
  const ending = useStopWatching();
  const checking = useRecheckStop();
  return {
    busy: trying.busy || ending.busy || checking.busy,
    error: trying.error ?? ending.error ?? checking.error,
    prove: () => void trying.run({ incidentId, key }),
    unwatch: () => void ending.run({ incidentId, key }),
    recheck: (operationId) => void checking.run({ operationId, incidentId }),
  };
}

interface AboutStopProps extends Pick<KeyButtonsProps, 'leaked' | 'place'> {
  readonly trials: Trials;
}

function AboutStop({ leaked: { state, operationId }, place, trials }: AboutStopProps): ReactNode {
  const deploy = useDeployDialog();
  if (state === 'saved' && place !== undefined)
    return (
      <Act icon={mdiRocketLaunchOutline} strong onPress={() => deploy(place.environment)}>
        Deploy
      </Act>
    );
  if (state !== 'checking' || operationId === undefined) return null;
  return (
    <Act busy={trials.busy} onPress={() => trials.recheck(operationId)}>
      Check again
    </Act>
  );
}

interface AboutProofProps extends Pick<KeyButtonsProps, 'leaked' | 'onPaste'> {
  readonly trials: Trials;
}

function AboutProof({ leaked: { provable, proof }, trials, onPaste }: AboutProofProps): ReactNode {
  if (proof?.watching === true)
    return (
      <Act busy={trials.busy} onPress={trials.unwatch}>
        Stop watching
      </Act>
    );
  if (provable)
    return (
      <Act icon={mdiShieldCheckOutline} busy={trials.busy} onPress={trials.prove}>
        Try it now
      </Act>
    );
  return (
    <Act icon={mdiClipboardSearchOutline} onPress={onPaste}>
      Paste again
    </Act>
  );
}

interface ActProps {
  readonly icon?: string;
  readonly busy?: boolean;
  readonly strong?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

const Act = ({ icon, busy = false, strong = false, onPress, children }: ActProps): ReactNode => (
  <Button
    size="small"
    variant={strong ? 'contained' : 'outlined'}
    loading={busy}
    startIcon={icon === undefined ? undefined : <Icon path={icon} size="small" />}
    onClick={onPress}
  >
    {children}
  </Button>
);

/** Why it cannot be tried: main forgets what was pasted on every lock and restart. */
function Gone({ probable, tried }: { probable: boolean; tried: boolean }): ReactNode {
  return (
    <Typography color="textSecondary" sx={{ mt: 0.5 }}>
      {probable && !tried
        ? 'It was found by less than the key itself, so there is nothing to try it with. Paste the key if you have it.'
        : 'Keydesk does not hold the key any more: paste it again to go on trying.'}
    </Typography>
  );
}
