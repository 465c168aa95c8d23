import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { retryAfterMs } from '@main/http/retry-after';
import { Pace } from '@main/http/retry';
import { FakeClock } from '@test/support/fake-clock';
import { report } from '../recipe';
import { rounds } from '../storage/seeded-random';

const SEED = Number(process.env['KEYDESK_SEED'] ?? 20_261_121);
const SEQUENCES = rounds(2_000, 200);
const MOST_WAIT_MS = 60_000;

/** How a console asks for a pause: in seconds, by a date, absurdly, or not at all. */
const header = fc.oneof(
  fc.integer({ min: -100, max: 120 }).map(String),
  fc.integer({ min: -600, max: 600 }).map((s) => ({ inSeconds: s })),
  fc.constantFrom('864000', '99999999999999999999', '', 'soon', '1.5', '-0', '  7  '),
);
const answers = fc.array(fc.option(header), { minLength: 1, maxLength: 12 });

it(`C5 ${SEQUENCES} sequences of refusals: never asked earlier than told`, { timeout: 300_000 }, async () => {
  const since = performance.now();
  let requests = 0;
  let early = 0;
  await fc.assert(
    fc.asyncProperty(answers, async (given) => {
      const clock = new FakeClock();
      const pace = new Pace(clock, () => 0.5);
      let notBefore = 0;
      for (const answer of given) {
        const attempt = async (): Promise<void> => {
          requests += 1;
          if (clock.monotonic() < notBefore) early += 1;
          if (answer === null) return;
          const text = typeof answer === 'string' ? answer : dateIn(answer.inSeconds, clock);
          const wait = retryAfterMs(text, clock.now());
          notBefore = Math.max(notBefore, clock.monotonic() + (wait ?? 0));
          throw new AppError('rate-limited', 'Later.', wait === undefined ? {} : { retryAfterMs: wait });
        };
        const left = notBefore - clock.monotonic();
        const before = requests;
        const error = await clock
          .until(pace.once(attempt), MOST_WAIT_MS + 1)
          .catch((thrown: unknown) => thrown);
        expect(early).toBe(0);
        // A pause that is too long is told at once, and nothing is sent.
        if (left > MOST_WAIT_MS) expect(requests).toBe(before);
        else expect(requests).toBe(before + 1);
        if (left > MOST_WAIT_MS) expect(error).toMatchObject({ code: 'rate-limited' });
        if (left > MOST_WAIT_MS) await clock.pass(left);
      }
    }),
    { numRuns: SEQUENCES, seed: SEED },
  );
  const did = `${SEQUENCES} sequences, ${requests} requests, seed ${SEED}`;
  report({
    recipe: 'C5 asked to wait',
    did,
    held: '0 earlier than told, 0 sent in a pause over 60 s',
    since,
  });
});

const dateIn = (seconds: number, clock: FakeClock): string =>
  new Date(clock.now() + seconds * 1_000).toUTCString();
