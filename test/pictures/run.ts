import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '@test/e2e/support/command';
import { takeLooks } from './looks';
import { takeReadmePictures } from './readme';

/** Drives the application: the pictures of the README, then everything the window can show, to be looked at. */
async function takeAll(): Promise<void> {
  const pictures = join(ROOT, 'assets', 'pictures');
  const looks = join(ROOT, 'test-results', 'looks');
  for (const folder of [pictures, looks]) await mkdir(folder, { recursive: true });
  process.stdout.write(`Pictures of the README: ${pictures}\n`);
  await takeReadmePictures(pictures);
  process.stdout.write(`Every screen and dialog: ${looks}\n`);
  await takeLooks(looks);
}

await takeAll();
