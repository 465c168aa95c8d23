import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { forbidHelperDumps } from '@main/electron/helper-processes';

it.runIf(process.platform === 'linux')('keeps core dumps from processes that are there already', async () => {
  const child = spawn('sh', ['-c', 'sleep 60 & echo $!; wait'], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const [grandchild] = (await once(child.stdout, 'data')) as [Buffer];
    await forbidHelperDumps(process.pid);
    for (const pid of [child.pid, Number(String(grandchild))]) {
      expect(await readFile(`/proc/${pid}/coredump_filter`, 'utf8')).toBe('00000000\n');
      expect(await readFile(`/proc/${pid}/limits`, 'utf8')).toMatch(/Max core file size +0 +0/);
    }
    process.kill(Number(String(grandchild)));
  } finally {
    child.kill();
  }
});
