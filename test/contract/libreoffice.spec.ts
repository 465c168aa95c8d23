import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { INVENTORY_FORMAT, type Inventory, type InventoryKey } from '@core/domain/inventory';
import { inventoryCsv } from '@core/text/inventory-csv';

const run = promisify(execFile);
const AT = '2026-03-04T12:00:00.000Z';
/** What a spreadsheet program takes for a formula, a link or a command where it is let. */
const HOSTILE = [
  '=1+1',
  '=HYPERLINK("http://evil.example";"Open")',
  "=cmd|'/c calc'!A1",
  '+1+1',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '＝1+1',
  '"=1+1"',
  "'=1+1",
  'a","=1+1',
  'ok\r\n=1+1',
];

const key = (text: string, at: number): InventoryKey => ({
  place: 0,
  id: `key-${at}`,
  name: text,
  type: 'standard',
  role: text,
  active: null,
  allowedHosts: [text, text],
  hint: text,
});

const inventory: Inventory = {
  format: INVENTORY_FORMAT,
  version: 1,
  keydesk: '0.1.0',
  exportedAt: AT,
  exportedBy: '=ada',
  fingerprints: false,
  count: HOSTILE.length,
  places: [
    {
      console: { id: 'acme', label: '@Acme', vendor: 'qodly', origin: 'https://console.example' },
      environment: {
        id: '=e',
        name: '+live',
        variant: 'generation-3',
        production: true,
        maxValidityDays: null,
      },
      asOf: AT,
      notKept: [],
    },
  ],
  keys: HOSTILE.map(key),
};

const present = spawnSync('soffice', ['--version']).status === 0;
if (!present) process.stdout.write('LibreOffice is not installed here: its test is passed over.\n');

it.skipIf(!present)(
  'LibreOffice finds no formula in the CSV of an inventory, and every row',
  { timeout: 120_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'keydesk-calc-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeFile(join(folder, 'keys.csv'), inventoryCsv(inventory));
    // Comma, quotation mark, UTF-8, from the first line on; and without any formula it can be told to keep.
    const how = ['--headless', '--infilter=CSV:44,34,76,1', '--convert-to', 'fods', '--outdir', folder];
    const own = `-env:UserInstallation=file://${folder}/profile`;
    await run('soffice', [own, ...how, join(folder, 'keys.csv')], { cwd: folder });
    const sheet = await readFile(join(folder, 'keys.fods'), 'utf8');
    expect(sheet).not.toMatch(/table:formula|xlink:href="http:\/\/evil/);
    const ids = new Set(sheet.match(/<text:p>key-\d+<\/text:p>/g));
    expect(ids.size).toBe(HOSTILE.length);
    expect(sheet).toContain('<text:p>&apos;=1+1</text:p>');
  },
);
