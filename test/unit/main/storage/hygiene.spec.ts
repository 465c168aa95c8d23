import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { forbidCoreDumps, type CoreDumpTools } from '@main/storage/core-dumps';
import { tidyAtStart } from '@main/storage/hygiene';
import { temporaryFolder } from './temporary-folder';

function recordingTools(platform: NodeJS.Platform, failing = false) {
  const calls: string[] = [];
  const record = async (call: string): Promise<void> => {
    calls.push(call);
    if (failing) throw new Error('not here');
  };
  const tools: CoreDumpTools = {
    platform,
    writeFile: (path, text) => record(`${path} = ${text}`),
    exec: (file, args) => record([file, ...args].join(' ')),
  };
  return { calls, tools };
}

describe('forbidCoreDumps', () => {
  it('empties the filter and closes the limit', async () => {
    const { calls, tools } = recordingTools('linux');
    expect(await forbidCoreDumps(42, tools)).toEqual({ filter: true, limit: true });
    expect(calls).toEqual(['/proc/42/coredump_filter = 0', '/usr/bin/prlimit --core=0:0 --pid 42']);
  });

  it('reports what the system does not let it do', async () => {
    const { tools } = recordingTools('linux', true);
    expect(await forbidCoreDumps(42, tools)).toEqual({ filter: false, limit: false });
  });

  it('touches nothing on other systems', async () => {
    const { calls, tools } = recordingTools('darwin');
    expect(await forbidCoreDumps(42, tools)).toEqual({ filter: false, limit: false });
    expect(calls).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('works on a running process', async () => {
    const child = spawn('sleep', ['60'], { stdio: 'ignore' });
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    expect(await forbidCoreDumps(pid)).toEqual({ filter: true, limit: true });
    expect((await readFile(`/proc/${pid}/coredump_filter`, 'utf8')).trim()).toBe('00000000');
    expect(await readFile(`/proc/${pid}/limits`, 'utf8')).toMatch(/^Max core file size +0 +0 /m);
  });
});

describe('tidyAtStart', () => {
  it('removes left-over files and crash dumps, and reports it', async () => {
    const folder = await temporaryFolder();
    const crashFolder = join(folder, 'Crashpad');
    await mkdir(join(crashFolder, 'completed'), { recursive: true });
    await writeFile(join(crashFolder, 'completed', 'one.dmp'), 'memory');
    await writeFile(join(crashFolder, 'settings.dat'), 'kept');
    await writeFile(join(folder, `.keydesk-${'0a'.repeat(16)}.tmp`), 'half a secret');
    const { tools } = recordingTools('linux');
    const report = await tidyAtStart({ folders: [folder, join(folder, 'none')], crashFolder, tools });
    expect(report).toEqual({ swept: 1, failed: 0, filter: true, limit: true });
    expect(await readdir(folder)).toEqual(['Crashpad']);
    expect(await readdir(crashFolder)).toEqual(['settings.dat']);
  });

  it('never fails; what it could not look through is counted', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');
    const { tools } = recordingTools('linux', true);
    const report = await tidyAtStart({ folders: [join(folder, 'file')], crashFolder: folder, tools });
    expect(report).toEqual({ swept: 0, failed: 1, filter: false, limit: false });
  });
});
