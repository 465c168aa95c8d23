import { mkdir, writeFile } from 'node:fs/promises';
import { INVENTORY_SCHEMA_FILE, inventorySchemaText } from '@core/domain/inventory-schema';

/** Writes the published schema anew. */
const folder = 'assets/schemas';
await mkdir(folder, { recursive: true });
await writeFile(`${folder}/${INVENTORY_SCHEMA_FILE}`, inventorySchemaText());
process.stdout.write(`${folder}/${INVENTORY_SCHEMA_FILE}\n`);
