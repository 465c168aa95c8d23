import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import keytar from 'keytar';
import { DEVELOPMENT_KEYCHAIN_SERVICE } from '@main/storage/keychain';
import type { Profile } from '../support/profile';

/** A console as Keydesk's file keeps it. */
export interface KeptConsole {
  readonly id: string;
  readonly label: string;
  readonly method: string;
}

/** The consoles in the file of a profile. */
export async function keptConsoles({ userData }: Profile): Promise<KeptConsole[]> {
  const text = await readFile(join(userData, 'consoles.json'), 'utf8');
  return (JSON.parse(text) as { data: KeptConsole[] }).data;
}

/** What the keychain holds for a console, asked for without Keydesk; null when there is nothing. */
export const keychainItem = (id: string): Promise<string | null> =>
  keytar.getPassword(DEVELOPMENT_KEYCHAIN_SERVICE, `console/${id}`);
