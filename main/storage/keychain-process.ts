import type { KeychainCall, KeychainReply } from './keychain-messages';
import { troubleOf } from './keychain-trouble';

/**
 * The keychain process: the only program that loads keytar. A hung keychain call blocks a thread for ever and would
 * keep the application from working and from ending, so it happens here, where it can be killed.
 */

interface Line {
  listen(answer: (call: KeychainCall) => void): void;
  post(reply: KeychainReply): void;
}

/** Electron's utility process has a `parentPort`, a child of plain Node a channel of its own. */
function openLine(): Line {
  const port: Electron.ParentPort | undefined = process.parentPort;
  if (port) {
    return {
      listen: (answer) => void port.on('message', ({ data }) => answer(data as KeychainCall)),
      post: (reply) => port.postMessage(reply),
    };
  }
  // A blocked thread would survive an orderly exit.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  return {
    listen: (answer) => void process.on('message', (call) => answer(call as KeychainCall)),
    post: (reply) => void process.send?.(reply),
  };
}

async function perform(call: KeychainCall): Promise<string | null> {
  // Loaded here, so that a system without its library answers "unavailable" instead of a crash.
  const { default: keytar } = await import('keytar');
  switch (call.op) {
    case 'get':
      return keytar.getPassword(call.service, call.account);
    case 'set':
      await keytar.setPassword(call.service, call.account, call.value);
      return null;
    case 'remove':
      return (await keytar.deletePassword(call.service, call.account)) ? 'removed' : null;
  }
}

async function answer(call: KeychainCall): Promise<KeychainReply> {
  try {
    return { id: call.id, ok: true, value: await perform(call) };
  } catch (error) {
    return { id: call.id, ok: false, trouble: troubleOf(error instanceof Error ? error.message : '') };
  }
}

const line = openLine();
let last = Promise.resolve();
line.listen((call) => {
  // One call at a time: keychains are not made for more, and each call holds a thread.
  last = last.then(async () => line.post(await answer(call)));
});
