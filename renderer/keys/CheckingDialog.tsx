import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { AppError } from '@core/domain/app-error';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { Notice } from '@renderer/shared/Notice';

export interface CheckingDialogProps {
  readonly title: string;
  /** What is not known yet: "Checking whether the console created it…". */
  readonly what: string;
  readonly message: string;
  /** What can be known at this vendor, in a sentence. */
  readonly how: string;
  readonly busy: boolean;
  readonly error: AppError | null;
  /** Looks again, under the same operation. */
  readonly onCheck: () => void;
  readonly onClose: () => void;
}

/** The answer got lost. It never says done and never says failed; Keydesk goes on looking after it is closed. */
export function CheckingDialog(props: CheckingDialogProps): ReactNode {
  const { title, what, message, how, busy, error, onCheck, onClose } = props;
  return (
    <AppDialog
      open
      title={title}
      closedBy="nothing"
      onClose={onClose}
      actions={
        <>
          <Button variant="outlined" onClick={onClose} disabled={busy}>
            Close and keep watching
          </Button>
          <Button variant="contained" onClick={onCheck} loading={busy}>
            Check again
          </Button>
        </>
      }
    >
      <Notice tone="warning" role="status" title={what}>
        <Typography>{message}</Typography>
        <Typography color="textSecondary" sx={{ mt: 0.5 }}>
          The answer of the console did not arrive or was unclear. Nothing is sent twice: checking again looks
          first. {how}
        </Typography>
      </Notice>
      {busy && <LinearProgress aria-label="Checking" sx={{ height: 3, borderRadius: 1 }} />}
      {error !== null && <ErrorNotice error={error} />}
    </AppDialog>
  );
}
