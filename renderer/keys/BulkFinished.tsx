import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { BulkRow } from '@renderer/api/types';
import { Notice } from '@renderer/shared/Notice';
import { countStates, stoppedPast, summaryText } from './bulk-text';
import type { KeyRow } from './key-row';
import { NotDeployed } from '@renderer/shared/NotDeployed';
import { isDeadOnceStopped, REMOVED } from './stop-text';

export interface BulkFinishedProps {
  readonly rows: readonly KeyRow[];
  readonly outcomes: readonly BulkRow[];
}

/** How a bulk stop ended. SECURITY: the look of success is for keys that are dead, all of them. */
export function BulkFinished({ rows, outcomes }: BulkFinishedProps): ReactNode {
  const past = stoppedPast(rows);
  const { stopped, checking } = countStates(outcomes);
  const all = stopped === rows.length;
  const dead = rows.every(({ place }) => isDeadOnceStopped(place));
  return (
    <>
      <Notice tone={all && dead ? 'success' : 'warning'} role="status" title={summaryText(outcomes, past)}>
        <Typography>
          {whatItMeans({ all, dead, past })}
          {checking > 0 && ' Keydesk keeps looking after those that are not confirmed.'}
        </Typography>
      </Notice>
      {stopped > 0 && !dead && <StillAlive rows={rows} />}
    </>
  );
}

function whatItMeans({ all, dead, past }: { all: boolean; dead: boolean; past: string }): string {
  if (all && dead) return 'The console was read again and lists none of them.';
  if (all) return 'They were read again and are not listed any more. That alone does not stop them.';
  return dead
    ? `Only the keys marked as ${past} are gone. Treat all others as live.`
    : 'Treat all of them as live, also those that are not listed any more.';
}

/** What still has to happen before the keys are dead, once for each place and each reason. */
function StillAlive({ rows }: { rows: readonly KeyRow[] }): ReactNode {
  const places = [...new Set(rows.map(({ place }) => place))].filter((place) => !isDeadOnceStopped(place));
  return places.map((place) =>
    place.vendor.mustDeploy ? (
      <NotDeployed key={place.environment.environmentId} environment={place.environment} title={REMOVED}>
        This is about the keys of {place.environment.name}.
      </NotDeployed>
    ) : (
      <Notice key={place.environment.environmentId} tone="warning">
        {place.traits.stop.effect}
      </Notice>
    ),
  );
}
