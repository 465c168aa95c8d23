import { readFile } from 'node:fs/promises';

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

/** A process and all that it started, as they are now. Processes that end meanwhile are left out. */
export async function processTree(pid: number): Promise<ProcessFacts[]> {
  const root = await facts(pid).catch(() => null);
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const below = await Promise.all(children.split(' ').filter(Boolean).map(Number).map(processTree));
  return [...(root === null ? [] : [root]), ...below.flat()];
}

async function facts(pid: number): Promise<ProcessFacts> {
  const read = (name: string): Promise<string> => readFile(`/proc/${pid}/${name}`, 'utf8');
  const command = (await read('cmdline')).replaceAll('\0', ' ').trim();
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
