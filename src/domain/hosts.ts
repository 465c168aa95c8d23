/** What an allowed-hosts field takes. */
export type HostSyntax = 'ip' | 'ip-or-cidr';

export type HostCheck = { ok: true; canonical: string } | { ok: false; reason: string };

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
/** What the URL parser is asked about; by itself it would take names and percent signs too. */
const IPV6 = /^[0-9a-f:.]*:[0-9a-f:.]*$/;
const MAX_LENGTH = 64;

/**
 * Checks one typed address and gives the form in which duplicates are compared.
 * Accepts IPv4 and IPv6; a CIDR range only where the vendor takes it.
 */
export function checkHost(typed: string, syntax: HostSyntax): HostCheck {
  const text = typed.trim().toLowerCase();
  if (text.length === 0) return { ok: false, reason: 'Type an IP address.' };
  if (text.length > MAX_LENGTH) return { ok: false, reason: 'That is too long for an IP address.' };
  const [address = '', prefix, ...rest] = text.split('/');
  if (rest.length > 0 || !isAddress(address)) return { ok: false, reason: notAnAddress(text) };
  const canonical = canonicalAddress(address);
  if (prefix === undefined) return { ok: true, canonical };
  if (syntax === 'ip') return { ok: false, reason: 'This console takes single addresses, no ranges.' };
  return checkPrefix(canonical, prefix);
}

const isAddress = (text: string): boolean =>
  IPV4.test(text) || (IPV6.test(text) && URL.canParse(`http://[${text}]/`));

function notAnAddress(text: string): string {
  if (/^[\d.]+$/.test(text)) return 'An IPv4 address is four numbers from 0 to 255, like 203.0.113.7.';
  return 'Only IPv4 or IPv6 addresses, like 203.0.113.7 or 2001:db8::1.';
}

function checkPrefix(canonical: string, prefix: string): HostCheck {
  const most = canonical.includes(':') ? 128 : 32;
  const length = Number(prefix);
  if (!/^\d{1,3}$/.test(prefix) || length > most)
    return { ok: false, reason: `The range ends in /0 to /${most}.` };
  return { ok: true, canonical: `${canonical}/${length}` };
}

/** IPv6 in the compressed form of RFC 5952, through the URL parser; IPv4 as typed. */
function canonicalAddress(address: string): string {
  return address.includes(':') ? new URL(`http://[${address}]/`).hostname.slice(1, -1) : address;
}
