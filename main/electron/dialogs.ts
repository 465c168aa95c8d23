import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dialogs, FileKind } from '@main/ports';

/** Electron's dialogs, as far as they are used here; `W` is its window. */
export interface NativeDialogs<W> {
  showSaveDialog(
    window: W,
    options: { defaultPath: string; properties: ('createDirectory' | 'showOverwriteConfirmation')[] },
  ): Promise<{ canceled: boolean; filePath: string }>;
  showOpenDialog(
    window: W,
    options: { title: string; properties: 'openFile'[]; filters: { name: string; extensions: string[] }[] },
  ): Promise<{ canceled: boolean; filePaths: string[] }>;
  showMessageBox(window: W, options: MessageBox): Promise<{ response: number }>;
}

/** A question of the system with its buttons. */
export interface MessageBox {
  readonly type: 'warning';
  readonly title: string;
  readonly message: string;
  readonly detail: string;
  readonly buttons: string[];
  readonly defaultId: number;
  readonly cancelId: number;
  readonly noLink: boolean;
}

const ALL_FILES = { name: 'All files', extensions: ['*'] };

const OPENING: Readonly<
  Record<FileKind, { title: string; filters: { name: string; extensions: string[] }[] }>
> = {
  certificate: {
    title: 'Choose a certificate authority (PEM)',
    filters: [{ name: 'Certificates', extensions: ['pem', 'crt', 'cer'] }, ALL_FILES],
  },
  policy: {
    title: 'Choose a policy file',
    filters: [{ name: 'Policies', extensions: ['json'] }, ALL_FILES],
  },
  incident: {
    title: 'Open the record of an incident',
    filters: [{ name: 'Incident records', extensions: ['jsonl'] }, ALL_FILES],
  },
  inventory: {
    title: 'Open an inventory or a plan',
    filters: [{ name: 'Inventories and plans', extensions: ['keydesk', 'keydesk-plan', 'csv'] }],
  },
};

/** What the dialogs are shown with. */
export interface DialogParts<W> {
  readonly native: NativeDialogs<W>;
  readonly window: W;
  /** Where saving begins. */
  readonly downloads: string;
}

/** The system's own dialogs, attached to the window. The name they suggest must be a bare file name. */
export const dialogsOver = <W>({ native, window, downloads }: DialogParts<W>): Dialogs => ({
  saveFile: async (suggestedName) => {
    const { canceled, filePath } = await native.showSaveDialog(window, {
      defaultPath: join(downloads, suggestedName),
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (canceled || filePath === '') return null;
    // The dialog has asked about a file that is there; one that appears later was never asked about.
    return { path: filePath, overwrite: await exists(filePath) };
  },
  openFile: async (kind) => {
    const { canceled, filePaths } = await native.showOpenDialog(window, {
      ...OPENING[kind],
      properties: ['openFile'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  },
  confirm: async ({ action, ...texts }) => {
    const buttons = [action, 'Cancel'];
    const safe = { defaultId: 1, cancelId: 1, noLink: true };
    const { response } = await native.showMessageBox(window, { type: 'warning', ...texts, buttons, ...safe });
    return response === 0;
  },
});

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );
