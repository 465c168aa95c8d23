import type { ReactNode } from 'react';
import type { ConsoleView } from '@core/domain/console';
import { VENDOR_LIST, vendorInfo } from '@core/domain/vendor';
import { FieldRow } from '@renderer/shared/FieldRow';
import { SelectInput } from '@renderer/shared/SelectInput';
import { TextInput } from '@renderer/shared/TextInput';
import { AddressTicks } from '@renderer/consoles/AddressTicks';
import { CertificateField } from '@renderer/consoles/CertificateField';
import { CredentialFields } from '@renderer/consoles/CredentialFields';
import type { ConsoleDialogState } from '@renderer/consoles/use-console-dialog';

export interface ConsoleFieldsProps {
  dialog: ConsoleDialogState;
  edited: ConsoleView | null;
}

const VENDORS = VENDOR_LIST.map(({ id, label }) => ({ value: id, label }));

/** The fields of a console, drawn from what is known of its vendor. */
export function ConsoleFields({ dialog, edited }: ConsoleFieldsProps): ReactNode {
  const { form, change, problems } = dialog;
  const vendor = vendorInfo(form.vendor);
  return (
    <>
      <FieldRow>
        <SelectInput
          label="Vendor"
          value={form.vendor}
          options={VENDORS}
          disabled={edited !== null}
          onChange={(chosen) =>
            change({ vendor: chosen, method: vendorInfo(chosen).signIn[0]?.id ?? '', credentials: {} })
          }
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
      <TextInput
        label="Console URL"
        value={form.baseUrl}
        problem={problems['baseUrl']}
        placeholder={vendor.urlExample}
        maxLength={500}
        code
        onChange={(baseUrl) => change({ baseUrl })}
      />
      <AddressTicks dialog={dialog} />
      <CredentialFields dialog={dialog} edited={edited} />
      <CertificateField dialog={dialog} edited={edited} />
    </>
  );
}
