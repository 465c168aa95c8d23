import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { mdiShieldAlertOutline, mdiShieldCheckOutline, mdiShieldOffOutline, mdiShieldOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import type { InventorySource } from '@core/domain/inventory';
import type { SignatureState } from '@core/domain/signature';
import { groupedFingerprint } from '@core/text/fingerprint';
import { Icon, type IconProps } from '@renderer/shared/Icon';
import { Mono } from '@renderer/shared/Mono';
import { signatureText } from './signature-text';

export interface SignatureLineProps {
  readonly signature: SignatureState;
  readonly source: InventorySource;
  readonly onTrust: () => void;
}

/** What the signature of a file is worth, in plain words. */
export function SignatureLine({ signature, source, onTrust }: SignatureLineProps): ReactNode {
  return (
    <Box
      role="group"
      aria-label="Signature"
      sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 0.75, color: 'text.secondary' }}
    >
      <Icon {...MARKS[signature.state]} size="small" />
      <span>{signatureText(signature, source)}</span>
      {signature.state === 'unknown' && (
        <>
          <Mono wrap>{groupedFingerprint(signature.fingerprint)}</Mono>
          <Button size="small" variant="outlined" onClick={onTrust}>
            Trust this key…
          </Button>
        </>
      )}
    </Box>
  );
}

const MARKS: Readonly<Record<SignatureState['state'], Pick<IconProps, 'path' | 'color'>>> = {
  own: { path: mdiShieldCheckOutline, color: 'success' },
  trusted: { path: mdiShieldCheckOutline, color: 'success' },
  unknown: { path: mdiShieldOutline, color: 'warning' },
  altered: { path: mdiShieldAlertOutline, color: 'error' },
  unsigned: { path: mdiShieldOffOutline, color: 'disabled' },
};
