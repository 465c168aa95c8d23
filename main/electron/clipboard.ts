import type { Clipboard } from '@main/ports';

/** Electron's clipboard, as far as it is used here: older versions answer at once, newer ones with promises. */
export interface NativeClipboard {
  readText(): string | Promise<string>;
  writeText(text: string): void | Promise<void>;
  clear(): void | Promise<void>;
}

/** The system's clipboard; writing nothing empties it. SECURITY: never the selection that a middle click pastes. */
export const clipboardOver = (native: NativeClipboard): Clipboard => ({
  read: async () => native.readText(),
  write: async (text) => {
    await (text === '' ? native.clear() : native.writeText(text));
  },
});
