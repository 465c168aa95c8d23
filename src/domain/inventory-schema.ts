import * as z from 'zod';
import { InventoryHead, InventoryKey } from '@core/domain/inventory';
import { FileSignature } from '@core/domain/signature';

/** Where the schema of the first version is published. */
export const INVENTORY_SCHEMA_FILE = 'keydesk-inventory-1.schema.json';

const MEMBERS: Readonly<Record<string, string>> = {
  format: 'What the file is.',
  version: 'The version of this form. A reader refuses a later one.',
  keydesk: 'The version of Keydesk that wrote the file.',
  exportedAt: 'When it was written, in UTC.',
  exportedBy: 'The system’s name of whoever wrote it.',
  fingerprints: 'Whether fingerprints were asked for.',
  fingerprintKey: 'Tells by which k the fingerprints were made: they match only where the same k is held.',
  count: 'How many keys there are.',
  places: 'Where the keys live: environments of consoles, each as it was at `asOf`.',
  keys: 'The keys; never their secrets. A fact that is absent is not recorded; `null` is a fact without a value.',
  signature:
    'Always the last member, on a line of its own. It covers every byte before that line. Absent in an unsigned file.',
};

/** The JSON Schema of a whole inventory, made of what Keydesk itself reads it by. */
export function inventorySchema(): object {
  const whole = InventoryHead.extend({
    keys: z.array(InventoryKey),
    signature: FileSignature.optional(),
  });
  const { $schema, ...schema } = z.toJSONSchema(whole, { target: 'draft-2020-12' });
  const properties = Object.entries(schema.properties ?? {}).map(([name, member]) => [
    name,
    { ...(typeof member === 'object' && member), description: MEMBERS[name] },
  ]);
  return {
    $schema,
    $id: `keydesk:${INVENTORY_SCHEMA_FILE}`,
    title: 'Keydesk inventory',
    description: 'A dated listing of API keys, without their secrets.',
    ...schema,
    properties: Object.fromEntries(properties) as object,
  };
}

/** The same as the published file has it. */
export const inventorySchemaText = (): string => `${JSON.stringify(inventorySchema(), null, 2)}\n`;
