import { setImmediate as turn } from 'node:timers/promises';
import type { InventoryHead } from '@core/domain/inventory';
import type { ReadReport } from '@core/domain/inventory-reading';
import { foundHead } from './found-head';
import { jsonInventory } from './json-inventory';
import { judgedBytes, type JudgedBytes } from './judged-bytes';

/**
 * What is told of an inventory in JSON. Its keys are looked through while all of its bytes are judged; nothing is told
 * before both its head and what its signature is worth are known.
 */
export async function* jsonReports(bytes: Buffer): AsyncGenerator<ReadReport> {
  const judging = judgedBytes(bytes);
  let judged: JudgedBytes | null = null;
  // Whoever waits for it hears why it failed.
  judging.then((it) => (judged = it)).catch(() => undefined);
  let head: InventoryHead | null = null;
  const held: ReadReport[] = [];
  const told = function* (known: JudgedBytes | null): Generator<ReadReport> {
    if (known === null) return;
    if (head !== null) yield { type: 'head', head: foundHead(bytes, 'keydesk', known, head) };
    head = null;
    yield* held.splice(0);
  };
  for (const found of jsonInventory(bytes)) {
    if ('head' in found) head = found.head;
    else
      held.push({ type: 'page', json: found.json }, { type: 'progress', done: found.at, of: bytes.length });
    await turn();
    yield* told(judged);
  }
  yield* told(await judging);
  yield { type: 'done' };
}
