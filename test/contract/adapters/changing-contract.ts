import { describe, expect, it } from 'vitest';
import type { DecidedDraft } from '@main/adapters/adapter';
import { faults } from '@test/support/fault-proxy/faults';
import { aDraft, anIntent, codeOf, traceOf, type Trial } from './trial';

/** The part of the contract that says how an adapter changes, once and only once. */
export function changingContract(trial: Trial): void {
  describe('changing', () => {
    it('issues a key with a secret that works, and finds it again by its mark', async () => {
      const intent = anIntent();
      const { key, secret } = await trial.issue({ name: 'Issued' }, intent);
      expect(key).toMatchObject({ name: 'Issued', role: 'Admin', allowedHosts: 'any' });
      expect(await trial.adapter.findIssued(trial.vendor.places.editable, traceOf(intent))).toEqual(key);
      expect(await trial.adapter.key(trial.vendor.places.editable, key.id)).toEqual(key);
      expect(await trial.adapter.reveal(trial.vendor.places.editable, key.id)).toBe(secret);
      expect(await trial.adapter.probe(trial.place, secret)).toMatchObject({
        verdict: 'accepted',
        reason: 'ok',
      });
    });

    it('issues once for one intent, however often it is sent', async () => {
      const intent = anIntent();
      const draft = aDraft();
      const first = await trial.adapter.issue(trial.vendor.places.editable, draft, intent);
      const second = await trial.adapter.issue(trial.vendor.places.editable, draft, intent);
      expect(second).toEqual(first);
      expect(
        await codeOf(trial.adapter.issue(trial.vendor.places.editable, { ...draft, name: 'Other' }, intent)),
      ).toBe('invalid-input');
    });

    it('keeps hostile names and Unicode as they are', async () => {
      for (const text of [
        '<img src=x onerror=alert(1)>',
        '=1+1',
        '"; drop table',
        'ключ 🔑 \u202eabc',
        '../..%2f',
      ]) {
        const { key } = await trial.issue({ name: text });
        expect((await trial.adapter.key(trial.vendor.places.editable, key.id))?.name).toBe(text);
      }
    });

    it.each<[string, Partial<DecidedDraft>, string]>([
      ['a name of 10,000 characters', { name: 'x'.repeat(10_000) }, 'name'],
      ['a name with control characters', { name: 'a\u0007b' }, 'name'],
      ['an expiry in the past', { expiresAt: '2020-01-01T00:00:00.000Z' }, 'expiresAt'],
      ['an unknown role', { role: 'Nobody' }, 'role'],
      ['an address typed wrong', { allowedHosts: ['203.0.113.7', '300.1.1.1'] }, 'allowedHosts'],
    ])('says which field is wrong: %s', async (_case, wrong, field) => {
      await expect(trial.issue(wrong)).rejects.toMatchObject({ code: 'invalid-input', facts: { field } });
    });

    it('edits what is named and nothing else', async () => {
      const { key } = await trial.issue({ allowedHosts: ['203.0.113.7'] });
      const edited = await trial.adapter.edit(
        trial.vendor.places.editable,
        key.id,
        { name: 'Renamed' },
        key.revision,
      );
      expect(edited).toEqual({ ...key, name: 'Renamed', revision: edited.revision });
      expect(edited.revision).not.toBe(key.revision);
      expect(await trial.adapter.key(trial.vendor.places.editable, key.id)).toEqual(edited);
    });

    it('does not overwrite what somebody else changed', async () => {
      const { key } = await trial.issue();
      const { editable } = trial.vendor.places;
      await trial.adapter.edit(editable, key.id, { name: 'Theirs' }, key.revision);
      expect(await codeOf(trial.adapter.edit(editable, key.id, { name: 'Ours' }, key.revision))).toBe(
        'conflict',
      );
      expect(await codeOf(trial.adapter.stop(editable, key.id, key.revision))).toBe('conflict');
      expect((await trial.adapter.key(editable, key.id))?.name).toBe('Theirs');
    });

    it('stops a key: gone, refused, and gone again', async () => {
      const { key, secret } = await trial.issue();
      await trial.adapter.stop(trial.vendor.places.editable, key.id, key.revision);
      expect(await trial.adapter.key(trial.vendor.places.editable, key.id)).toBeNull();
      expect(await codeOf(trial.adapter.stop(trial.vendor.places.editable, key.id))).toBe('not-found');
      expect(await codeOf(trial.adapter.reveal(trial.vendor.places.editable, key.id))).toBe('not-found');
      expect(await trial.adapter.probe(trial.place, secret)).toMatchObject({
        verdict: 'refused',
        reason: 'not-valid',
      });
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
      trial.proxy.clear();
      trial.proxy.on({ method: 'POST', path: trial.vendor.paths.keys }, fault);
      const intent = anIntent();
      expect(['offline', 'bad-answer', 'server']).toContain(await codeOf(trial.issue({}, intent)));
      expect(trial.proxy.log.filter(({ method }) => method === 'POST')).toHaveLength(1);
      trial.proxy.clear();
      const found = await trial.adapter.findIssued(trial.vendor.places.editable, traceOf(intent));
      expect(found === null ? 0 : 1).toBe(made);
    });
  });
}
