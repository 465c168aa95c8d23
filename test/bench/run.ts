import { bigTable } from './big-table';
import { bundleSize } from './bundle';
import { coldStart } from './cold-start';
import { table, type Row } from './figures';
import { fingerprintLookup } from './fingerprints';
import { listing } from './listing';
import { memoryAtRest } from './memory';
import { opening } from './opening';
import { revoking } from './revoking';

/** The rows of the design's budgets that exist by now, each with what it is compared with in the same run. */
const BENCHES: readonly [name: string, run: () => Promise<Row[]>][] = [
  ['bundle', bundleSize],
  ['listing', listing],
  ['fingerprints', fingerprintLookup],
  ['revoking', revoking],
  ['cold start', coldStart],
  ['big table', bigTable],
  ['opening', opening],
  ['memory', memoryAtRest],
];

const wanted = process.argv.slice(3);
const rows: Row[] = [];
for (const [name, run] of BENCHES) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`Measuring: ${name}…\n`);
  rows.push(...(await run()));
}
process.stdout.write(`\n${table(rows)}\n`);
const over = rows.filter(({ within }) => within === false).length;
process.stdout.write(over === 0 ? '\nAll within budget.\n' : `\n${over} over budget.\n`);
