import { isIP } from 'node:net';
import { addressWarning } from '@core/domain/address-warning';
import { AppError } from '@core/domain/app-error';
import type { EndpointTicks } from '@main/http/http';
import { addressKind, type AddressKind } from '@main/http/address-kind';

/** An address that may be contacted, with what the operator should still be told. */
export interface CheckedEndpoint {
  readonly url: URL;
  readonly warning?: string;
}

const MOST_TEXT = 500;
// Blanks, controls and backslashes: what two URL readers understand differently.
const UNCLEAR = /[\s\p{Cc}\p{Cf}\p{Cs}\\]/u;

/**
 * Decides whether an address may be a console's or an endpoint's, from its text alone; what a name leads to is
 * checked when connecting. Throws `invalid-input` with the field `baseUrl`.
 */
export function checkEndpoint(text: string, ticks: EndpointTicks): CheckedEndpoint {
  const url = parse(text.trim());
  const host = literalHost(url);
  const kind = hostKind(host);
  refuseParts(url);
  refuseScheme(url, isIP(host) !== 0 && kind === 'loopback');
  const problem = addressProblem(kind, ticks);
  if (problem !== null) throw refused(problem);
  const warning = addressWarning(url);
  return { url, ...(warning === null ? {} : { warning }) };
}

/** Why an address of this kind may not be contacted, or null. */
export function addressProblem(
  kind: AddressKind,
  { allowLoopback, allowPrivate }: EndpointTicks,
): string | null {
  if (kind === 'forbidden') return 'This address belongs to the network itself and is never a console.';
  if (kind === 'loopback' && !allowLoopback)
    return 'This address is this computer itself. Tick that you mean it, or type the address of the console.';
  if (kind === 'private' && !allowPrivate)
    return 'This address is in a private network. Tick that you mean it, or type the public address.';
  return null;
}

/** The refusal of an address, for the form and for everything that is about to connect. */
export const refused = (sentence: string): AppError =>
  new AppError('invalid-input', sentence, { field: 'baseUrl' });

function parse(text: string): URL {
  if (text === '') throw refused('Type the address of the console, like https://console.example.com.');
  if (text.length > MOST_TEXT) throw refused('This address is too long.');
  if (UNCLEAR.test(text))
    throw refused('This address contains a blank, a backslash or an invisible character.');
  try {
    return new URL(text);
  } catch {
    throw refused('This is not a complete address. It looks like https://console.example.com.');
  }
}

function refuseParts(url: URL): void {
  if (url.username !== '' || url.password !== '')
    throw refused('Leave the user name and the password out of the address; they have fields of their own.');
  if (url.search !== '' || url.hash !== '') throw refused('Leave out what follows ? or # in the address.');
  if (url.hostname.endsWith('.')) throw refused('Leave out the dot at the end of the host name.');
}

function refuseScheme(url: URL, literalLoopback: boolean): void {
  if (url.protocol === 'https:' || (url.protocol === 'http:' && literalLoopback)) return;
  if (url.protocol === 'http:')
    throw refused(
      'Plain http would show the keys to the network. Use https; http is only for 127.0.0.1 and [::1].',
    );
  throw refused('The address has to start with https://.');
}

const literalHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase();

function hostKind(host: string): AddressKind {
  if (isIP(host) !== 0) return addressKind(host);
  return /(^|\.)localhost\.?$/.test(host) ? 'loopback' : 'public';
}

/** Whether an address names this computer itself. */
export const hostIsLoopback = (url: URL): boolean => hostKind(literalHost(url)) === 'loopback';
