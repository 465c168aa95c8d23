import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ConsoleView } from '@core/domain/console';
import { vendorInfo, type CredentialField } from '@core/domain/vendor';
import { methodOf } from '@renderer/consoles/console-form';
import type { ConsoleDialogState } from '@renderer/consoles/use-console-dialog';
import { ChoiceInput } from '@renderer/shared/ChoiceInput';
import { SecretArea } from '@renderer/shared/SecretArea';
import { TextInput } from '@renderer/shared/TextInput';

export interface CredentialFieldsProps {
  dialog: ConsoleDialogState;
  edited: ConsoleView | null;
}

/** How to sign in; shown where there is a choice. */
export function SignInChoice({ dialog }: Pick<CredentialFieldsProps, 'dialog'>): ReactNode {
  const { form, change, problems } = dialog;
  const methods = vendorInfo(form.vendor).signIn;
  if (methods.length < 2) return null;
  return (
    <ChoiceInput
      label="Sign in with"
      help={methodOf(form)?.note}
      value={form.method}
      problem={problems['method']}
      options={methods.map(({ id, label }) => ({ value: id, label }))}
      onChange={(method) => change({ method, credentials: {} })}
    />
  );
}

/** What the chosen way to sign in asks for, if anything. What is kept is never filled in again. */
export function CredentialFields({ dialog, edited }: CredentialFieldsProps): ReactNode {
  const { form } = dialog;
  const fields = methodOf(form)?.fields ?? [];
  if (fields.length === 0) return null;
  const kept = edited !== null && edited.method === form.method && edited.credentials !== 'missing';
  return (
    <>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 2 }}>
        {fields.map((field) => (
          <Box key={`${form.method}-${field.name}`} sx={{ gridColumn: columnsOf(field, fields) }}>
            <Credential field={field} dialog={dialog} kept={kept} />
          </Box>
        ))}
      </Box>
      <Typography variant="caption" color="textSecondary">
        {kept
          ? 'The credentials are kept; leave the fields empty to keep them, or fill in all of them.'
          : 'Credentials go to the keychain of this computer and to this console, nowhere else.'}
      </Typography>
    </>
  );
}

/** Two required lines stand side by side; what is long or optional has a line of its own. */
function columnsOf(field: CredentialField, fields: readonly CredentialField[]): string {
  const paired = fields.filter(({ optional, multiline }) => optional !== true && multiline !== true);
  return paired.length === 2 && paired.includes(field) ? 'auto' : '1 / -1';
}

interface CredentialProps {
  field: CredentialField;
  dialog: ConsoleDialogState;
  kept: boolean;
}

function Credential({ field, dialog, kept }: CredentialProps): ReactNode {
  const { form, change, problems } = dialog;
  const { name, label, secret, hint, optional, multiline } = field;
  const shared = {
    label,
    help: optional === true ? `Optional. ${hint ?? ''}`.trim() : hint,
    value: form.credentials[name] ?? '',
    problem: problems[name],
    placeholder: kept ? 'Unchanged' : '',
    maxLength: 4_000,
    onChange: (value: string) => change({ credentials: { ...form.credentials, [name]: value } }),
  };
  if (multiline === true) return <SecretArea {...shared} />;
  return <TextInput {...shared} type={secret ? 'password' : 'text'} />;
}
