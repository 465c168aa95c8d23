import { AppError } from '@core/domain/app-error';
import type { Opener } from '@main/ports';

/** Where the vendors' own documentation is. */
const DOCUMENTATION_HOSTS: ReadonlySet<string> = new Set(['developer.4d.com']);

/** What hands an address to the system's browser. */
export interface NativeShell {
  openExternal(url: string): Promise<void>;
}

/** Whether an address may be handed to the system: https, one of the known hosts, nothing hidden in it. */
export function isDocumentation(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  // SECURITY: what the system is given is exactly what was looked at; parsers disagree about everything else.
  return (
    url.href === text &&
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    DOCUMENTATION_HOSTS.has(url.hostname)
  );
}

/** Opens documentation in the system's browser; `forbidden` for any other address. */
export const openerOver = (shell: NativeShell): Opener => ({
  open: async (url) => {
    if (!isDocumentation(url))
      throw new AppError('forbidden', 'Keydesk opens only its own documentation links.');
    await shell.openExternal(url);
  },
});
