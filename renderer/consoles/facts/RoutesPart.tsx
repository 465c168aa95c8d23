import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { ConsoleView } from '@core/domain/console';
import type { ProfileReport } from '@core/domain/route-profile';
import { useProfile } from '@renderer/api/profile';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Notice } from '@renderer/shared/Notice';
import { foundRoutes, isIn, likelyRoutes, ownRoutes } from './route-form';
import { RouteRow } from './RouteRow';
import { useRoutes, type Routes } from './use-routes';

/** The routes of a console that its vendor does not document: seen, found, tried and set. */
export function RoutesPart({ console }: { console: ConsoleView }): ReactNode {
  const { data: report, error, refresh, readAt } = useProfile(console.id);
  const [saved, setSaved] = useState(false);
  if (report !== undefined)
    return (
      <>
        <RoutesForm key={readAt} console={console} report={report} onSaved={setSaved} />
        {saved && (
          <Typography role="status" sx={{ mt: 1 }}>
            The routes are saved.
          </Typography>
        )}
      </>
    );
  if (error === null) return <Skeleton variant="rounded" height={220} aria-label="Reading routes" />;
  return <ErrorNotice title="The routes could not be read" error={error} onRetry={refresh} />;
}

interface RoutesFormProps {
  readonly console: ConsoleView;
  readonly report: ProfileReport;
  readonly onSaved: (saved: boolean) => void;
}

function RoutesForm({ console, report, onSaved }: RoutesFormProps): ReactNode {
  const routes = useRoutes(console, report, onSaved);
  const { error, trials } = routes;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      {report.problem !== null && <Notice tone="info">{report.problem}</Notice>}
      <Found routes={routes} report={report} />
      {routes.specs.map((spec) => (
        <RouteRow key={spec.id} spec={spec} routes={routes} report={report} />
      ))}
      <RouteButtons routes={routes} report={report} />
      {error !== null && <ErrorNotice error={error} />}
      {trials !== null && (
        <Typography role="status" color="textSecondary">
          Only reading was tried. Nothing was changed on the console.
        </Typography>
      )}
    </Box>
  );
}

type PartProps = Pick<RoutesFormProps, 'report'> & { readonly routes: Routes };

/** What the console's own description offers, where that is more than one thing or not in use yet. */
function Found({ routes, report: { discovered } }: PartProps): ReactNode {
  if (discovered.length === 0) return null;
  const { specs, form, fill } = routes;
  return (
    <Notice tone="info" title="Found in the console’s own description">
      {discovered.map(({ found, routes: offered }) => (
        <Box key={found} sx={{ display: 'flex', alignItems: 'center', gap: 1, mt: 0.5 }}>
          <Typography sx={{ flex: 1, minWidth: 0 }}>{found}</Typography>
          {isIn(form, offered) ? (
            <Typography variant="caption">in use</Typography>
          ) : (
            <Button size="small" variant="outlined" onClick={() => fill(foundRoutes(specs, form, offered))}>
              Use these
            </Button>
          )}
        </Box>
      ))}
    </Notice>
  );
}

function RouteButtons({ routes, report }: PartProps): ReactNode {
  const { specs, fill, sound, busy, tryThem, save } = routes;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Button variant="contained" disabled={!sound || busy !== null} loading={busy === 'save'} onClick={save}>
        Save routes
      </Button>
      <Button
        variant="outlined"
        disabled={!sound || busy !== null}
        loading={busy === 'try'}
        onClick={tryThem}
      >
        Try routes
      </Button>
      <Button onClick={() => fill(likelyRoutes(specs))}>Use the likely routes</Button>
      <Button onClick={() => fill(ownRoutes(specs, report))}>Back to defaults</Button>
    </Box>
  );
}
