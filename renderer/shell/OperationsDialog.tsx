import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useConsoles } from '@renderer/api/queries';
import type { OperationView } from '@renderer/api/types';
import { AppDialog } from '@renderer/shared/AppDialog';
import { OperationItem } from '@renderer/shell/OperationItem';

export interface OperationsDialogProps {
  open: boolean;
  operations: readonly OperationView[];
  onClose: () => void;
}

/** The changes that are unclear or were settled lately, each with what can be done about it. */
export function OperationsDialog({ open, operations, onClose }: OperationsDialogProps): ReactNode {
  const { data: consoles = [] } = useConsoles();
  return (
    <AppDialog
      open={open}
      title="Changes being checked"
      description="Keydesk writes a change down before it sends it. When an answer gets lost it looks on the console what became of it, and never sends it twice."
      onClose={onClose}
      actions={
        <Button variant="contained" onClick={onClose}>
          Close
        </Button>
      }
    >
      {operations.length === 0 && <Typography color="textSecondary">Everything is settled.</Typography>}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {operations.map((operation) => (
          <OperationItem
            key={operation.id}
            operation={operation}
            console={consoles.find(({ id }) => id === operation.consoleId)}
          />
        ))}
      </Box>
    </AppDialog>
  );
}
