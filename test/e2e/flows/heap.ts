import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, ElectronApplication, Page } from 'playwright';

/** What the window's process holds, looked at with the tools of its engine. */
export interface Heap {
  /** How often a text stands in the memory of the page's scripts, after everything unused was let go. */
  count(text: string): Promise<number>;
  /** How often it stands in the page, in what screen readers get, in storage and in the title. */
  inSight(text: string): Promise<Record<'page' | 'reader' | 'storage' | 'title', number>>;
}

const timesIn = (whole: string, part: string): number => whole.split(part).length - 1;

async function snapshot(session: CDPSession): Promise<string> {
  const parts: string[] = [];
  const take = ({ chunk }: { chunk: string }): void => void parts.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', take);
  // Twice: what only waited for a finalizer goes the second time.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', take);
  return parts.join('');
}

/** Everything the page could have stored. */
const storedBy = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const kept = [{ ...localStorage }, { ...sessionStorage }, document.cookie, databases, location.href];
    return JSON.stringify([...kept, history.state]);
  });

/** Opens the page's memory for looking. */
export async function openHeap(page: Page): Promise<Heap> {
  const session = await page.context().newCDPSession(page);
  return {
    count: async (text) => timesIn(await snapshot(session), text),
    inSight: async (text) => {
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      return {
        page: timesIn(await page.content(), text),
        reader: timesIn(JSON.stringify(nodes), text),
        storage: timesIn(await storedBy(page), text),
        title: timesIn(await page.title(), text),
      };
    },
  };
}

/** How often each text stands in the memory of the main process, after everything unused was let go. */
export async function countInMain(app: ElectronApplication, texts: readonly string[]): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'keydesk-heap-'));
  try {
    const file = join(folder, 'main.heapsnapshot');
    await app.evaluate(writeSnapshot, file);
    const whole = await readFile(file, 'utf8');
    return texts.map((text) => timesIn(whole, text));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Runs in main, which is told the file's name only: the texts would be found there because they were asked for. */
async function writeSnapshot(_electron: object, file: string): Promise<void> {
  const load = (name: string): unknown => process.mainModule?.require(name);
  const v8 = load('node:v8') as typeof import('node:v8');
  const vm = load('node:vm') as typeof import('node:vm');
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  collect();
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  v8.writeHeapSnapshot(file);
}
