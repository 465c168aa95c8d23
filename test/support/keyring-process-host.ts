import { fork, type ChildProcess } from 'node:child_process';
import type { ProcessHost } from '@main/storage/process-host';

/** Runs the keychain process under plain Node, in the environment of a keyring session. */
export class NodeProcessHost implements ProcessHost {
  /** Every process so far, the newest last. */
  readonly children: ChildProcess[] = [];

  constructor(
    private readonly entry: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  fork(): ReturnType<ProcessHost['fork']> {
    const child = fork(this.entry, [], { env: this.env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.children.push(child);
    return {
      post: (message) => {
        if (child.connected) child.send(message as object);
      },
      onMessage: (listen) => void child.on('message', listen),
      onExit: (listen) => void child.once('exit', () => listen()),
      kill: () => void child.kill('SIGKILL'),
    };
  }

  /** The newest process. */
  get current(): ChildProcess {
    const child = this.children.at(-1);
    if (!child) throw new Error('No process was started.');
    return child;
  }

  /** How many are running. */
  get running(): number {
    return this.children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
      .length;
  }
}
