import { AppError } from '@core/domain/app-error';
import type { ConsoleDraft, ConsoleRecord } from '@core/domain/console';
import { vendorInfo } from '@core/domain/vendor';
import type { Credentials } from '@main/services/console-credentials';

/** The credentials in a draft. Throws `invalid-input` at the field that is missing, with the reason why it is needed. */
export function credentialsOf(draft: ConsoleDraft, why = ''): Credentials {
  const method = vendorInfo(draft.vendor).signIn.find((each) => each.id === draft.method);
  if (method === undefined)
    throw new AppError('invalid-input', 'Choose how to sign in.', { field: 'method' });
  const fields = draft.credentials ?? {};
  const missing = method.fields.find(
    ({ name, optional }) => optional !== true && (fields[name] ?? '') === '',
  );
  if (missing === undefined) return { method: draft.method, fields };
  throw new AppError('invalid-input', `${missing.label} is required${why}.`, { field: missing.name });
}

/** The new credentials of a console that is here already; null where the kept ones stay. Throws as `credentialsOf`. */
export function newCredentialsOf(draft: ConsoleDraft, kept: ConsoleRecord): Credentials | null {
  if (draft.credentials !== undefined) return credentialsOf(draft);
  if (fits(draft, kept)) return null;
  return credentialsOf(draft, ': the kept ones are for another address or another way to sign in');
}

/** Whether a console is used without signing in: then nothing of it is in the keychain. */
export const signsInWithNothing = ({ vendor, method }: Pick<ConsoleRecord, 'vendor' | 'method'>): boolean =>
  vendorInfo(vendor).signIn.find(({ id }) => id === method)?.fields.length === 0;

/** SECURITY: kept credentials go only where they were given for; a script in the window must not redirect them. */
export const fits = (draft: ConsoleDraft, kept: ConsoleRecord): boolean =>
  draft.vendor === kept.vendor &&
  draft.method === kept.method &&
  JSON.stringify(originsOf(draft)) === JSON.stringify(originsOf(kept));

const originsOf = ({ baseUrl, origins = {} }: Pick<ConsoleRecord, 'baseUrl' | 'origins'>): string[][] => [
  [originOf(baseUrl)],
  ...Object.entries(origins)
    .filter(([, url]) => url !== '')
    .map(([name, url]) => [name, originOf(url)])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
];

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);

/** The records as they are; throws `conflict` where one of them already is this console under another id. */
export function refuseTwin(records: ConsoleRecord[], { id, baseUrl, label }: ConsoleRecord): ConsoleRecord[] {
  if (!records.some((each) => each.id !== id && each.baseUrl === baseUrl && each.label === label))
    return records;
  throw new AppError('conflict', 'A console with this name and URL is already here.', { field: 'label' });
}
