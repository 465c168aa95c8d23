import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { mdiChevronDown, mdiDotsHorizontal } from '@mdi/js';
import type { ReactNode } from 'react';
import { vendorInfo } from '@core/domain/vendor';
import { useEnvironments } from '@renderer/api/use-environments';
import { useRevokeOnly } from '@renderer/api/use-revoke-only';
import { consoleMenu } from '@renderer/environments/console-menu';
import { EndpointField } from '@renderer/environments/EndpointField';
import { productionReason } from '@renderer/environments/production-text';
import type { EnvironmentEntry } from '@renderer/environments/tab-entry';
import { useEnvironmentMenu } from '@renderer/environments/use-environment-menu';
import { useConsoleCommands } from '@renderer/shared/console-commands';
import { MenuButton } from '@renderer/shared/MenuButton';
import { ProductionMark } from '@renderer/shared/ProductionMark';

export interface EnvironmentHeaderProps {
  entry: EnvironmentEntry;
  /** What else can be done here, at the end of the header. */
  tools: ReactNode;
}

/** Which environment this is, beyond doubt, and where its keys are used. */
export function EnvironmentHeader({ entry, tools }: EnvironmentHeaderProps): ReactNode {
  const { environment } = entry;
  const revokeOnly = useRevokeOnly();
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        columnGap: 3,
        rowGap: 1,
        px: 2,
        py: 1.25,
        borderBottom: 1,
        borderColor: 'house.line',
        ...(environment.production && {
          boxShadow: (theme) => `inset 3px 0 0 ${theme.palette.house.production}`,
        }),
      }}
    >
      <Box sx={{ minWidth: 0, flex: '1 1 260px' }}>
        <WhereItBelongs entry={entry} />
        <Name entry={entry} />
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'flex-end', flexWrap: 'wrap', gap: 1, minWidth: 0 }}>
        <EndpointField
          environment={environment}
          byOperator={vendorInfo(entry.console.vendor).endpointByOperator && !revokeOnly}
        />
        {tools}
      </Box>
    </Box>
  );
}

function Name({ entry }: { entry: EnvironmentEntry }): ReactNode {
  const { environment } = entry;
  const menu = useEnvironmentMenu(entry);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Typography variant="h1" noWrap sx={{ fontSize: '1.1875rem' }}>
        {environment.name}
      </Typography>
      {environment.production && (
        <Tooltip title={productionReason(environment)}>
          <Box component="span" sx={{ lineHeight: 0 }}>
            <ProductionMark />
          </Box>
        </Tooltip>
      )}
      {environment.state === 'stopped' && <Stopped />}
      <MenuButton label="Environment menu" icon={mdiDotsHorizontal} size="small" entries={menu} />
    </Box>
  );
}

function WhereItBelongs({ entry: { console, environment } }: { entry: EnvironmentEntry }): ReactNode {
  const commands = useConsoleCommands();
  const revokeOnly = useRevokeOnly();
  const { refresh } = useEnvironments(console.id);
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        color: 'text.secondary',
        fontSize: '0.75rem',
        minHeight: 22,
      }}
    >
      <Typography variant="caption" noWrap>
        {console.label}
      </Typography>
      <MenuButton
        label="Console menu"
        icon={mdiChevronDown}
        size="small"
        entries={consoleMenu(console, commands, refresh, revokeOnly)}
      />
      {environment.parent !== undefined && (
        <Typography variant="caption" noWrap sx={{ ml: 0.25 }}>
          <Box component="span" aria-hidden sx={{ mr: 0.75 }}>
            /
          </Box>
          {environment.parent}
        </Typography>
      )}
    </Box>
  );
}

function Stopped(): ReactNode {
  return (
    <Typography variant="caption" color="textSecondary">
      Stopped: its endpoint refuses every key until it runs again.
    </Typography>
  );
}
