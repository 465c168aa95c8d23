import { expectAccessible } from '../support/accessibility';
import type { Keydesk } from '../support/keydesk';
import { lookAt, type Look } from './looks';

/** The window as most see it. */
export const LARGE: Look = { theme: 'light', width: 1280, height: 800 };

/** The harder of both looks. */
export const SMALL: Look = { theme: 'dark', width: 900, height: 600 };

/** Looks at everything visited, and keeps what is wrong with it. */
export function inspector(keydesk: Keydesk, looks: readonly Look[]) {
  const broken: Record<string, string> = {};
  const visit = async (name: string): Promise<void> => {
    for (const look of looks) {
      await lookAt(keydesk, look);
      const note = (error: Error): void => void (broken[`${name}, ${look.theme}`] = error.message);
      await expectAccessible(keydesk.page).catch(note);
    }
  };
  return { broken, visit };
}
