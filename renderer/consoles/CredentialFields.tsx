import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ConsoleView } from '@core/domain/console';
import { vendorInfo } from '@core/domain/vendor';
import { methodOf } from '@renderer/consoles/console-form';
import type { ConsoleDialogState } from '@renderer/consoles/use-console-dialog';
import { ChoiceInput } from '@renderer/shared/ChoiceInput';
import { FieldRow } from '@renderer/shared/FieldRow';
import { TextInput } from '@renderer/shared/TextInput';

export interface CredentialFieldsProps {
  dialog: ConsoleDialogState;
  edited: ConsoleView | null;
}

/** How to sign in, and its fields. What is kept is never filled in again. */
export function CredentialFields({ dialog, edited }: CredentialFieldsProps): ReactNode {
  const { form, change, problems } = dialog;
  const methods = vendorInfo(form.vendor).signIn;
  const kept = edited !== null && edited.method === form.method && edited.credentials !== 'missing';
  return (
    <>
      {methods.length > 1 && (
        <ChoiceInput
          label="Sign in with"
          value={form.method}
          problem={problems['method']}
          options={methods.map(({ id, label }) => ({ value: id, label }))}
          onChange={(method) => change({ method, credentials: {} })}
        />
      )}
      <FieldRow>
        {(methodOf(form)?.fields ?? []).map(({ name, label, secret, hint }) => (
          <TextInput
            key={`${form.method}-${name}`}
            label={label}
            help={hint}
            type={secret ? 'password' : 'text'}
            value={form.credentials[name] ?? ''}
            problem={problems[name]}
            placeholder={kept ? 'Unchanged' : ''}
            maxLength={4_000}
            onChange={(value) => change({ credentials: { ...form.credentials, [name]: value } })}
          />
        ))}
      </FieldRow>
      <Typography variant="caption" color="textSecondary">
        {kept
          ? 'The credentials are kept; leave the fields empty to keep them, or fill in all of them.'
          : 'Credentials go to the keychain of this computer and to this console, nowhere else.'}
      </Typography>
    </>
  );
}
