import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { ConsoleView } from '@core/domain/console';
import { vendorInfo } from '@core/domain/vendor';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { ConnectionReportView } from '@renderer/consoles/ConnectionReportView';
import { ConsoleFields } from '@renderer/consoles/ConsoleFields';
import { useConsoleDialog, type ConsoleDialogState } from '@renderer/consoles/use-console-dialog';

export interface ConsoleDialogProps {
  open: boolean;
  /** Null for a new console. */
  edited: ConsoleView | null;
  onSaved: (console: ConsoleView) => void;
  onClose: () => void;
}

// What a test found stands below the fields, where a small window does not show it.
const intoView = (node: HTMLElement | null): void => node?.scrollIntoView({ block: 'end' });

/** Adds or edits a console: it is tested, and kept only when it works or the operator insists. */
export function ConsoleDialog({ open, edited, onSaved, onClose }: ConsoleDialogProps): ReactNode {
  const dialog = useConsoleDialog(edited, onSaved);
  const { busy, error, report } = dialog;
  return (
    <AppDialog
      open={open}
      title={edited === null ? 'Add console' : 'Edit console'}
      onClose={onClose}
      onSubmit={() => (busy === null ? void dialog.save(false) : undefined)}
      actions={<DialogButtons dialog={dialog} onClose={onClose} />}
    >
      <ConsoleFields dialog={dialog} edited={edited} />
      {(report !== null || error !== null) && (
        <Box ref={intoView} sx={{ display: 'flex', flexDirection: 'column', gap: 1, pb: 0.5 }}>
          {report !== null && (
            <ConnectionReportView report={report} vendor={vendorInfo(dialog.form.vendor)} />
          )}
          {error !== null && (
            <ErrorNotice
              error={error}
              actions={
                <Button
                  size="small"
                  variant="outlined"
                  disabled={busy !== null}
                  onClick={() => void dialog.save(true)}
                >
                  Save anyway
                </Button>
              }
            />
          )}
        </Box>
      )}
    </AppDialog>
  );
}

function DialogButtons({ dialog, onClose }: { dialog: ConsoleDialogState; onClose: () => void }): ReactNode {
  const { busy, test } = dialog;
  return (
    <>
      <Button
        variant="outlined"
        sx={{ mr: 'auto' }}
        disabled={busy !== null}
        loading={busy === 'test'}
        onClick={() => void test()}
      >
        Test connection
      </Button>
      <Button variant="outlined" onClick={onClose}>
        Cancel
      </Button>
      <Button type="submit" variant="contained" disabled={busy !== null} loading={busy === 'save'}>
        Save
      </Button>
    </>
  );
}
