import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newProfile } from '@test/e2e/support/profile';
import { testSystem } from '@test/e2e/support/system';
import { plainRow, type Row } from './figures';
import { signedInventory } from './inventory-of';
import { openAndWatch } from './opening-acts';
import { drive } from './prepared';
import { treeMemory } from './programs';

const ROWS = 100_000;

/** A signed inventory of 100,000 keys is opened in a profile that knows no console. */
export async function opening(): Promise<Row[]> {
  const profile = await newProfile();
  const path = join(profile.home, 'keys.keydesk');
  await writeFile(path, signedInventory(ROWS));
  const { size } = await stat(path);
  const { app, page } = await drive(profile);
  await testSystem(app).answerOpenDialog(path);
  const button = page.getByRole('button', { name: 'Open inventory' });
  await button.waitFor();
  const before = await treeMemory(app.process().pid ?? 0);
  const opened = await button.evaluate(openAndWatch, ROWS);
  const memory = await treeMemory(app.process().pid ?? 0);
  await app.close();
  await profile.remove();
  const file = `a signed file of ${(size / 1024 / 1024).toFixed(0)} MB`;
  return [
    plainRow('100,000 rows opened: answered dialog to painted table with findings', {
      measured: opened.painted,
      beside: file,
      unit: 'ms',
      most: 1_500,
    }),
    plainRow('100,000 rows opened: all findings counted and every row searchable', {
      measured: opened.counted,
      unit: 'ms',
      most: null,
    }),
    plainRow('100,000 rows opened: longest block of the window until then', {
      measured: opened.block,
      beside: 'tasks over 50 ms are told of',
      unit: 'ms',
      most: 100,
    }),
    plainRow('100,000 rows opened: memory of all processes (PSS)', {
      measured: memory,
      beside: `before ${before.toFixed(0)} MB`,
      unit: 'MB',
      most: null,
    }),
  ];
}
