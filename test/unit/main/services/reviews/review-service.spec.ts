import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { ReviewSaved } from '@core/contract/reviews';
import { toInstant } from '@core/domain/instant';
import { Review, type ReviewEntry } from '@core/domain/review';
import { reviewFiles } from '@main/app-reviews';
import type { ReviewFiles } from '@main/services/reviews/review-files';
import { ReviewService } from '@main/services/reviews/review-service';
import { storageFailure } from '@main/storage/storage-error';
import { NOW } from '@test/support/builders';
import { FakeClock } from '@test/support/fake-clock';

const FITTING = 'ab'.repeat(32);
const OTHER = 'cd'.repeat(32);

const entry = (row: number, over: Partial<ReviewEntry> = {}): ReviewEntry => ({
  row,
  decision: 'keep',
  at: toInstant(NOW),
  by: 'ada',
  ...over,
});

/** A folder with an inventory of ten keys, a profile, and reviews of it; writing fails where the test says so. */
class ReviewDesk {
  readonly clock = new FakeClock();
  readonly saved: ReviewSaved[] = [];
  sha256 = FITTING;
  /** What writing to a place of this kind ends in. */
  failing: Partial<Record<'beside' | 'profile', string>> = {};
  private constructor(
    readonly folder: string,
    readonly profile: string,
  ) {}

  static async create(): Promise<ReviewDesk> {
    const root = await mkdtemp(join(tmpdir(), 'keydesk-reviews-'));
    onTestFinished(() => rm(root, { recursive: true, force: true }));
    const desk = new ReviewDesk(await mkdtemp(join(root, 'usb-')), join(root, 'profile', 'reviews'));
    await writeFile(desk.inventory, 'the inventory');
    return desk;
  }

  get inventory(): string {
    return join(this.folder, 'march.keydesk');
  }

  get file(): string {
    return `${this.inventory}.keydesk-review`;
  }

  start(): ReviewService {
    const { clock, profile, inventory } = this;
    return new ReviewService({
      file: () => ({ path: inventory, fileName: basename(inventory), sha256: this.sha256, rows: 10 }),
      files: this.files(),
      clock,
      person: 'ada',
      folder: profile,
      changed: (saved) => void this.saved.push(saved),
    });
  }

  /** Until the next attempt to save has ended. */
  async attempt(ms = 1_000): Promise<void> {
    const before = this.saved.length;
    await this.clock.pass(ms);
    while (this.saved.length === before) await new Promise((resolve) => setImmediate(resolve));
  }

  private files(): ReviewFiles {
    const real = reviewFiles(this.profile);
    return {
      ...real,
      write: async (path, text) => {
        const system = this.failing[path === this.file ? 'beside' : 'profile'];
        if (system !== undefined) throw storageFailure(system, path);
        await real.write(path, text);
      },
    };
  }
}

const inFile = async (path: string): Promise<Review> =>
  Review.parse(JSON.parse(await readFile(path, 'utf8')));

describe('a review', () => {
  let desk: ReviewDesk;
  beforeEach(async () => {
    desk = await ReviewDesk.create();
  });

  it('is saved beside its inventory, which stays as it is, and goes on there', async () => {
    const reviews = desk.start();
    expect(await reviews.read('i')).toMatchObject({ json: '[]', person: 'ada', other: null });
    expect(await readdir(desk.folder)).toEqual(['march.keydesk']);
    await reviews.put('i', [entry(7, { decision: 'revoke', note: 'gone' }), entry(2)]);
    await reviews.put('i', [entry(3, { note: '' })]);
    await desk.attempt();
    await reviews.put('i', [entry(3, { decision: null, note: '' })]);
    await desk.attempt();
    expect(desk.saved).toMatchObject([{ where: 'beside', problem: null }, { where: 'beside' }]);
    expect(await readFile(desk.inventory, 'utf8')).toBe('the inventory');
    expect((await inFile(desk.file)).entries.map(({ row }) => row)).toEqual([2, 7]);
    const again = await desk.start().read('another-id');
    expect(JSON.parse(again.json)).toMatchObject([{ row: 2 }, { row: 7, decision: 'revoke', note: 'gone' }]);
  });

  it('is saved at once when it is done or Keydesk ends, and is not done when it changes', async () => {
    const reviews = desk.start();
    await reviews.put('i', [entry(1)]);
    await reviews.finish('i', 'Grace');
    expect((await inFile(desk.file)).finished).toMatchObject({ by: 'Grace' });
    await reviews.put('i', [entry(1, { decision: 'ask' })]);
    await reviews.finishAll();
    const kept = await inFile(desk.file);
    expect(kept.finished).toBeUndefined();
    expect(kept.entries).toMatchObject([{ row: 1, decision: 'ask' }]);
  });

  it('refuses entries about rows that the inventory does not have', async () => {
    await expect(desk.start().put('i', [entry(10)])).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('starts afresh for another version of the file, and keeps the one before under another name', async () => {
    const before = desk.start();
    await before.put('i', [entry(1)]);
    await before.finishAll();
    const old = await readFile(desk.file, 'utf8');
    desk.sha256 = OTHER;
    const reviews = desk.start();
    expect(await reviews.read('i')).toMatchObject({ json: '[]', other: 'version' });
    expect(await readFile(desk.file, 'utf8')).toBe(old);
    await reviews.put('i', [entry(5)]);
    await desk.attempt();
    expect((await inFile(desk.file)).entries).toMatchObject([{ row: 5 }]);
    const aside = (await readdir(desk.folder)).filter((name) => name.includes('.keydesk-review.'));
    expect(aside).toHaveLength(1);
    expect(await readFile(join(desk.folder, aside[0] ?? ''), 'utf8')).toBe(old);
  });

  it.each([
    ['no JSON', '{"format":"keydesk-review"'],
    ['a row too many', JSON.stringify({ ...review(FITTING), entries: [entry(10)] })],
  ])('starts afresh beside a damaged file: %s', async (_what, text) => {
    await writeFile(desk.file, text);
    expect(await desk.start().read('i')).toMatchObject({ json: '[]', other: 'damaged' });
  });

  it('goes into the profile where the folder cannot be written, and is found there again', async () => {
    desk.failing = { beside: 'EROFS' };
    const reviews = desk.start();
    await reviews.put('i', [entry(4)]);
    await desk.attempt();
    expect(desk.saved.at(-1)).toMatchObject({ where: 'profile', problem: null });
    expect(JSON.parse((await desk.start().read('i')).json)).toMatchObject([{ row: 4 }]);
  });

  it('waits in memory while the disk is full, says so, and is tried again', async () => {
    desk.failing = { beside: 'ENOSPC' };
    const reviews = desk.start();
    await reviews.put('i', [entry(4)]);
    await desk.attempt();
    expect(desk.saved.at(-1)).toMatchObject({ where: 'beside', savedAt: null, problem: { code: 'storage' } });
    expect(desk.saved.at(-1)?.problem?.message).toMatch(/^The disk is full/);
    expect(JSON.parse((await reviews.read('i')).json)).toHaveLength(1);
    desk.failing = {};
    await desk.attempt(5_000);
    expect(desk.saved.at(-1)).toMatchObject({ problem: null });
    expect((await inFile(desk.file)).entries).toHaveLength(1);
  });

  it('goes wherever there is room when Keydesk ends', async () => {
    desk.failing = { beside: 'ENOSPC' };
    const reviews = desk.start();
    await reviews.put('i', [entry(4)]);
    await reviews.finishAll();
    expect((await inFile(join(desk.profile, `${FITTING}.keydesk-review`))).entries).toHaveLength(1);
  });

  it('leaves alone what somebody else saved there meanwhile', async () => {
    const [mine, theirs] = [desk.start(), desk.start()];
    await mine.read('i');
    await theirs.put('i', [entry(1, { by: 'grace' })]);
    await theirs.finishAll();
    await mine.put('i', [entry(2)]);
    await mine.finishAll();
    expect((await inFile(desk.file)).entries).toMatchObject([{ row: 1, by: 'grace' }]);
    expect(desk.saved.at(-1)).toMatchObject({ where: 'profile', displaced: true, problem: null });
  });
});

function review(sha256: string): Review {
  const at = toInstant(NOW);
  return {
    format: 'keydesk-review',
    version: 1,
    inventory: { sha256, fileName: 'march.keydesk' },
    startedAt: at,
    updatedAt: at,
    entries: [],
  };
}
