import { utilityProcess, type UtilityProcess } from 'electron';
import type { HostedProcess, ProcessHost, ProcessName } from './storage/process-host';

const SERVICE_NAMES: Record<ProcessName, string> = {
  keychain: 'Keydesk Keychain',
  practice: 'Keydesk Practice Console',
  reader: 'Keydesk File Reader',
};

/** SECURITY: a hostile file fills no more memory than this, in megabytes. */
const LIMITS: Readonly<Partial<Record<ProcessName, string[]>>> = { reader: ['--max-old-space-size=512'] };

/** Runs our programs as Electron utility processes; `entries` are the paths of their bundles. */
export function electronProcessHost(entries: Readonly<Record<ProcessName, string>>): ProcessHost {
  return {
    fork: (name, args = []) =>
      hosted(
        utilityProcess.fork(entries[name], [...args], {
          serviceName: SERVICE_NAMES[name],
          execArgv: LIMITS[name] ?? [],
        }),
      ),
  };
}

function hosted(child: UtilityProcess): HostedProcess {
  let ended = false;
  child.once('exit', () => (ended = true));
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listen) => void child.on('message', listen),
    onExit: (listen) => void child.once('exit', () => listen()),
    kill: () => {
      if (ended) return;
      if (child.pid === undefined) child.once('spawn', () => killHard(child));
      else killHard(child);
    },
  };
}

/** `kill()` asks first, which a process with a blocked thread never hears. */
function killHard(child: UtilityProcess): void {
  try {
    if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
  } catch {
    // It ended by itself a moment ago.
  }
}
