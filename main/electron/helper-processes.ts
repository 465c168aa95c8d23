import { readFile } from 'node:fs/promises';
import { coreDumpTools, forbidCoreDumps } from '@main/storage/core-dumps';

/**
 * Keeps core dumps from the processes that exist before our first line runs. Never fails.
 * SECURITY: Chromium forks the page's process from one of these helpers, and what they may dump is inherited.
 */
export async function forbidHelperDumps(pid: number): Promise<void> {
  if (coreDumpTools.platform !== 'linux') return;
  const helpers = await descendants(pid);
  await Promise.all(helpers.map((helper) => forbidCoreDumps(helper)));
}

async function descendants(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const children = text.split(' ').filter(Boolean).map(Number);
  const below = await Promise.all(children.map(descendants));
  return [...children, ...below.flat()];
}
