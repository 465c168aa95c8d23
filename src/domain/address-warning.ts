/** What the operator should be told of an address that may be used all the same; null when there is nothing. */
export function addressWarning(url: URL): string | null {
  if (/(^|\.)xn--/.test(url.hostname))
    return `The host name has letters that look like others: it is really ${url.hostname}.`;
  const unusual = url.port !== '' && url.protocol === 'https:';
  return unusual ? `Port ${url.port} is unusual; a console normally answers on 443.` : null;
}
