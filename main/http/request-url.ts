import { AppError } from '@core/domain/app-error';

const LONE_SURROGATE = /\p{Cs}/u;

/** One path segment, encoded so that it stays one. Throws `invalid-input` for what no encoding can carry. */
export function encodeSegment(segment: string): string {
  // SECURITY: URL parsers walk up at . and .. even when they are percent-encoded.
  if (segment === '' || segment === '.' || segment === '..' || LONE_SURROGATE.test(segment))
    throw new AppError('invalid-input', 'This identifier cannot be part of an address.');
  // A dollar sign needs no encoding in a path, and gateways compare it literally.
  return encodeURIComponent(segment).replaceAll('%24', '$');
}

/** The base without a slash at its end, so that paths can be appended. */
export const basePath = (base: URL): string => base.pathname.replace(/\/+$/, '');

/**
 * The address of a request: always below the base, whatever the segments and values contain.
 * SECURITY: origin and path prefix are compared on the parsed result, before anything is sent.
 */
export function requestUrl(
  base: URL,
  segments: readonly string[],
  query: Readonly<Record<string, string | number>> = {},
  slash = false,
): URL {
  const url = new URL(base.origin);
  url.pathname = `${basePath(base)}/${segments.map(encodeSegment).join('/')}${slash ? '/' : ''}`;
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, String(value));
  const built = new URL(url.href);
  if (built.origin !== base.origin || !built.pathname.startsWith(`${basePath(base)}/`))
    throw new AppError('unexpected', 'A request would have left its console; nothing was sent.');
  return built;
}
