import { clipboard } from 'electron';
import { clipboardOver } from '@main/electron/clipboard';
import type { Clipboard } from '@main/ports';

/** The system's clipboard. The only place that touches Electron's. */
export const systemClipboard: Clipboard = clipboardOver(clipboard);
