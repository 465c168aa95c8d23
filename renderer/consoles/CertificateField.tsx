import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import type { ConsoleView } from '@core/domain/console';
import { useChooseCertificate } from '@renderer/api/console-mutations';
import type { ConsoleDialogState } from '@renderer/consoles/use-console-dialog';
import { FieldFrame } from '@renderer/shared/FieldFrame';

export interface CertificateFieldProps {
  dialog: ConsoleDialogState;
  edited: ConsoleView | null;
}

/** A certificate authority of the organization's own that this console may be signed by. */
export function CertificateField({ dialog, edited }: CertificateFieldProps): ReactNode {
  const { form, change, problems } = dialog;
  const choose = useChooseCertificate();
  const id = useId();
  const trusted = form.certificate === undefined ? (edited?.customCa ?? false) : form.certificate !== null;
  const pick = async (): Promise<void> => {
    const outcome = await choose.run();
    if (outcome.ok && outcome.value !== null) change({ certificate: outcome.value });
  };
  return (
    <FieldFrame
      id={id}
      kind="group"
      label="Certificate authority"
      help="Public authorities are always trusted. Add your organization’s own as a PEM file if it signed this console."
      problem={problems['caPem'] ?? choose.error?.message}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Button variant="outlined" size="small" loading={choose.busy} onClick={() => void pick()}>
          Choose PEM file
        </Button>
        {trusted && (
          <>
            <Typography noWrap sx={{ minWidth: 0 }}>
              {form.certificate?.fileName ?? 'One is trusted for this console.'}
            </Typography>
            <Button size="small" onClick={() => change({ certificate: null })}>
              Remove
            </Button>
          </>
        )}
      </Box>
    </FieldFrame>
  );
}
