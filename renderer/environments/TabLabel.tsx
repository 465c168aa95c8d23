import Box from '@mui/material/Box';
import { mdiAlertCircleOutline, mdiCloudOffOutline, mdiLayersTripleOutline } from '@mdi/js';
import { memo, type ReactNode } from 'react';
import type { ConsoleView } from '@core/domain/console';
import { formatCount } from '@core/text/format';
import type { EnvironmentEntry, TabEntry } from '@renderer/environments/tab-entry';
import { Icon } from '@renderer/shared/Icon';
import { ProductionMark } from '@renderer/shared/ProductionMark';
import { VendorMark } from '@renderer/shared/VendorMark';

interface TabLabelProps {
  entry: TabEntry;
  several: boolean;
}

/** What is seen of a tab. Its accessible name is the environment's name alone; a description beside it says the rest. */
export const TabLabel = memo(function TabLabel({ entry, several }: TabLabelProps): ReactNode {
  switch (entry.kind) {
    case 'all':
      return <Lines mark={<Icon path={mdiLayersTripleOutline} size="small" />} name="All environments" />;
    case 'console':
      return <ConsoleLabel console={entry.console} failed={entry.error !== null} />;
    case 'environment':
      return <EnvironmentLabel entry={entry} several={several} />;
  }
}, sameLabel);

/** Entries are made anew with every rendering; hundreds of labels are not drawn again for that. */
function sameLabel(a: TabLabelProps, b: TabLabelProps): boolean {
  return a.several === b.several && sameEntry(a.entry, b.entry);
}

function sameEntry(a: TabEntry, b: TabEntry): boolean {
  if (a.kind === 'environment' && b.kind === 'environment')
    return a.environment === b.environment && a.console === b.console && a.stale === b.stale;
  if (a.kind === 'console' && b.kind === 'console') return a.console === b.console && a.error === b.error;
  return a.kind === b.kind;
}

function ConsoleLabel({ console, failed }: { console: ConsoleView; failed: boolean }): ReactNode {
  const mark = failed ? (
    <Icon path={mdiAlertCircleOutline} size="small" color="error" />
  ) : (
    <VendorMark vendor={console.vendor} />
  );
  return <Lines mark={mark} name={console.label} note={failed ? 'Not reachable' : 'Reading…'} />;
}

function EnvironmentLabel({ entry, several }: { entry: EnvironmentEntry; several: boolean }): ReactNode {
  const { environment, console, stale } = entry;
  return (
    <Lines
      mark={<VendorMark vendor={console.vendor} />}
      name={environment.name}
      note={noteOf(entry, several)}
      more={
        <>
          {environment.production && <ProductionMark quiet />}
          {environment.keyCount !== undefined && <Count>{formatCount(environment.keyCount)}</Count>}
          {stale && <Icon path={mdiCloudOffOutline} size="small" color="warning" />}
        </>
      }
    />
  );
}

/** What tells environments of the same name apart: what it belongs to, and whose it is where there are several. */
function noteOf({ environment, console }: EnvironmentEntry, several: boolean): string | undefined {
  if (!several) return environment.parent;
  return environment.parent === undefined ? console.label : `${environment.parent} · ${console.label}`;
}

interface LinesProps {
  mark: ReactNode;
  name: string;
  note?: string | undefined;
  more?: ReactNode;
}

function Lines({ mark, name, note, more }: LinesProps): ReactNode {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, textAlign: 'left' }}>
      {mark}
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, lineHeight: 1.35 }}>
          <Cut>{name}</Cut>
          <Box component="span" aria-hidden sx={{ display: 'contents' }}>
            {more}
          </Box>
        </Box>
        {note !== undefined && (
          <Box
            aria-hidden
            sx={{ fontSize: '0.6875rem', fontWeight: 400, color: 'text.secondary', lineHeight: 1.3 }}
          >
            <Cut>{note}</Cut>
          </Box>
        )}
      </Box>
    </Box>
  );
}

function Cut({ children }: { children: ReactNode }): ReactNode {
  return (
    <Box
      component="span"
      sx={{
        display: 'block',
        maxWidth: 220,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      }}
    >
      {children}
    </Box>
  );
}

function Count({ children }: { children: ReactNode }): ReactNode {
  return (
    <Box
      component="span"
      sx={{
        fontSize: '0.6875rem',
        fontWeight: 500,
        color: 'text.secondary',
        fontVariantNumeric: 'tabular-nums',
      }}
    >
      {children}
    </Box>
  );
}
