import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { BulkReport } from '@core/domain/bulk';
import { takesAway } from '@core/domain/bulk-fate';
import { actWords } from '@core/domain/bulk-words';
import { NotDeployed } from '@renderer/shared/NotDeployed';
import { Notice } from '@renderer/shared/Notice';
import type { Place } from '@renderer/shared/place';
import { isDeadOnceStopped, REMOVED } from '@renderer/shared/stopped';
import { allDone, countStates, meaning, summaryText } from './run-text';

export interface RunFinishedProps {
  readonly report: BulkReport;
  /** Where its keys live; complete, or nothing is called dead. */
  readonly places: readonly Place[];
  readonly allPlaces: boolean;
}

/** How a run ended. SECURITY: the look of success is for all of its keys, as they were meant to be and at once. */
export function RunFinished({ report, places, allPlaces }: RunFinishedProps): ReactNode {
  const { past } = actWords(
    report.act,
    places.map(({ traits }) => traits),
  );
  const { done, checking } = countStates(report.rows);
  const atOnce = allPlaces && places.every((place) => isAtOnce(report, place));
  return (
    <>
      <Notice
        tone={allDone(report) && atOnce ? 'success' : 'warning'}
        role="status"
        title={summaryText(report.rows, past)}
      >
        <Typography>
          {meaning(report, places, past)}
          {checking > 0 && ' Keydesk keeps looking after those that are not confirmed.'}
          {report.notes.map((note) => ` ${note}`)}
        </Typography>
      </Notice>
      {done > 0 && takesAway(report.act) && <StillAlive report={report} places={places} />}
    </>
  );
}

const isAtOnce = ({ act }: BulkReport, place: Place): boolean =>
  act.kind === 'stop' ? isDeadOnceStopped(place) : !place.vendor.mustDeploy;

/** What still has to happen before the keys are dead, once for each place and each reason. */
function StillAlive({ report, places }: { report: BulkReport; places: readonly Place[] }): ReactNode {
  return places
    .filter((place) => !isAtOnce(report, place))
    .map((place) =>
      place.vendor.mustDeploy ? (
        <NotDeployed
          key={place.environment.environmentId}
          environment={place.environment}
          title={report.act.kind === 'stop' ? REMOVED : 'Saved. They still work until it is deployed.'}
        >
          This is about the keys of {place.environment.name}.
        </NotDeployed>
      ) : (
        <Notice key={place.environment.environmentId} tone="warning">
          {place.traits.stop.effect}
        </Notice>
      ),
    );
}
