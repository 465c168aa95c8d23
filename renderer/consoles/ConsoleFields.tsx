import type { ReactNode } from 'react';
import { addressWarning } from '@core/domain/address-warning';
import type { ConsoleView } from '@core/domain/console';
import { VENDOR_LIST } from '@core/domain/vendor';
import { Notice } from '@renderer/shared/Notice';
import { FieldRow } from '@renderer/shared/FieldRow';
import { SelectInput } from '@renderer/shared/SelectInput';
import { TextInput } from '@renderer/shared/TextInput';
import { VendorMark } from '@renderer/shared/VendorMark';
import { AddressTicks } from '@renderer/consoles/AddressTicks';
import { CertificateField } from '@renderer/consoles/CertificateField';
import { urlWords, withVendor } from '@renderer/consoles/console-form';
import { addressesIn } from '@renderer/consoles/console-origins-form';
import { CredentialFields, SignInChoice } from '@renderer/consoles/CredentialFields';
import { OriginFields } from '@renderer/consoles/OriginFields';
import type { ConsoleDialogState } from '@renderer/consoles/use-console-dialog';

export interface ConsoleFieldsProps {
  dialog: ConsoleDialogState;
  edited: ConsoleView | null;
}

const VENDORS = VENDOR_LIST.map(({ id, label }) => ({
  value: id,
  label,
  mark: <VendorMark vendor={id} />,
}));

/** The fields of a console, drawn from what is known of its vendor. */
export function ConsoleFields({ dialog, edited }: ConsoleFieldsProps): ReactNode {
  const { form, change, problems } = dialog;
  return (
    <>
      <FieldRow>
        <SelectInput
          label="Vendor"
          value={form.vendor}
          options={VENDORS}
          disabled={edited !== null}
          onChange={(chosen) => change(withVendor(chosen))}
        />
        <TextInput
          label="Name"
          placeholder="What you call it"
          value={form.label}
          problem={problems['label']}
          maxLength={80}
          autoFocus={edited === null}
          onChange={(label) => change({ label })}
        />
      </FieldRow>
      <SignInChoice dialog={dialog} />
      <Address dialog={dialog} />
      <CredentialFields dialog={dialog} edited={edited} />
      <CertificateField dialog={dialog} edited={edited} />
    </>
  );
}

function Address({ dialog }: Pick<ConsoleFieldsProps, 'dialog'>): ReactNode {
  const { form, change, problems } = dialog;
  const { label, example, help } = urlWords(form);
  const warnings = addressesIn(form).flatMap(warningOf);
  return (
    <>
      <TextInput
        label={label}
        help={help}
        value={form.baseUrl}
        problem={problems['baseUrl']}
        placeholder={example}
        maxLength={500}
        code
        onChange={(baseUrl) => change({ baseUrl })}
      />
      {[...new Set(warnings)].map((warning) => (
        <Notice key={warning} tone="warning" role="status">
          {warning}
        </Notice>
      ))}
      <OriginFields dialog={dialog} />
      <AddressTicks dialog={dialog} />
    </>
  );
}

function warningOf(typed: string): string[] {
  const warning = URL.canParse(typed.trim()) ? addressWarning(new URL(typed.trim())) : null;
  return warning === null ? [] : [warning];
}
