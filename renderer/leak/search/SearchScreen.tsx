import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { SearchReport } from '@core/domain/leak/search';
import { DrillBanner } from '@renderer/leak/DrillBanner';
import type { GoTo } from '@renderer/leak/leak-place';
import { Page } from '@renderer/leak/Page';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Notice } from '@renderer/shared/Notice';
import { VisuallyHidden } from '@renderer/shared/VisuallyHidden';
import { finds, isTicked } from './chosen-keys';
import { FoundKeys } from './FoundKeys';
import { GoOn } from './GoOn';
import { PlaceGroups } from './PlaceGroups';
import { SearchProgress } from './SearchProgress';
import { candidatesText, resultText } from './search-text';
import { useSearch } from './use-search';

export interface SearchScreenProps {
  readonly report: SearchReport;
  /** The record that gets what is found; none: a new one. */
  readonly addTo: string | undefined;
  readonly goTo: GoTo;
}

/** A search while it runs and what it found, with all that depends on each key, before anything is done. */
export function SearchScreen({ report, addTo, goTo }: SearchScreenProps): ReactNode {
  const search = useSearch(report);
  const [said, say] = useState<ReadonlyMap<string, boolean>>(new Map());
  const found = finds(report.rows);
  const ticked = found.filter((find) => isTicked(find, said));
  const leave = (): void => {
    search.leave();
    goTo(addTo === undefined ? { at: 'start' } : { at: 'incident', incidentId: addTo });
  };
  return (
    <Page
      title={search.running ? 'Searching' : resultText(report)}
      back={{ label: addTo === undefined ? 'Leak response' : 'Back to the record', onBack: leave }}
      banner={addTo !== undefined && <DrillBanner incidentId={addTo} timed />}
    >
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        <LookedFor report={report} />
        <VisuallyHidden>
          <span role="status">{search.running ? '' : resultText(report)}</span>
        </VisuallyHidden>
        {search.running && <SearchProgress report={report} search={search} />}
        {search.error !== null && (
          <ErrorNotice title="The search failed" error={search.error} onRetry={search.again} />
        )}
        <FoundKeys finds={found} said={said} onTick={(id, ticked) => say(new Map([...said, [id, ticked]]))} />
        {!search.running && (
          <GoOn report={report} keys={ticked} addTo={addTo} onLeave={search.leave} goTo={goTo} />
        )}
        <PlaceGroups rows={report.rows} onAgain={search.running ? undefined : search.again} />
      </Box>
    </Page>
  );
}

function LookedFor({ report: { candidates, truncated } }: { report: SearchReport }): ReactNode {
  return (
    <>
      <Typography color="textSecondary" sx={{ mt: -1.5 }}>
        Looked for: {candidatesText(candidates)}.
      </Typography>
      {truncated && (
        <Notice tone="warning">
          <Typography>
            The text held more than is looked for at once: only its first part was. Paste the rest on its own.
          </Typography>
        </Notice>
      )}
    </>
  );
}
