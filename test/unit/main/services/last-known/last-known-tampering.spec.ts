import { beforeEach, describe, expect, it } from 'vitest';
import { asOf, LastKnownRig, pages, PRODUCTION } from './last-known-rig';

describe('files that somebody changed', () => {
  let at: LastKnownRig;

  beforeEach(() => {
    at = new LastKnownRig();
  });

  it('sets a file aside of which any byte was changed, says so once and goes on without', async () => {
    await at.kept('ci');
    const name = at.keysFile;
    const whole = Buffer.from(at.folder.files.get(name) ?? []);
    for (const index of [0, 5, 20, 40, 120, whole.length - 1]) {
      at.folder.files.clear();
      const changed = Buffer.from(whole);
      changed[index] = (changed[index] ?? 0) ^ 1;
      at.folder.files.set(name, changed);
      expect(await at.names(at.started()).catch(() => null), `byte ${index}`).toBeNull();
      expect([...at.folder.files.keys()], `byte ${index}`).toEqual([`${name}.damaged`]);
      expect(at.log.lines.at(-1)).toMatchObject({
        event: 'last-known.set-aside',
        facts: { reason: 'does-not-open' },
      });
    }
  });

  it('refuses a changed page, one of another time, a file that was cut and one of another place', async () => {
    await at.kept('ci', 'billing');
    const name = at.keysFile;
    const older = Buffer.from(at.folder.files.get(name) ?? []);
    await at.kept('ci', 'payroll');
    const newer = Buffer.from(at.folder.files.get(name) ?? []);
    for (const forged of [
      Buffer.concat([...piecesOf(newer).slice(0, 2), ...piecesOf(older).slice(2)]),
      Buffer.concat(piecesOf(newer).slice(0, 2)),
      Buffer.concat([...piecesOf(newer), ...piecesOf(newer).slice(2)]),
      newer.subarray(0, -1),
    ]) {
      at.folder.files.set(name, forged);
      expect(await at.names(at.started()).catch(() => null)).toBeNull();
    }
    const service = at.started();
    service.keepKeys(PRODUCTION, { pages: pages('prod'), rows: 1, asOf });
    await at.written();
    at.folder.files.set(name, at.folder.files.get(at.keysFile) ?? new Uint8Array());
    expect(await at.names(at.started())).toBeNull();
  });

  it('opens nothing with another key, and makes no use of a damaged one', async () => {
    await at.kept('ci');
    await at.keychain.write('last-known-key', '0'.repeat(64));
    expect(await at.names(at.started())).toBeNull();
    await at.keychain.write('last-known-key', 'damaged');
    expect(await at.names(at.started())).toBeNull();
    await at.kept('billing');
    expect(await at.names(at.started())).toEqual(['billing']);
    expect(at.folder.files.size).toBe(1);
  });
});

/** What a file is made of, each piece with its length before it. */
function piecesOf(file: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < file.length; at += pieces.at(-1)?.length ?? file.length)
    pieces.push(file.subarray(at, at + 4 + file.readUInt32BE(at)));
  return pieces;
}
