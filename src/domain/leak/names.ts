import { VENDOR_LIST } from '@core/domain/vendor';

/** Headers, cookies and members in which keys are sent, as their vendors write them; and `Authorization`. */
const VENDOR_NAMES: readonly string[] = [
  ...VENDOR_LIST.flatMap(({ use }) => use.ways).flatMap((way) => (way.kind === 'code' ? [] : [way.name])),
  'Authorization',
];

const squeezed = (name: string): string =>
  name.toLowerCase().replaceAll('-', '').replaceAll('_', '').replaceAll('.', '');

/** The longest first, so that `X-API-KEY` is not taken for `api-key`. */
const KNOWN = [...new Set(VENDOR_NAMES)]
  .map((name) => [squeezed(name), name] as const)
  .sort(([a], [b]) => b.length - a.length);

const CREDENTIAL = /key|secret|token|auth|passw|credential|bearer/;

/** The name that a vendor knows a header, cookie, member or variable by: `QODLY_API_KEY` is `api-key`. */
export function vendorName(name: string): string | undefined {
  const plain = squeezed(name);
  return KNOWN.find(([known]) => plain === known)?.[1] ?? KNOWN.find(([known]) => plain.endsWith(known))?.[1];
}

/** Whether what stands under a name may be a credential, whoever named it. */
export const namesCredential = (name: string): boolean => CREDENTIAL.test(name.toLowerCase());

/** Names of ours that are sent as a cookie. */
export const COOKIES: ReadonlySet<string> = new Set(
  VENDOR_LIST.flatMap(({ use }) => use.ways).flatMap((way) => (way.kind === 'cookie' ? [way.name] : [])),
);
