import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ConsoleView } from '@core/domain/console';
import { isOpen } from '@core/domain/operation';
import { traitsOf, vendorInfo } from '@core/domain/vendor';
import { formatMoment } from '@core/text/format';
import { useDismiss, useRecheck } from '@renderer/api/operation-mutations';
import { useEnvironments } from '@renderer/api/use-environments';
import type { OperationView } from '@renderer/api/types';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { operationSentence, operationTitle } from '@renderer/shell/operation-text';

export interface OperationItemProps {
  operation: OperationView;
  console: ConsoleView | undefined;
}

/** One change: what was meant, where, what is known, and what can be done. */
export function OperationItem({ operation, console }: OperationItemProps): ReactNode {
  const recheck = useRecheck();
  const dismiss = useDismiss();
  const { data: environments = [] } = useEnvironments(operation.consoleId);
  const environment = environments.find(({ environmentId }) => environmentId === operation.environmentId);
  const place = [environment?.name ?? operation.environmentId, console?.label].filter(Boolean).join(' · ');
  const unclear = isOpen(operation) || operation.state === 'absent';
  const error = recheck.error ?? dismiss.error;
  return (
    <Box component="li" sx={{ py: 1.5, '& + &': { borderTop: 1, borderColor: 'house.line' } }}>
      <Typography variant="subtitle2">{operationTitle(operation, console)}</Typography>
      <Typography variant="caption" color="textSecondary">
        {place} · {formatMoment(operation.startedAt)}
      </Typography>
      <Typography sx={{ mt: 0.5 }}>
        {operationSentence(operation, isToldOnce(console, environment?.variant))}
      </Typography>
      {unclear && console !== undefined && <Reconcile console={console} />}
      <Box sx={{ display: 'flex', gap: 1, mt: 1, mb: error === null ? 0 : 1 }}>
        {unclear && (
          <Button
            size="small"
            variant="outlined"
            loading={recheck.busy}
            onClick={() => void recheck.run(operation)}
          >
            Check again
          </Button>
        )}
        {!isOpen(operation) && (
          <Button
            size="small"
            variant="text"
            loading={dismiss.busy}
            onClick={() => void dismiss.run(operation)}
          >
            Dismiss
          </Button>
        )}
      </Box>
      {error !== null && <ErrorNotice error={error} />}
    </Box>
  );
}

/** Whether secrets are told once where a change was meant; not known without its console. */
const isToldOnce = (console: ConsoleView | undefined, variant = ''): boolean =>
  console !== undefined && traitsOf(vendorInfo(console.vendor), variant).secret.shown === 'once';

/** What can be known at this console after an unclear answer. */
function Reconcile({ console }: { console: ConsoleView }): ReactNode {
  return (
    <Typography variant="caption" color="textSecondary" sx={{ display: 'block', mt: 0.5 }}>
      {vendorInfo(console.vendor).reconcile}
    </Typography>
  );
}
