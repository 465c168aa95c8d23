import { ReadOrder, type ReadReport } from '@core/domain/inventory-reading';
import { readInventory } from './read-inventory';

/**
 * The reading process: it reads one file that nobody here wrote, and ends. What a hostile file does to memory or time
 * happens here, where it can be killed; it holds no secret and is given no network.
 */

interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: ReadReport): void;
}

// Electron gives a utility process this port; plain Node has none.
const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ParentPort };

async function serve(port: ParentPort, order: unknown): Promise<void> {
  // Whoever asked ends this process once it has heard the last report.
  for await (const report of readInventory(ReadOrder.parse(order))) port.postMessage(report);
}

if (parentPort) parentPort.on('message', ({ data }) => void serve(parentPort, data));
else process.exit(64);
