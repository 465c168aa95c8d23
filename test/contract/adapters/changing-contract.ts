import { describe, expect, it } from 'vitest';
import { vendorInfo } from '@core/domain/vendor';
import { faults } from '@test/support/fault-proxy/faults';
import { anIntent, codeOf, shownAgain, type Trial } from './trial';

/** The part of the contract that says how an adapter changes, once and only once. */
export function changingContract(trial: Trial): void {
  const { facts } = trial;
  const reveals = shownAgain(facts);
  const { repeatable } = vendorInfo(facts.vendor);
  const live = async (): Promise<void> => trial.vendor.takeEffect?.();

  describe('changing', () => {
    it('issues a key with a secret that works, and finds it again', async () => {
      const intent = anIntent();
      const { editable } = trial.vendor.places;
      const trace = await trial.trace(intent, 'Issued');
      const { key, secret } = await trial.issue({ name: 'Issued' }, intent);
      expect(key).toMatchObject({ ...facts.issued, name: 'Issued' });
      expect(JSON.stringify(key)).not.toContain(secret);
      expect(await trial.adapter.findIssued(editable, trace)).toEqual(key);
      expect(await trial.adapter.key(editable, key.id)).toEqual(key);
      await live();
      expect(await trial.adapter.probe(trial.place, secret)).toMatchObject({
        verdict: 'accepted',
        reason: 'ok',
      });
    });

    it('shows a secret again where the vendor does, and nowhere else', async () => {
      const { key, secret } = await trial.issue();
      const shown = trial.adapter.reveal(trial.vendor.places.editable, key.id);
      if (reveals) expect(await shown).toBe(secret);
      else expect(await codeOf(shown)).toBe('forbidden');
    });

    it.runIf(repeatable)('issues once for one intent, however often it is sent', async () => {
      const intent = anIntent();
      const { editable } = trial.vendor.places;
      const draft = facts.draft();
      const first = await trial.adapter.issue(editable, draft, intent);
      const second = await trial.adapter.issue(editable, draft, intent);
      expect(second).toEqual(first);
      expect(await codeOf(trial.adapter.issue(editable, { ...draft, name: 'Other' }, intent))).toBe(
        'invalid-input',
      );
    });

    it.each(facts.names)('keeps the name %j as it is', async (name) => {
      const { key } = await trial.issue({ name });
      expect((await trial.adapter.key(trial.vendor.places.editable, key.id))?.name).toBe(name);
    });

    it.each(facts.wrong)('refuses %s', async (_case, wrong, field) => {
      await expect(trial.issue(wrong)).rejects.toMatchObject({
        code: 'invalid-input',
        ...(field !== undefined && { facts: { field } }),
      });
    });

    it('stops a key: refused, and stopped for good', async () => {
      const { key, secret } = await trial.issue();
      const { editable } = trial.vendor.places;
      await live();
      expect(await trial.adapter.probe(trial.place, secret)).toMatchObject({ verdict: 'accepted' });
      await trial.adapter.stop(editable, key.id, key.revision);
      await live();
      const left = await trial.adapter.key(editable, key.id);
      expect(left === null ? 'gone' : left.revokedAt && 'revoked').toBe(facts.stopped);
      expect(await trial.adapter.probe(trial.place, secret)).toMatchObject({
        verdict: 'refused',
        reason: 'not-valid',
      });
    });

    it.runIf(facts.stopped === 'gone')('does not stop what is gone', async () => {
      const { key } = await trial.issue();
      const { editable } = trial.vendor.places;
      await trial.adapter.stop(editable, key.id, key.revision);
      expect(await codeOf(trial.adapter.stop(editable, key.id))).toBe('not-found');
      if (reveals) expect(await codeOf(trial.adapter.reveal(editable, key.id))).toBe('not-found');
    });

    it.each([
      ['the connection dies before', faults.resetBeforeForward(), 0],
      ['the connection dies after', faults.forwardThenReset(), 1],
      ['the answer is cut off', faults.forwardThenTruncate(), 1],
      ['a page comes instead', faults.afterForward(faults.html200()), 1],
      ['the server fails after', faults.afterForward(faults.status(500)), 1],
      ['a 504 comes instead', faults.afterForward(faults.status(504)), 1],
      ['nothing comes back', faults.afterForward(faults.empty200()), 1],
    ] as const)('sends a create once when %s, and finds what became of it', async (_case, fault, made) => {
      const intent = anIntent();
      const trace = await trial.trace(intent);
      trial.proxy.clear();
      trial.proxy.on({ method: 'POST', path: trial.vendor.paths.keys }, fault);
      expect(['offline', 'bad-answer', 'server']).toContain(await codeOf(trial.issue({}, intent)));
      expect(trial.proxy.log.filter(({ method }) => method === 'POST')).toHaveLength(1);
      trial.proxy.clear();
      const found = await trial.adapter.findIssued(trial.vendor.places.editable, trace);
      expect(found === null ? 0 : 1).toBe(made);
    });
  });
}
