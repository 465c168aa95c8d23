import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { APP_ERROR_CODES, AppError } from '@core/domain/app-error';
import { report } from '@test/faults/recipe';
import { ClickWorld } from './click-world';

const runs = process.env['KEYDESK_FAULTS'] === 'full' ? 5_000 : 600;

type Step = (world: ClickWorld) => Promise<void> | void;

const step = (name: string, run: Step): fc.AsyncCommand<object, ClickWorld> => ({
  check: () => true,
  run: async (_model, world) => run(world),
  toString: () => name,
});
const form = fc.integer({ min: 0, max: 2 });
/** Codes that a console which did the work would never answer with may only come before it. */
const before = fc.constantFrom(...APP_ERROR_CODES);
const after = fc.constantFrom(
  'timeout',
  'server',
  'bad-answer',
  'offline',
  'cancelled',
  'unexpected' as const,
);
const error = (code: AppError['code']): AppError => new AppError(code, 'no', { system: 'ECONNRESET' });

const steps = [
  form.map((index) => step(`click ${index}`, (world) => world.click(index))),
  form.map((index) => step(`click ${index}`, (world) => world.click(index))),
  fc
    .boolean()
    .map((slow) => step(slow ? 'the line is slow' : 'the line is fast', (world) => void (world.slow = slow))),
  ...Array.from({ length: 3 }, () =>
    fc.nat({ max: 3 }).map((which) => step(`let number ${which} go on`, (world) => world.letGoOn(which))),
  ),
  fc.constantFrom(1, 2_000, 2_000).map((ms) => step(`wait ${ms}`, (world) => world.desk.clock.pass(ms))),
  fc.constant(step('restart', (world) => world.restart())),
  fc.constant(step('refresh', (world) => world.refresh())),
  fc.constant(step('what was late arrives', (world) => world.desk.console.arrive())),
  before.map((code) =>
    step(`refuse the next issue: ${code}`, ({ desk }) =>
      desk.console.fail('issue', { when: 'before', error: error(code) }),
    ),
  ),
  after.map((code) =>
    step(`lose the answer of the next issue: ${code}`, ({ desk }) =>
      desk.console.fail('issue', { when: 'after', error: error(code) }),
    ),
  ),
  after.map((code) =>
    step(`do the next issue late: ${code}`, ({ desk }) =>
      desk.console.fail('issue', { when: 'late', error: error(code) }),
    ),
  ),
  fc
    .constantFrom('findIssued' as const, 'reveal' as const, 'environments' as const)
    .map((call) =>
      step(`lose the next ${call}`, ({ desk }) =>
        desk.console.fail(call, { when: 'before', error: error('timeout') }),
      ),
    ),
  fc
    .boolean()
    .map((isFull) =>
      step(isFull ? 'the disk is full' : 'the disk has room', (world) => world.fillDisk(isFull)),
    ),
];

describe('clicks, restarts and faults in any order', () => {
  it(`make exactly one key for each form (${runs} sequences)`, async () => {
    const since = performance.now();
    let clicked = 0;
    await fc.assert(
      fc.asyncProperty(fc.commands(steps, { maxCommands: 60, size: 'max' }), async (commands) => {
        const world = await ClickWorld.create();
        await fc.asyncModelRun(() => ({ model: {}, real: world }), commands);
        const ends = await world.end();
        clicked += ends.length;
        // As many keys as forms that were ever sent, each with its own, and its secret at hand.
        expect(world.desk.console.created).toHaveLength(ends.length);
        expect(new Set(ends.map(({ keyId }) => keyId)).size).toBe(ends.length);
        for (const { keyId, secret } of ends) expect(secret).toBe(world.desk.console.secretOf(keyId));
        // What somebody was told to be done was the same key every time.
        for (const [index, told] of world.confirmed) {
          expect(told).toEqual(new Set(ends.filter((end) => end.index === index).map(({ keyId }) => keyId)));
        }
        for (const state of world.states()) expect(state).toBe('confirmed');
      }),
      { numRuns: runs },
    );
    report({
      recipe: 'C4 clicks, restarts and faults',
      did: `${runs} sequences`,
      held: `${clicked} forms, as many keys`,
      since,
    });
    expect(clicked).toBeGreaterThan(runs);
  }, 900_000);
});
