import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { AppError } from '@core/domain/app-error';
import type { ConsoleView } from '@core/domain/console';
import { useEnvironments } from '@renderer/api/use-environments';
import { useRevokeOnly } from '@renderer/api/use-revoke-only';
import { useConsoleCommands } from '@renderer/shared/console-commands';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { useReportUsable } from '@renderer/shared/usable';

/** A console of which nothing can be shown: why, and the ways out. */
export function ConsoleTrouble({ console, error }: { console: ConsoleView; error: AppError }): ReactNode {
  const { edit, remove } = useConsoleCommands();
  const revokeOnly = useRevokeOnly();
  const { refresh } = useEnvironments(console.id);
  useReportUsable(true);
  return (
    <Box sx={{ px: 2, py: 2, maxWidth: 680 }}>
      <Typography variant="h1" sx={{ fontSize: '1.1875rem', mb: 2 }}>
        {console.label}
      </Typography>
      <ErrorNotice
        title="Its environments could not be read"
        error={error}
        onRetry={refresh}
        actions={
          !revokeOnly && (
            <>
              {!console.practice && (
                <Button size="small" variant="outlined" onClick={() => edit(console)}>
                  Edit console
                </Button>
              )}
              <Button size="small" onClick={() => remove(console)}>
                Remove console
              </Button>
            </>
          )
        }
      />
    </Box>
  );
}
