import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { SignatureState } from '@core/domain/signature';
import { useTrust } from '@renderer/api/trust';
import { AppDialog } from '@renderer/shared/AppDialog';
import { CheckInput } from '@renderer/shared/CheckInput';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { FormButtons } from '@renderer/shared/FormButtons';
import { KeyFingerprint } from '@renderer/shared/KeyFingerprint';
import { TextInput } from '@renderer/shared/TextInput';

export interface TrustDialogProps {
  readonly signature: Extract<SignatureState, { state: 'unknown' }>;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks the operator to compare the fingerprint of a key before its signatures count. */
export function TrustDialog({ signature, open, onClose }: TrustDialogProps): ReactNode {
  const { run, busy, error } = useTrust();
  const [name, setName] = useState('');
  const [compared, setCompared] = useState(false);
  const named = name.trim();
  const submit = async (): Promise<void> => {
    if (named === '' || !compared) return;
    const outcome = await run({ publicKey: signature.publicKey, name: named });
    if (outcome.ok) onClose();
  };
  return (
    <AppDialog
      open={open}
      title="Trust this key?"
      description="From then on, files signed with it count as signed by the person you name."
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <FormButtons submit="Trust" onCancel={onClose} busy={busy} disabled={named === '' || !compared} />
      }
    >
      {error !== null && <ErrorNotice error={error} title="The key is not trusted" />}
      <Typography>
        Ask whoever made the file to open Settings in their Keydesk and read the fingerprint of their signing
        key to you, on the phone or face to face. Do not take it from the message that brought the file: who
        changes a file can change that too.
      </Typography>
      <KeyFingerprint fingerprint={signature.fingerprint} />
      <TextInput label="Whose key is it?" value={name} onChange={setName} maxLength={80} autoFocus />
      <CheckInput
        label={`I compared this fingerprint with ${named === '' ? 'its owner' : named}`}
        checked={compared}
        onChange={setCompared}
      />
    </AppDialog>
  );
}
