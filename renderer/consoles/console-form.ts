import type { ConsoleDraft, ConsoleView } from '@core/domain/console';
import { VENDOR_LIST, vendorInfo, type SignInMethod, type VendorId } from '@core/domain/vendor';
import { needsLoopbackTick } from '@renderer/consoles/console-url';
import { addressesIn, originsOf, typedOrigins } from '@renderer/consoles/console-origins-form';

/** What stands in the form. */
export interface ConsoleForm {
  readonly vendor: VendorId;
  readonly label: string;
  readonly baseUrl: string;
  readonly method: string;
  /** By field name; empty on an edit means that the kept ones stay. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Further addresses by name; empty where the derived one is meant. */
  readonly origins: Readonly<Record<string, string>>;
  readonly allowLoopback: boolean;
  readonly allowPrivate: boolean;
  /** A newly chosen file; null takes the former one away, undefined leaves it. */
  readonly certificate: { readonly fileName: string; readonly pem: string } | null | undefined;
}

/** Problems by field: `label`, `baseUrl`, `method`, `caPem`, the name of a credential or of a further address. */
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
    origins: {},
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
  origins = {},
  allowLoopback,
  allowPrivate,
}: ConsoleView): ConsoleForm => ({
  ...emptyForm(),
  vendor,
  label,
  baseUrl,
  method,
  origins,
  allowLoopback,
  allowPrivate,
});

/** The form for another vendor: what only the former one asks for is gone. */
export const withVendor = (vendor: VendorId): Partial<ConsoleForm> => ({
  vendor,
  method: vendorInfo(vendor).signIn[0]?.id ?? '',
  credentials: {},
  origins: {},
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
  const address = addressProblem(form);
  if (address !== null) problems['baseUrl'] = address;
  else Object.assign(problems, originProblems(form));
  if (keepsCredentials(form, edited)) return problems;
  for (const { name, label, optional } of methodOf(form)?.fields ?? []) {
    if (optional !== true && (form.credentials[name] ?? '') === '') problems[name] = `${label} is required.`;
  }
  return problems;
}

/** How the address is called and what it looks like, which may depend on the way to sign in. */
export function urlWords(form: Pick<ConsoleForm, 'vendor' | 'method'>): {
  readonly label: string;
  readonly example: string;
  readonly help?: string;
} {
  return methodOf(form)?.url ?? { label: 'Console URL', example: vendorInfo(form.vendor).urlExample };
}

function addressProblem(form: ConsoleForm): string | null {
  if (form.baseUrl.trim() === '') return 'Type the address of the console.';
  if (URL.canParse(form.baseUrl.trim())) return null;
  return `This is not a complete address. It looks like ${urlWords(form).example}.`;
}

function originProblems(form: ConsoleForm): Record<string, string> {
  const problems = originsOf(form).flatMap(({ name, label, derived }): [string, string][] => {
    const typed = (form.origins[name] ?? '').trim();
    if (typed === '')
      return derived === null ? [[name, `${label} cannot be told from the console URL: type it.`]] : [];
    return URL.canParse(typed) ? [] : [[name, 'This is not a complete address. It starts with https://.']];
  });
  return Object.fromEntries(problems);
}

/** The form as main takes it. */
export function toDraft(form: ConsoleForm, edited: ConsoleView | null): ConsoleDraft {
  const credentials = keepsCredentials(form, edited) ? {} : { credentials: filledIn(form) };
  const origins = typedOrigins(form);
  return {
    vendor: form.vendor,
    label: form.label.trim(),
    baseUrl: form.baseUrl.trim(),
    method: form.method,
    // A tick that is no longer in sight must not count.
    allowLoopback: form.allowLoopback && addressesIn(form).some(needsLoopbackTick),
    allowPrivate: form.allowPrivate,
    ...credentials,
    ...(Object.keys(origins).length === 0 ? {} : { origins }),
    ...(form.certificate === undefined ? {} : { caPem: form.certificate?.pem ?? null }),
  };
}

/** What was typed for the chosen way to sign in; an optional field that was left empty is left out. */
const filledIn = (form: ConsoleForm): Record<string, string> =>
  Object.fromEntries(
    (methodOf(form)?.fields ?? []).flatMap(({ name, optional }): [string, string][] => {
      const typed = form.credentials[name] ?? '';
      return optional === true && typed === '' ? [] : [[name, typed]];
    }),
  );
