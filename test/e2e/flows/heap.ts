import type { CDPSession, Page } from 'playwright';

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
