import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useKnownSearch } from '@renderer/api/leak';
import { useReportUsable } from '@renderer/shared/usable';
import { IncidentScreen } from './incident/IncidentScreen';
import type { GoTo, LeakPlace } from './leak-place';
import { SearchScreen } from './search/SearchScreen';
import { StartScreen } from './start/StartScreen';

export interface LeakScreenProps {
  /** Kept by the window, so that another screen can be looked at meanwhile. */
  readonly place: LeakPlace;
  readonly goTo: GoTo;
  /** Whether keys may be made here; not where Keydesk may only find and revoke. */
  readonly mayIssue: boolean;
}

/** *Leak response*: a leaked key is found, stopped, proved dead and recorded. */
export function LeakScreen({ place, goTo, mayIssue }: LeakScreenProps): ReactNode {
  const search = useKnownSearch();
  useReportUsable(true);
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', scrollbarGutter: 'stable', userSelect: 'text' }}>
      {place.at === 'incident' && (
        <IncidentScreen
          key={place.incidentId}
          incidentId={place.incidentId}
          goTo={goTo}
          mayIssue={mayIssue}
        />
      )}
      {place.at === 'search' && search !== null && (
        <SearchScreen key={search.searchId} report={search} addTo={place.addTo} goTo={goTo} />
      )}
      {(place.at === 'start' || (place.at === 'search' && search === null)) && (
        <StartScreen addTo={place.addTo} goTo={goTo} mayIssue={mayIssue} />
      )}
    </Box>
  );
}
