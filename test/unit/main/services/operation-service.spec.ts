import { beforeEach, describe, expect, it } from 'vitest';
import { APP_ERROR_CODES, AppError } from '@core/domain/app-error';
import type { OperationIntent } from '@main/services/operation-journal';
import { ABSENT, FOUND, full, intent, OPERATION_ID, Rig, timeout } from './operation-rig';

const fails = (error: Error) => (): never => {
  throw error;
};

describe('OperationService', () => {
  let rig: Rig;

  beforeEach(() => {
    rig = new Rig();
  });

  describe('a run', () => {
    it('is written down as intended and as sent before anything leaves', async () => {
      expect(await rig.run()).toEqual({ state: 'confirmed', value: 'sent', reconciled: false });
      expect(rig.happened).toEqual(['intended', 'sent', 'send', 'confirmed']);
      expect(rig.journal.find(OPERATION_ID)).toMatchObject({ state: 'confirmed', keyId: 'key-sent' });
    });

    it('sends once for a double click, and answers both', async () => {
      let release = (): void => undefined;
      rig.answer = () => new Promise((resolve) => (release = () => resolve('sent')));
      const first = rig.service.run(intent, rig.attempt());
      await rig.clock.pass(10);
      const second = rig.service.run(intent, rig.attempt());
      await rig.clock.pass(10);
      release();
      expect(await Promise.all([first, second])).toEqual([await first, await first]);
      expect(rig.sentWith).toHaveLength(1);
    });

    it.each<[string, Partial<OperationIntent>]>([
      ['another key', { kind: 'stop', keyId: 'key-2' }],
      ['other values', { payload: { name: 'Books' } }],
    ])('never lets %s share the outcome of the one that is running', async (_what, change) => {
      rig.answer = () => new Promise(() => undefined);
      void rig.service.run(intent, rig.attempt());
      await rig.clock.pass(10);
      await expect(rig.service.run({ ...intent, ...change }, rig.attempt())).rejects.toMatchObject({
        code: 'invalid-input',
      });
    });

    it('counts only after a read-back where one is asked for', async () => {
      rig.looks = [ABSENT, ABSENT, FOUND];
      expect(await rig.run({ readBack: true })).toEqual({
        state: 'confirmed',
        value: 'found',
        reconciled: false,
      });
      expect(rig.happened).toEqual(['intended', 'sent', 'send', 'look', 'look', 'look', 'confirmed']);
    });

    it('is never confirmed while the read-back does not show it', async () => {
      rig.looks = [ABSENT];
      expect(await rig.run({ readBack: true })).toMatchObject({
        state: 'checking',
        operation: { state: 'absent' },
      });
      rig = new Rig();
      rig.looks = [timeout];
      expect(await rig.run({ readBack: true })).toMatchObject({
        state: 'checking',
        operation: { state: 'ambiguous' },
      });
    });

    it.each(APP_ERROR_CODES)('ends as failed or unclear on %s, as the table says', async (code) => {
      const error = new AppError(code, 'no');
      rig.answer = fails(error);
      const sure = [
        'unauthorized',
        'forbidden',
        'not-found',
        'invalid-input',
        'rate-limited',
        'tls',
        'storage',
        'keychain-locked',
        'keychain-missing',
        'keychain-unresponsive',
      ];
      if (sure.includes(code)) {
        await expect(rig.run()).rejects.toBe(error);
        expect(rig.journal.find(OPERATION_ID)).toMatchObject({ state: 'failed', error: code });
        expect(rig.happened).not.toContain('look');
      } else {
        rig.looks = [timeout];
        expect(await rig.run()).toMatchObject({ state: 'checking' });
        expect(rig.journal.find(OPERATION_ID)).toMatchObject({ state: 'ambiguous' });
      }
      expect(rig.sentWith).toHaveLength(1);
    });

    it('looks after an unclear answer and takes what it finds', async () => {
      rig.answer = fails(timeout);
      rig.looks = [timeout, FOUND];
      expect(await rig.run()).toEqual({ state: 'confirmed', value: 'found', reconciled: true });
      expect(rig.happened).toEqual(['intended', 'sent', 'send', 'ambiguous', 'look', 'look', 'confirmed']);
    });

    it('says so when it looked and found nothing', async () => {
      rig.answer = fails(timeout);
      rig.looks = [timeout, ABSENT];
      expect(await rig.run()).toMatchObject({ state: 'checking', operation: { state: 'absent' } });
    });

    it('keeps open what a bug of ours clouds after something was sent', async () => {
      const bug = new TypeError('undefined is not a function');
      rig.answer = fails(bug);
      await expect(rig.run()).rejects.toBe(bug);
      expect(rig.journal.find(OPERATION_ID)).toMatchObject({ state: 'ambiguous', error: 'unexpected' });
    });
  });

  describe('a disk that cannot be written', () => {
    it.each(['intended', 'sent'])('before sending (%s) keeps it from being sent', async (failing) => {
      rig.log.refuse = (entry) => (entry.state === failing ? full : null);
      await expect(rig.run()).rejects.toBe(full);
      expect(rig.sentWith).toEqual([]);
    });

    it('after sending does not turn what happened into an error', async () => {
      rig.log.refuse = (entry) => (entry.state === 'confirmed' ? full : null);
      expect(await rig.run()).toMatchObject({ state: 'confirmed', value: 'sent' });
      expect(rig.log.entries.at(-1)?.state).toBe('sent');
    });

    it('after a refusal still tells the refusal', async () => {
      const refusal = new AppError('forbidden', 'no');
      rig.answer = fails(refusal);
      rig.log.refuse = (entry) => (entry.state === 'failed' ? full : null);
      await expect(rig.run()).rejects.toBe(refusal);
    });

    it('while it is unclear does not stop the looking', async () => {
      rig.answer = fails(timeout);
      rig.looks = [FOUND];
      rig.log.refuse = (entry) => (entry.state === 'sent' || entry.state === 'intended' ? null : full);
      expect(await rig.run()).toMatchObject({ state: 'confirmed', value: 'found' });
    });
  });

  describe('the same form again', () => {
    const unclear = async (): Promise<void> => {
      rig.answer = fails(timeout);
      rig.looks = [ABSENT];
      await rig.run();
      rig.answer = () => 'sent';
      rig.happened.length = 0;
    };

    it('looks before it sends, and sends under the same keys', async () => {
      await unclear();
      expect(await rig.run()).toMatchObject({ state: 'confirmed', value: 'sent' });
      expect(rig.happened).toEqual(['look', 'sent', 'send', 'confirmed']);
      const [first, second] = rig.sentWith;
      expect(second?.idempotencyKey).toBe(first?.idempotencyKey);
      expect(second?.clientRef).toBe(first?.clientRef);
    });

    it('does not send when the change is there meanwhile', async () => {
      await unclear();
      rig.looks = [FOUND];
      expect(await rig.run()).toEqual({ state: 'confirmed', value: 'found', reconciled: true });
      expect(rig.happened).not.toContain('send');
    });

    it('does not send while the console cannot be looked at', async () => {
      await unclear();
      rig.looks = [timeout];
      expect(await rig.run()).toMatchObject({ state: 'checking' });
      expect(rig.happened).toEqual(['look']);
    });

    it('keeps its keys when the second sending is refused: the first may still arrive', async () => {
      await unclear();
      const refusal = new AppError('rate-limited', 'no');
      rig.answer = fails(refusal);
      await expect(rig.run()).rejects.toBe(refusal);
      expect(rig.journal.find(OPERATION_ID)).toMatchObject({ state: 'absent', error: 'rate-limited' });
      rig.answer = () => 'sent';
      await rig.run();
      expect(new Set(rig.sentWith.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
      expect(rig.sentWith).toHaveLength(3);
    });

    it('after it was confirmed neither repeats nor hides that it was undone', async () => {
      await rig.run();
      rig.looks = [ABSENT];
      await expect(rig.run()).rejects.toMatchObject({ code: 'not-found' });
      rig.looks = [FOUND];
      expect(await rig.run()).toMatchObject({ state: 'confirmed' });
      expect(rig.sentWith).toHaveLength(1);
    });

    it('after it was refused may be corrected, under other keys', async () => {
      rig.answer = fails(new AppError('invalid-input', 'no'));
      await expect(rig.run()).rejects.toThrow();
      rig.answer = () => 'sent';
      expect(await rig.run({}, { ...intent, payload: { name: 'Books' } })).toMatchObject({
        state: 'confirmed',
      });
      expect(rig.sentWith[1]?.idempotencyKey).not.toBe(rig.sentWith[0]?.idempotencyKey);
    });
  });
});
