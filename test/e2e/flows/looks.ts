import type { Keydesk } from '../support/keydesk';
import { resize, settled } from '../support/pictures';

/** How the window is shown. */
export interface Look {
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
}

/** Shows the window so, until it is painted and nothing moves any more. */
export async function lookAt(keydesk: Keydesk, { theme, width, height }: Look): Promise<void> {
  await resize(keydesk, width, height);
  await keydesk.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await settled(keydesk.page, theme);
}
