import { readdir, readFile } from 'node:fs/promises';

/** A running process as Linux shows it. */
export interface ProcessFacts {
  readonly pid: number;
  /** Its command line, separated by spaces. */
  readonly command: string;
  /** `browser`, or what Chromium calls it: `renderer`, `gpu-process`, `utility`, `zygote`. */
  readonly type: string;
  /** What of its memory a core dump would hold, in hexadecimal. */
  readonly coreFilter: string;
  /** Soft and hard limit of a core dump, in bytes. */
  readonly coreLimit: readonly string[];
  readonly status: string;
}

/** A process and all that it started, as they are now. Those that have ended or are ending are left out. */
export async function processTree(pid: number): Promise<ProcessFacts[]> {
  const root = await facts(pid).catch(() => null);
  const below = await Promise.all((await children(pid)).map(processTree));
  return [...(root === null ? [] : [root]), ...below.flat()];
}

/** Linux lists children by the thread that started them. */
async function children(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')),
  );
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
}

async function facts(pid: number): Promise<ProcessFacts> {
  const read = (name: string): Promise<string> => readFile(`/proc/${pid}/${name}`, 'utf8');
  const command = (await read('cmdline')).replaceAll('\0', ' ').trim();
  if (command === '') throw new Error(`Process ${pid} has ended.`);
  const limit = /Max core file size +(\S+) +(\S+)/.exec(await read('limits'));
  return {
    pid,
    command,
    type: /--type=([\w-]+)/.exec(command)?.[1] ?? 'browser',
    coreFilter: (await read('coredump_filter')).trim(),
    coreLimit: limit?.slice(1) ?? [],
    status: await read('status'),
  };
}
