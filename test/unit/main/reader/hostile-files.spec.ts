import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadOrder, ReadReport } from '@core/domain/inventory-reading';
import { InventoryKey } from '@core/domain/inventory';
import { inventoryCsv } from '@core/text/inventory-csv';
import { coveredText, signedText, unsignedText } from '@core/text/signed-text';
import { nodeSigning } from '@main/node-signing';
import { readInventory } from '@main/reader/read-inventory';
import {
  aHead,
  anInventoryKey,
  fileOf,
  inventoryText,
  openInventoryText,
} from '@test/support/inventory-file';

async function read(content: string | Uint8Array, form: ReadOrder['form'] = 'json'): Promise<ReadReport[]> {
  return readAt(await fileOf(content), form);
}

async function readAt(path: string, form: ReadOrder['form'] = 'json'): Promise<ReadReport[]> {
  const reports: ReadReport[] = [];
  for await (const report of readInventory({ path, form }))
    if (report.type !== 'progress') reports.push(report);
  return reports;
}

async function refusal(content: string | Uint8Array, form?: ReadOrder['form']): Promise<string> {
  const last = (await read(content, form)).at(-1);
  return last?.type === 'failed' ? `${last.error.code}: ${last.error.message}` : `read: ${last?.type}`;
}

const keysOf = (reports: readonly ReadReport[]): InventoryKey[] =>
  reports.flatMap((report) => (report.type === 'page' ? (JSON.parse(report.json) as InventoryKey[]) : []));

function signed(keys: readonly InventoryKey[]): string {
  const open = openInventoryText(keys);
  const { privateKey, publicKey } = nodeSigning.newKeyPair();
  const value = nodeSigning.sign(privateKey, coveredText(open));
  return signedText(open, {
    algorithm: 'Ed25519',
    publicKey,
    fingerprint: nodeSigning.fingerprint(publicKey),
    value,
  });
}

const MEGABYTE = 1024 * 1024;

describe('a file of strangers', () => {
  it('is read as it was written, whatever letters are in it, and its signature is checked over its bytes', async () => {
    const keys = Array.from({ length: 4_100 }, (_, at) =>
      anInventoryKey(at, at === 7 ? { name: 'Nachtläufer 🌙' } : {}),
    );
    const text = signed(keys);
    const reports = await read(text);
    expect(reports[0]).toMatchObject({ type: 'head', head: { rows: 4_100, signature: { state: 'intact' } } });
    expect(reports.map(({ type }) => type)).toEqual(['head', 'page', 'page', 'page', 'done']);
    expect(keysOf(reports)).toEqual(keys);
    const [changed] = await read(text.replace('Nachtläufer', 'Nachtlaüfer'));
    expect(changed).toMatchObject({ head: { signature: { state: 'altered' } } });
    expect(keysOf(await read(inventoryCsv({ ...aHead(4_100), keys }), 'csv'))).toEqual(keys);
  });

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'line 1 is no JSON'],
    ['another document', '{"format":"other"}', 'no inventory that Keydesk wrote'],
    ['a later version', inventoryText(1).replace('"version":1', '"version":2'), 'later version of Keydesk'],
    ['brackets', '['.repeat(MEGABYTE), 'line 1'],
    ['brackets inside', `{"format":${'['.repeat(MEGABYTE)}`, 'nested too deeply'],
    ['objects', '{"a":'.repeat(MEGABYTE / 5), 'nested too deeply'],
    ['quotes', '"'.repeat(MEGABYTE), 'line 1'],
    ['commas', ','.repeat(MEGABYTE), 'line 1'],
    ['one text', `{"format":"${'a'.repeat(MEGABYTE)}"}`, 'too long'],
    ['a broken UTF-8', new Uint8Array([0x7b, 0xff, 0xfe]), 'no text in UTF-8'],
    ['a NUL', inventoryText(2).replace('Key 1', 'Key \0'), 'is no JSON'],
    ['a mark in front', `\uFEFF${inventoryText(1)}`, 'line 1'],
    ['a name twice', inventoryText(3).replace('"name":"Key 1"', '"name":"a","name":"b"'), 'same name twice'],
    ['a member twice', inventoryText(1).replace('"version":1', '"version":1,"version":1'), 'too many'],
    ['a prototype', inventoryText(1).replace('"name":"Key 0"', '"__proto__":{"a":1},"name":"a"'), 'line 3'],
    ['too few keys', inventoryText(3).replace('"count":3', '"count":4'), 'says that it has 4 keys, but 3'],
    ['a place too many', inventoryText(3).replace('"place":0', '"place":1'), 'The key on line 3 says'],
    ['an id twice', inventoryText(3).replace('"key-2"', '"key-1"'), 'The key on line 5 has the identifier'],
    ['a long field', inventoryText(3).replace('Key 1', 'a'.repeat(4_097)), 'The key on line 4 has a “name”'],
    [
      'a secret',
      inventoryText(1).replace('"name":"Key 0"', '"secret":"s","name":"a"'),
      'The key on line 3 has what no key has',
    ],
    ['something behind', `${inventoryText(1)}{}`, 'behind the end'],
    ['half of it', inventoryText(50).slice(0, -900), 'no JSON'],
    ['too many keys', inventoryText(1).replace('"count":1', '"count":200001'), '200,000 keys'],
  ])('%s is refused in a sentence', async (_, content, sentence) => {
    const said = await refusal(content);
    expect(said).toMatch(/^invalid-input: /);
    expect(said).toContain(sentence);
  });

  it.each([
    ['commas', `name\n${','.repeat(MEGABYTE)}`],
    ['quotes', '"'.repeat(MEGABYTE + 1)],
    ['one cell', `name\n"${'a'.repeat(MEGABYTE)}"`],
    ['a NUL', 'name\n\0'],
  ])('a CSV of %s is refused', async (_, content) => {
    expect(await refusal(content, 'csv')).toMatch(/^invalid-input: .*row \d/);
  });

  it('what is no file is not opened', async () => {
    const folder = dirname(await fileOf(''));
    for (const path of [folder, '/dev/null', `${folder}/none.keydesk`])
      expect(await readAt(path), path).toMatchObject([{ type: 'failed', error: { code: 'invalid-input' } }]);
  });

  it('changed at any place it is refused, or read as keys that its schema lets through', async () => {
    const text = unsignedText(openInventoryText([anInventoryKey(0), anInventoryKey(1, { usedBy: ['a'] })]));
    const path = await fileOf(text);
    const change = fc.tuple(
      fc.nat(text.length - 1),
      fc.constantFrom('', '"', '{', '}', '[', ',', ':', '\\', '0', '\n', '\u0001', 'é'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        let changed = text;
        for (const [at, by] of changes) changed = changed.slice(0, at) + by + changed.slice(at + 1);
        await writeFile(path, changed);
        const reports = await readAt(path);
        const last = reports.at(-1);
        if (last?.type === 'failed') expect(last.error.code).toBe('invalid-input');
        else for (const key of keysOf(reports)) InventoryKey.parse(key);
      }),
      { numRuns: 100, seed: 5 },
    );
  });
});
