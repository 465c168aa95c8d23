import type { ConsoleDraft, ConsoleView } from '@core/domain/console';
import { VENDOR_LIST, vendorInfo, type SignInMethod, type VendorId } from '@core/domain/vendor';
import { needsLoopbackTick } from '@renderer/consoles/console-url';

/** What stands in the form. */
export interface ConsoleForm {
  readonly vendor: VendorId;
  readonly label: string;
  readonly baseUrl: string;
  readonly method: string;
  /** By field name; empty on an edit means that the kept ones stay. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly allowLoopback: boolean;
  readonly allowPrivate: boolean;
  /** A newly chosen file; null takes the former one away, undefined leaves it. */
  readonly certificate: { readonly fileName: string; readonly pem: string } | null | undefined;
}

/** Problems by field: `label`, `baseUrl`, `method`, `caPem` or the name of a credential. */
export type FormProblems = Readonly<Record<string, string>>;

/** A form to start with. */
export function emptyForm(): ConsoleForm {
  const vendor = VENDOR_LIST[0]?.id ?? 'qodly';
  return {
    vendor,
    label: '',
    baseUrl: '',
    method: vendorInfo(vendor).signIn[0]?.id ?? '',
    credentials: {},
    allowLoopback: false,
    allowPrivate: false,
    certificate: undefined,
  };
}

/** The form of a console that is there; its credentials never come back. */
export const formOf = ({
  vendor,
  label,
  baseUrl,
  method,
  allowLoopback,
  allowPrivate,
}: ConsoleView): ConsoleForm => ({
  ...emptyForm(),
  vendor,
  label,
  baseUrl,
  method,
  allowLoopback,
  allowPrivate,
});

/** The sign-in method the form is filled in for. */
export function methodOf({
  vendor,
  method,
}: Pick<ConsoleForm, 'vendor' | 'method'>): SignInMethod | undefined {
  const methods = vendorInfo(vendor).signIn;
  return methods.find(({ id }) => id === method) ?? methods[0];
}

/** Whether the kept credentials of `edited` stay: nothing was typed, and they are for this way to sign in. */
export const keepsCredentials = (form: ConsoleForm, edited: ConsoleView | null): boolean =>
  edited !== null &&
  edited.method === form.method &&
  edited.credentials !== 'missing' &&
  Object.values(form.credentials).every((value) => value === '');

/** What can be seen to be wrong without asking anybody; empty when the form may be sent. */
export function formProblems(form: ConsoleForm, edited: ConsoleView | null): FormProblems {
  const problems: Record<string, string> = {};
  if (form.label.trim() === '') problems['label'] = 'Give the console a name of your own.';
  if (form.baseUrl.trim() === '') problems['baseUrl'] = 'Type the address of the console.';
  else if (!URL.canParse(form.baseUrl.trim())) {
    problems['baseUrl'] =
      `This is not a complete address. It looks like ${vendorInfo(form.vendor).urlExample}.`;
  }
  if (keepsCredentials(form, edited)) return problems;
  for (const { name, label } of methodOf(form)?.fields ?? []) {
    if ((form.credentials[name] ?? '') === '') problems[name] = `${label} is required.`;
  }
  return problems;
}

/** The form as main takes it. */
export function toDraft(form: ConsoleForm, edited: ConsoleView | null): ConsoleDraft {
  const credentials = keepsCredentials(form, edited) ? {} : { credentials: filledIn(form) };
  return {
    vendor: form.vendor,
    label: form.label.trim(),
    baseUrl: form.baseUrl.trim(),
    method: form.method,
    // A tick that is no longer in sight must not count.
    allowLoopback: form.allowLoopback && needsLoopbackTick(form.baseUrl),
    allowPrivate: form.allowPrivate,
    ...credentials,
    ...(form.certificate === undefined ? {} : { caPem: form.certificate?.pem ?? null }),
  };
}

const filledIn = (form: ConsoleForm): Record<string, string> =>
  Object.fromEntries((methodOf(form)?.fields ?? []).map(({ name }) => [name, form.credentials[name] ?? '']));
