import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { isOpen } from '@core/domain/operation';
import { useOperations } from '@renderer/api/queries';
import { Banner } from '@renderer/shared/Banner';
import { operationsSummary } from '@renderer/shell/operation-text';
import { OperationsDialog } from '@renderer/shell/OperationsDialog';

/** Says that changes are still unclear, or were settled meanwhile, and leads to them. */
export function OperationsBanner(): ReactNode {
  const { data: operations = [] } = useOperations();
  const [open, setOpen] = useState(false);
  const summary = operationsSummary(operations);
  return (
    <>
      {summary !== null && (
        <Banner
          tone={operations.some(isOpen) ? 'warning' : 'info'}
          actions={
            <Button size="small" variant="outlined" onClick={() => setOpen(true)}>
              Show changes
            </Button>
          }
        >
          {summary}
        </Banner>
      )}
      <OperationsDialog open={open} operations={operations} onClose={() => setOpen(false)} />
    </>
  );
}
