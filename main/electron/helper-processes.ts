import { readdir, readFile } from 'node:fs/promises';
import { coreDumpTools, forbidCoreDumps } from '@main/storage/core-dumps';

/**
 * Keeps core dumps from the processes that a process has started so far. Never fails.
 * SECURITY: Chromium starts some before our first line runs, and forks the page's process from one of them; what may be
 * dumped is inherited.
 */
export async function forbidHelperDumps(pid: number): Promise<void> {
  if (coreDumpTools.platform !== 'linux') return;
  const helpers = await descendants(pid);
  await Promise.all(helpers.map((helper) => forbidCoreDumps(helper)));
}

async function descendants(pid: number): Promise<number[]> {
  const children = await childrenOf(pid);
  const below = await Promise.all(children.map(descendants));
  return [...children, ...below.flat()];
}

/** Linux lists children by the thread that started them. */
async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')),
  );
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
}
