import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { INVENTORY_SCHEMA_FILE, inventorySchema, inventorySchemaText } from '@core/domain/inventory-schema';

it('is published as Keydesk reads it; `npm run schema` writes it anew', async () => {
  expect(await readFile(`assets/schemas/${INVENTORY_SCHEMA_FILE}`, 'utf8')).toBe(inventorySchemaText());
});

it('says what each member is, asks for all but the signature, and takes no others', () => {
  expect(inventorySchema()).toMatchObject({
    additionalProperties: false,
    required: [
      'format',
      'version',
      'keydesk',
      'exportedAt',
      'exportedBy',
      'fingerprints',
      'count',
      'places',
      'keys',
    ],
    properties: { keys: { items: { additionalProperties: false } }, signature: { type: 'object' } },
  });
  const { properties } = inventorySchema() as { properties: Record<string, { description?: string }> };
  for (const [name, { description }] of Object.entries(properties))
    expect(description, name).toBeTypeOf('string');
  expect(JSON.stringify(properties)).not.toMatch(/"secret"/);
});
