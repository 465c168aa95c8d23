import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file below a folder; what disappears meanwhile is left out. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** The forms in which a secret could stand in a file. */
function formsOf(secret: string): Buffer[] {
  const utf8 = Buffer.from(secret);
  const texts = [
    secret,
    utf8.toString('base64').replace(/=+$/, ''),
    utf8.toString('hex'),
    encodeURIComponent(secret),
  ];
  return [...texts.map((text) => Buffer.from(text)), Buffer.from(secret, 'utf16le')];
}

/** The files below a folder that hold one of the secrets in any common form; never the secrets themselves. */
export async function filesWith(folder: string, secrets: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const forms = secrets.flatMap(formsOf);
  for (const file of await filesBelow(folder)) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    if (forms.some((form) => bytes.includes(form))) found.push(file);
  }
  return found;
}
