import { acquireLock } from '@main/storage/lock-file';

/** Tries to get a lock once told to, tells whether it did, and stays alive. */
const [, , path = ''] = process.argv;

// Not `once`: without a listener the channel would no longer keep the process alive.
process.on('message', () => {
  acquireLock(path).then(
    () => process.send?.('held'),
    () => process.send?.('refused'),
  );
});
process.send?.('ready');
