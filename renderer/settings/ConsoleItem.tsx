import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { mdiPencilOutline, mdiRoutes, mdiTrashCanOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import type { ConsoleView } from '@core/domain/console';
import { vendorInfo } from '@core/domain/vendor';
import { useRevokeOnly } from '@renderer/api/use-revoke-only';
import { restsOnAssumptions } from '@renderer/shared/assumed-routes';
import { useConsoleCommands } from '@renderer/shared/console-commands';
import { IconAction } from '@renderer/shared/IconAction';
import { Mono } from '@renderer/shared/Mono';
import { VendorMark } from '@renderer/shared/VendorMark';

const CREDENTIALS: Record<ConsoleView['credentials'], string> = {
  kept: 'credentials in the keychain',
  session: 'credentials for this session only',
  missing: 'credentials missing: edit it to enter them',
  unreadable: 'credentials in a keychain that cannot be read now',
};

/** One console of the list. */
export function ConsoleItem({ console }: { console: ConsoleView }): ReactNode {
  const { edit, remove, facts } = useConsoleCommands();
  const revokeOnly = useRevokeOnly();
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        pl: 1.5,
        pr: 1,
        py: 1,
        '& + &': { borderTop: 1, borderColor: 'house.line' },
      }}
    >
      <VendorMark vendor={console.vendor} size={26} />
      <ConsoleText console={console} />
      <IconAction
        label={`Facts and routes of ${console.label}`}
        icon={mdiRoutes}
        onClick={() => facts(console)}
      />
      {!console.practice && !revokeOnly && (
        <IconAction
          label={`Edit console ${console.label}`}
          icon={mdiPencilOutline}
          onClick={() => edit(console)}
        />
      )}
      {!revokeOnly && (
        <IconAction
          label={`Remove console ${console.label}`}
          icon={mdiTrashCanOutline}
          onClick={() => remove(console)}
        />
      )}
    </Box>
  );
}

function ConsoleText({ console }: { console: ConsoleView }): ReactNode {
  const { facts } = useConsoleCommands();
  const trouble = console.credentials === 'missing' || console.credentials === 'unreadable';
  return (
    <Box sx={{ flex: 1, minWidth: 0 }}>
      <Typography variant="subtitle2" noWrap>
        {console.label}
      </Typography>
      <Typography variant="caption" component="div" noWrap color={trouble ? 'error' : 'textSecondary'}>
        {console.practice ? 'Built in, with training data' : <Mono>{console.baseUrl}</Mono>}
      </Typography>
      <Typography variant="caption" component="div" color={trouble ? 'error' : 'textSecondary'}>
        {vendorInfo(console.vendor).label}
        {!console.practice && ` · ${CREDENTIALS[console.credentials]}`}
        {console.customCa && ' · own certificate authority'}
      </Typography>
      {restsOnAssumptions(console) && (
        <Typography variant="caption" component="div" color="textSecondary">
          <Link
            component="button"
            type="button"
            variant="caption"
            color="inherit"
            underline="always"
            onClick={() => facts(console)}
          >
            Some routes of this console are assumed
          </Link>
        </Typography>
      )}
    </Box>
  );
}
