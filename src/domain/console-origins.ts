/** A further address of a console that has several, each with a job of its own. */
export interface OriginSpec {
  readonly name: string;
  /** Also its accessible name in the form. */
  readonly label: string;
  /** How the vendor names the service in its host names. */
  readonly service: string;
}

/**
 * The addresses of a console's services where its host names follow `{prefix}{service}.{domain}`: those given, else
 * derived from the console URL by exchanging the service. Null where one cannot be derived and has to be typed.
 */
export function consoleOrigins(
  specs: readonly OriginSpec[],
  services: readonly string[],
  baseUrl: string,
  given: Readonly<Record<string, string>> = {},
): Record<string, string> | null {
  const origins: Record<string, string> = {};
  for (const { name, service } of specs) {
    const origin =
      given[name] ?? derived(baseUrl, [...services, ...specs.map((spec) => spec.service)], service);
    if (origin === null) return null;
    origins[name] = origin;
  }
  return origins;
}

function derived(baseUrl: string, services: readonly string[], wanted: string): string | null {
  if (!URL.canParse(baseUrl)) return null;
  const url = new URL(baseUrl);
  const [first = '', ...domain] = url.hostname.split('.');
  const known = services.find((service) => first === service || first.endsWith(`-${service}`));
  if (known === undefined || domain.length === 0) return null;
  url.hostname = [first.slice(0, first.length - known.length) + wanted, ...domain].join('.');
  return url.origin;
}
