import { describe, expect, it } from 'vitest';
import { toInstant } from '@core/domain/instant';
import { NOW } from '@test/support/builders';
import { keyAt, STAGING } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';
import { deskOf, DRAFTS, id, reset } from './vendor-desk';

describe('a key that is found again by its name', () => {
  it('is the one that was not there before', async () => {
    const at = await deskOf('cloudmc');
    at.desk.console.add(aVendorKey({ id: 'old', name: 'ci' }));
    at.desk.console.fail('issue', { when: 'after', error: reset });
    expect(await at.issue()).toMatchObject({ state: 'confirmed', adopted: true, key: { id: 'new-1' } });
    expect(at.journal.find(id(1))).toMatchObject({ known: ['old'], keyId: 'new-1' });
  });

  it('and is shown only once has no secret any more, which the outcome says', async () => {
    const at = await deskOf('cloudmc');
    at.desk.console.fail('issue', { when: 'after', error: reset });
    expect(await at.issue()).toMatchObject({ adopted: true, handle: null });
    expect(at.desk.console.count('reveal')).toBe(0);
  });

  it('is nobody’s where there are several new ones', async () => {
    const at = await deskOf('cloudmc');
    at.desk.console.fail('issue', { when: 'after', error: reset });
    at.desk.console.answerGate = (call) => {
      if (call === 'issue') at.desk.console.add(aVendorKey({ id: 'theirs', name: 'ci' }));
      return null;
    };
    expect(await at.issue()).toMatchObject({ state: 'checking' });
    expect(at.journal.find(id(1))?.state).toBe('ambiguous');
  });

  it('is not looked for among more of its name than the journal can tell apart', async () => {
    const at = await deskOf('cloudmc');
    for (let index = 0; index <= 200; index += 1)
      at.desk.console.add(aVendorKey({ id: `old-${index}`, name: 'ci' }));
    await expect(at.issue()).rejects.toMatchObject({ code: 'invalid-input', facts: { field: 'name' } });
    expect(at.desk.console.count('issue')).toBe(0);
  });

  it.each(['cloudmc', 'qwilt'] as const)('is never created by a second sending: %s', async (vendor) => {
    const at = await deskOf(vendor);
    at.desk.console.fail('issue', { when: 'late', error: reset });
    expect(await at.issue()).toMatchObject({ state: 'checking' });
    expect(await at.issue()).toMatchObject({ state: 'checking' });
    Object.assign(at, at.desk.start());
    expect(
      await at.desk.clock.until(
        at.keys.issue({ operationId: id(1), environment: STAGING, draft: DRAFTS[vendor] }),
      ),
    ).toMatchObject({ state: 'checking' });
    expect(at.desk.console.count('issue')).toBe(1);
    at.desk.console.arrive();
    await at.operations.settleConsole('acme');
    expect(at.journal.find(id(1))).toMatchObject({ state: 'confirmed', keyId: 'new-1' });
    expect(at.desk.console.created).toEqual(['new-1']);
  });
});

describe('a key that takes effect later', () => {
  const later = toInstant(NOW + 300_000);

  it('is not called refused before that', async () => {
    const at = await deskOf('qwilt');
    at.desk.console.newKeys = { activatesAt: later };
    const outcome = await at.issue();
    if (outcome.state !== 'confirmed' || outcome.handle === null) throw new Error('No handle.');
    const { handle } = outcome;
    expect(at.vault.waiting()).toMatchObject([{ handle, activatesAt: later }]);
    at.desk.console.probes = () => ({
      verdict: 'refused',
      reason: 'not-valid',
      status: 401,
      at: toInstant(at.desk.clock.now()),
    });
    const early = { verdict: 'inconclusive', reason: 'not-active-yet', status: 401 };
    const verify = () => at.secrets.verify(keyAt('new-1'), 'pasted-secret');
    expect(await at.secrets.verifyHeld(handle)).toMatchObject(early);
    expect(await verify()).toMatchObject(early);
    await at.desk.clock.pass(300_000);
    expect(await at.secrets.verifyHeld(handle)).toMatchObject({ verdict: 'refused', reason: 'not-valid' });
    expect(await verify()).toMatchObject({ verdict: 'refused', reason: 'not-valid' });
  });

  it('is called what the gateway says where the console cannot be asked, or where it says something else', async () => {
    const at = await deskOf('qwilt');
    at.desk.console.add(aVendorKey({ activatesAt: later }));
    expect(await at.secrets.verify(keyAt('key-1'), 'secret-of-key-1')).toMatchObject({ verdict: 'accepted' });
    at.desk.console.block('key', reset);
    expect(await at.secrets.verify(keyAt('key-1'), 'wrong')).toMatchObject({ verdict: 'refused' });
  });
});
