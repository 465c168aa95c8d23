import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { toInstant } from '@core/domain/instant';
import { LATE_ARRIVAL_MS, type OperationState } from '@core/domain/operation';
import { ABSENT, FOUND, intent, OPERATION_ID, Rig, timeout } from './operation-rig';

const HOUR_MS = 3_600_000;
const other = (index: number): string => `00000000-0000-4000-8000-00000000000${index}`;

describe('what was left unclear', () => {
  let rig: Rig;
  const state = (): OperationState | undefined => rig.journal.find(OPERATION_ID)?.state;
  const listed = (): string[] =>
    rig.service.list(toInstant(rig.clock.now() - HOUR_MS)).map(({ state }) => state);

  /** A run whose answer got lost, ending with the given looks. */
  async function unclear(...looks: Rig['looks']): Promise<void> {
    rig.answer = () => {
      throw timeout;
    };
    rig.looks = looks;
    await rig.run();
    rig.happened.length = 0;
  }

  beforeEach(() => {
    rig = new Rig();
  });

  it.each<[string, OperationState]>([
    ['before it was sent', 'intended'],
    ['after it was sent', 'sent'],
  ])('by a crash %s is settled at the next start, from the journal alone', async (_when, reached) => {
    // A crash is a run that never comes to its end.
    rig.answer = () => new Promise(() => undefined);
    const writing = rig.log.refuse;
    rig.log.refuse = (entry) => {
      if (reached === 'intended' && entry.state === 'sent') throw new AppError('storage', 'crash');
      return writing?.(entry) ?? null;
    };
    void rig.service.run(intent, rig.attempt()).catch(() => undefined);
    await rig.clock.pass(10);
    rig.log.refuse = null;
    const service = await rig.restart();
    expect(state()).toBe(reached);
    rig.settles = [FOUND];
    await service.settleConsole('acme');
    expect(rig.settled).toEqual(reached === 'sent' ? [OPERATION_ID] : []);
    expect(rig.journal.find(OPERATION_ID)).toMatchObject(
      reached === 'sent'
        ? { state: 'confirmed', keyId: 'key-found' }
        : { state: 'failed', error: 'cancelled' },
    );
    expect(listed()).toHaveLength(1);
  });

  it('stays as it is while the console cannot be reached', async () => {
    await unclear(timeout);
    rig.settles = [timeout];
    await rig.service.settleConsole('acme');
    expect(state()).toBe('ambiguous');
    expect(listed()).toEqual(['ambiguous']);
  });

  it('is asked about once only, when the console does not answer', async () => {
    for (const index of [1, 2, 3]) {
      rig.answer = () => {
        throw timeout;
      };
      rig.looks = [timeout];
      await rig.run({}, { ...intent, id: other(index) });
    }
    rig.settles = [timeout];
    await rig.service.settleConsole('acme');
    expect(rig.settled).toEqual([other(1)]);
  });

  it.each(['not-found', 'forbidden'] as const)(
    'is settled although another one cannot be: %s',
    async (code) => {
      for (const index of [1, 2]) {
        rig.answer = () => {
          throw timeout;
        };
        rig.looks = [timeout];
        await rig.run({}, { ...intent, id: other(index) });
      }
      rig.settles = [new AppError(code, 'That environment is gone.'), FOUND];
      await rig.service.settleConsole('acme');
      expect(rig.journal.find(other(2))?.state).toBe('confirmed');
      expect(rig.journal.find(other(1))?.state).toBe('ambiguous');
    },
  );

  it('on another console is left alone', async () => {
    await unclear(timeout);
    await rig.service.settleConsole('elsewhere');
    expect(rig.settled).toEqual([]);
  });

  it('becomes news when a look finds it, and not before', async () => {
    await unclear(timeout);
    rig.settles = [FOUND];
    await rig.service.settleConsole('acme');
    expect(listed()).toEqual(['confirmed']);
    await rig.service.dismiss(OPERATION_ID);
    expect(listed()).toEqual([]);
  });

  it('cannot be dismissed while it is open', async () => {
    await unclear(timeout);
    await rig.service.dismiss(OPERATION_ID);
    expect(listed()).toEqual(['ambiguous']);
  });

  describe('and was not found', () => {
    beforeEach(() => unclear(ABSENT));

    it('is watched for a late arrival for 24 hours, and reported when it comes', async () => {
      expect(listed()).toEqual(['absent']);
      await rig.service.dismiss(OPERATION_ID);
      rig.settles = [ABSENT];
      await rig.clock.pass(LATE_ARRIVAL_MS - HOUR_MS);
      await rig.service.settleConsole('acme');
      expect(listed()).toEqual([]);
      rig.settles = [FOUND];
      await rig.service.settleConsole('acme');
      expect(listed()).toEqual(['confirmed']);
    });

    it('is no longer asked about after that', async () => {
      await rig.clock.pass(LATE_ARRIVAL_MS);
      await rig.service.settleConsole('acme');
      expect(rig.settled).toEqual([]);
    });

    it('is watched from the last time it was sent', async () => {
      await rig.clock.pass(LATE_ARRIVAL_MS - HOUR_MS);
      await unclear(ABSENT);
      await rig.clock.pass(2 * HOUR_MS);
      rig.settles = [FOUND];
      await rig.service.settleConsole('acme');
      expect(state()).toBe('confirmed');
    });

    it('is watched after a restart too', async () => {
      const service = await rig.restart();
      rig.settles = [FOUND];
      await service.settleConsole('acme');
      expect(listed()).toEqual(['confirmed']);
    });
  });

  describe('and is looked at while it is sent again', () => {
    it('keeps what the later sending found', async () => {
      await unclear(timeout);
      let release = (): void => undefined;
      rig.settleGate = new Promise((resolve) => (release = resolve));
      rig.settles = [ABSENT];
      const looking = rig.service.settleConsole('acme');
      await rig.clock.pass(1);
      rig.looks = [ABSENT];
      rig.answer = () => 'sent';
      expect(await rig.run()).toMatchObject({ state: 'confirmed' });
      release();
      await looking;
      expect(state()).toBe('confirmed');
    });

    it('is left to the sending while that runs', async () => {
      await unclear(ABSENT);
      rig.answer = () => new Promise(() => undefined);
      void rig.service.run(intent, rig.attempt());
      await rig.clock.pass(10);
      rig.settles = [ABSENT];
      await rig.service.settleConsole('acme');
      expect(rig.settled).toEqual([]);
      expect(await rig.service.recheck(OPERATION_ID)).toMatchObject({ state: 'sent' });
      expect(listed()).toEqual([]);
    });
  });

  describe('and is looked at once more on request', () => {
    it('tells its new state', async () => {
      await unclear(timeout);
      rig.settles = [ABSENT];
      expect(await rig.service.recheck(OPERATION_ID)).toMatchObject({ state: 'absent' });
      rig.settles = [FOUND];
      expect(await rig.service.recheck(OPERATION_ID)).toMatchObject({
        state: 'confirmed',
        keyId: 'key-found',
      });
      expect(await rig.service.recheck(OPERATION_ID)).toMatchObject({ state: 'confirmed' });
      expect(rig.settled).toHaveLength(2);
    });

    it('tells why it could not be looked at', async () => {
      await unclear(timeout);
      rig.settles = [timeout];
      await expect(rig.service.recheck(OPERATION_ID)).rejects.toBe(timeout);
      await expect(rig.service.recheck(other(9))).rejects.toMatchObject({ code: 'not-found' });
    });
  });

  it('is no news when nothing was ever unclear', async () => {
    await rig.run();
    expect(listed()).toEqual([]);
  });
});
