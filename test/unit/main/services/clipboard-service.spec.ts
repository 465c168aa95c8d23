import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { nodeCrypto } from '@main/node-crypto';
import { ClipboardService, type ClipboardMark } from '@main/services/clipboard-service';
import { FakeClipboard } from '@test/support/fake-ports';
import { FakeClock } from '@test/support/fake-clock';
import { MemoryDocument } from '@test/support/memory-stores';

const refused = new AppError('unexpected', 'The system does not let us.');

describe('ClipboardService', () => {
  let clipboard: FakeClipboard;
  let store: MemoryDocument<ClipboardMark>;
  let clock: FakeClock;
  let service: ClipboardService;
  const start = (): ClipboardService => new ClipboardService(clipboard, store, clock, nodeCrypto);

  beforeEach(() => {
    clipboard = new FakeClipboard();
    store = new MemoryDocument<ClipboardMark>(null);
    clock = new FakeClock();
    service = start();
  });

  it('takes a secret off after its time and not before', async () => {
    expect(await service.copySecret('s3cret', 20)).toEqual({ clearsAfterSeconds: 20, verified: true });
    await clock.pass(19_999);
    expect(clipboard.content).toBe('s3cret');
    await clock.pass(1);
    expect(clipboard.content).toBe('');
    expect(store.value).toBeNull();
  });

  it('leaves what somebody else copied meanwhile', async () => {
    await service.copySecret('s3cret', 20);
    clipboard.content = 'a recipe';
    await clock.pass(20_000);
    expect(clipboard.content).toBe('a recipe');
    expect(store.value).toBeNull();
  });

  it('starts the time anew for every copy', async () => {
    await service.copySecret('first', 20);
    await clock.pass(15_000);
    await service.copySecret('second', 20);
    await clock.pass(15_000);
    expect(clipboard.content).toBe('second');
    await clock.pass(5_000);
    expect(clipboard.content).toBe('');
    expect(clock.waiting).toBe(0);
  });

  it('leaves a text that is no secret', async () => {
    expect(await service.copyText('https://staging.example')).toEqual({
      clearsAfterSeconds: null,
      verified: true,
    });
    await clock.pass(3_600_000);
    expect(clipboard.content).toBe('https://staging.example');
  });

  it('leaves a text that was copied over a secret', async () => {
    await service.copySecret('s3cret', 20);
    await service.copyText('an endpoint');
    await clock.pass(20_000);
    expect(clipboard.content).toBe('an endpoint');
  });

  it('says so when the system keeps something else than was written', async () => {
    clipboard.write = async () => undefined;
    expect(await service.copySecret('s3cret', 20)).toMatchObject({ verified: false });
  });

  it('clears at once on demand: on lock, on quit, on suspend', async () => {
    await service.copySecret('s3cret', 20);
    await service.clear();
    expect(clipboard.content).toBe('');
    expect(clock.waiting).toBe(0);
  });

  describe('what a crash left behind', () => {
    it('is a salted hash and nothing else', async () => {
      await service.copySecret('s3cret', 20);
      expect(JSON.stringify(store.value)).not.toContain('s3cret');
      expect(store.value?.hash).toMatch(/^[0-9a-f]{64}$/);
      const before = store.value;
      await service.copySecret('s3cret', 20);
      expect(store.value?.hash).not.toBe(before?.hash);
    });

    it('is on the disk before the secret is on the clipboard', async () => {
      const marks: ClipboardMark[] = [];
      const write = clipboard.write.bind(clipboard);
      clipboard.write = async (text) => {
        marks.push(store.value);
        await write(text);
      };
      await service.copySecret('s3cret', 20);
      expect(marks[0]).not.toBeNull();
    });

    it('is cleared at the next start, if it is still there', async () => {
      await service.copySecret('s3cret', 20);
      await start().clearLeftover();
      expect(clipboard.content).toBe('');
      expect(store.value).toBeNull();
    });

    it('is left alone when something else is there now', async () => {
      await service.copySecret('s3cret', 20);
      clipboard.content = 'a recipe';
      await start().clearLeftover();
      expect(clipboard.content).toBe('a recipe');
    });

    it('is nothing where there was no crash', async () => {
      clipboard.content = 'a recipe';
      await start().clearLeftover();
      expect(clipboard.content).toBe('a recipe');
    });
  });

  describe('when something refuses', () => {
    it('a full disk does not keep a secret from being copied and cleared', async () => {
      store.failure = new AppError('storage', 'The disk is full.');
      expect(await service.copySecret('s3cret', 20)).toMatchObject({ verified: true });
      expect(clipboard.content).toBe('s3cret');
      await clock.pass(20_000);
      expect(clipboard.content).toBe('');
    });

    it('a copy that failed leaves the secret before it to its own time', async () => {
      await service.copySecret('first', 20);
      clipboard.unwritable = refused;
      await expect(service.copySecret('second', 20)).rejects.toBe(refused);
      clipboard.unwritable = null;
      await clock.pass(20_000);
      expect(clipboard.content).toBe('');
    });

    it('a clipboard that cannot be read back is said not to be verified, and is still cleared', async () => {
      clipboard.unreadable = refused;
      expect(await service.copySecret('s3cret', 20)).toMatchObject({ verified: false });
      clipboard.unreadable = null;
      await clock.pass(20_000);
      expect(clipboard.content).toBe('');
    });

    it('a clipboard that could not be read at its time is cleared on the next occasion', async () => {
      await service.copySecret('s3cret', 20);
      clipboard.unreadable = refused;
      await clock.pass(20_000);
      clipboard.unreadable = null;
      await service.clear();
      expect(clipboard.content).toBe('');
    });

    it('a start goes on', async () => {
      await service.copySecret('s3cret', 20);
      clipboard.unreadable = refused;
      await start().clearLeftover();
      store.failure = refused;
      store.unreadable = true;
      await start().clearLeftover();
      expect(clipboard.content).toBe('s3cret');
    });
  });

  it('does not lose sight of a secret that is copied while another is being cleared', async () => {
    await service.copySecret('first', 20);
    let release = (): void => undefined;
    clipboard.gate = new Promise((resolve) => (release = resolve));
    const clearing = service.clear();
    const copying = service.copySecret('second', 20);
    await clock.pass(1);
    clipboard.gate = null;
    release();
    await Promise.all([clearing, copying]);
    expect(clipboard.content).toBe('second');
    await clock.pass(20_000);
    expect(clipboard.content).toBe('');
  });
});
