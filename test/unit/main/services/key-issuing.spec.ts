import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { DAY_MS, toInstant } from '@core/domain/instant';
import { NOW, daysFromNow } from '@test/support/builders';
import { keyAt, STAGING, startedDesk } from '@test/support/key-desk';

type Desk = Awaited<ReturnType<typeof startedDesk>>;

const ID = '6f2d3c1e-8f4b-4e53-9f0a-2f6a0e3f7a11';
const draft = {
  name: 'Accounting',
  type: 'standard' as const,
  role: 'Reader',
  expiresAt: daysFromNow(90),
  allowedHosts: [],
};
const reset = new AppError('offline', 'The connection broke off.', { system: 'ECONNRESET' });
const forbidden = new AppError('forbidden', 'Not allowed.');

describe('issuing a key', () => {
  let at: Desk;
  const issue = (over: object = {}) =>
    at.desk.clock.until(
      at.keys.issue({ operationId: ID, environment: STAGING, draft: { ...draft, ...over } }),
    );
  const journaled = () => at.journal.find(ID);

  beforeEach(async () => {
    at = await startedDesk();
  });

  it('has the secret in the vault before the operation counts as done', async () => {
    const heldWhen: [string, number][] = [];
    at.desk.stores.operations.refuse = (entry) => {
      heldWhen.push([
        entry.state,
        at.desk.log.secrets.filter((secret) => secret === 'secret-of-new-1').length,
      ]);
      return null;
    };
    const outcome = await issue();
    expect(heldWhen).toEqual([
      ['intended', 0],
      ['sent', 0],
      ['confirmed', 1],
    ]);
    expect(outcome).toMatchObject({
      state: 'confirmed',
      adopted: false,
      key: { ...STAGING, id: 'new-1' },
    });
  });

  it('gives a handle for the secret and never the secret', async () => {
    const outcome = await issue();
    if (outcome.state !== 'confirmed' || outcome.handle === null) throw new Error('No handle.');
    expect(at.vault.get(outcome.handle)).toMatchObject({
      secret: 'secret-of-new-1',
      keyId: 'new-1',
      environment: STAGING,
      label: 'Accounting',
      retrievable: true,
    });
    expect(JSON.stringify(outcome)).not.toContain('secret-of-new-1');
    expect(at.desk.stores.operations.text).not.toContain('secret-of-new-1');
  });

  it('leaves a fingerprint', async () => {
    await issue();
    expect(at.desk.stores.fingerprints.entries).toMatchObject([{ key: keyAt('new-1') }]);
  });

  it('does not wait for a keychain that does not answer', async () => {
    await at.environments.list('acme');
    at.desk.keychain.read = () => new Promise(() => undefined);
    expect(await issue()).toMatchObject({ state: 'confirmed', handle: expect.any(String) as string });
  });

  it.each([
    ['a full disk', () => new AppError('storage', 'The disk is full.')],
    [
      'a bug of ours',
      () => {
        throw new TypeError('undefined is not a function');
      },
    ],
  ])('does not fail because a fingerprint cannot be kept: %s', async (_what, refuse) => {
    at.desk.stores.fingerprints.refuse = refuse;
    expect(await issue()).toMatchObject({ state: 'confirmed', handle: expect.any(String) as string });
    expect(at.desk.log.lines).toMatchObject([{ event: 'fingerprint.not-kept' }]);
  });

  it('adopts the key of a lost answer, with its secret', async () => {
    at.desk.console.fail('issue', { when: 'after', error: reset });
    const outcome = await issue();
    expect(outcome).toMatchObject({ state: 'confirmed', adopted: true, key: { id: 'new-1' } });
    if (outcome.state !== 'confirmed' || outcome.handle === null) throw new Error('No handle.');
    expect(at.vault.get(outcome.handle).secret).toBe('secret-of-new-1');
    expect(at.desk.console.created).toEqual(['new-1']);
  });

  it('adopts it without its secret where that may not be read: the key is there', async () => {
    at.desk.console.fail('issue', { when: 'after', error: reset });
    at.desk.console.block('reveal', forbidden);
    expect(await issue()).toMatchObject({ state: 'confirmed', adopted: true, handle: null });
    expect(journaled()).toMatchObject({ state: 'confirmed', keyId: 'new-1' });
  });

  it('is checking, and not failed, when the answer got lost and nothing is to be found', async () => {
    at.desk.console.fail('issue', { when: 'before', error: reset });
    expect(await issue()).toMatchObject({ state: 'checking', operationId: ID });
    expect(journaled()?.state).toBe('absent');
    expect(await issue()).toMatchObject({ state: 'confirmed', key: { id: 'new-1' } });
    expect(at.desk.console.created).toEqual(['new-1']);
  });

  it('notices a key that arrives late', async () => {
    at.desk.console.fail('issue', { when: 'late', error: new AppError('server', 'Gateway timeout.') });
    await issue();
    at.desk.console.arrive();
    await at.operations.settleConsole('acme');
    expect(journaled()).toMatchObject({ state: 'confirmed', keyId: 'new-1' });
    expect(at.operations.list(toInstant(NOW - 1))).toHaveLength(1);
  });

  it('creates one key for two clicks, and for a click after a restart', async () => {
    const [one, two] = await Promise.all([issue(), issue()]);
    expect(two).toEqual(one);
    Object.assign(at, at.desk.start());
    expect(await issue()).toMatchObject({ state: 'confirmed', adopted: true });
    expect(at.desk.console.created).toEqual(['new-1']);
  });

  it('is refused before anything is sent where the draft breaks a rule', async () => {
    for (const [wrong, field] of [
      [{ name: 'two\nlines' }, 'name'],
      [{ expiresAt: daysFromNow(-1) }, 'expiresAt'],
      [{ expiresAt: daysFromNow(366) }, 'expiresAt'],
      [{ allowedHosts: ['203.0.113.300'] }, 'allowedHosts'],
    ] as const) {
      await expect(issue(wrong)).rejects.toMatchObject({ code: 'invalid-input', facts: { field } });
    }
    expect(at.desk.console.count('issue')).toBe(0);
    expect(at.desk.stores.operations.entries).toEqual([]);
  });

  it("judges an expiry by the console's clock", async () => {
    at.desk.console.skewMs = -2 * DAY_MS;
    await expect(issue({ expiresAt: daysFromNow(364) })).rejects.toMatchObject({
      facts: { field: 'expiresAt' },
    });
    at.desk.console.skewMs = 2 * DAY_MS;
    await expect(issue({ expiresAt: daysFromNow(1) })).rejects.toMatchObject({
      facts: { field: 'expiresAt' },
    });
    expect(await issue({ expiresAt: daysFromNow(366) })).toMatchObject({ state: 'confirmed' });
  });

  it('passes a refusal of the console on, and the corrected form works', async () => {
    at.desk.console.fail('issue', { when: 'before', error: forbidden });
    await expect(issue()).rejects.toBe(forbidden);
    expect(journaled()?.state).toBe('failed');
    expect(await issue({ name: 'Books' })).toMatchObject({ state: 'confirmed', key: { name: 'Books' } });
  });
});
