import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Electron's application, as far as its folders are concerned. */
export interface PlacedApp {
  setName(name: string): void;
  getPath(name: 'appData'): string;
  setPath(name: 'userData' | 'sessionData', path: string): void;
}

/**
 * Makes the profile where the system keeps configuration, whatever the command line says, for this user alone.
 * Null where the system does not allow it.
 */
export function makeProfile(app: PlacedApp, name: string): string | null {
  const folder = join(app.getPath('appData'), name);
  app.setName(name);
  app.setPath('userData', folder);
  // What Chromium keeps is apart from what we keep.
  app.setPath('sessionData', join(folder, 'session'));
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    return folder;
  } catch {
    return null;
  }
}
