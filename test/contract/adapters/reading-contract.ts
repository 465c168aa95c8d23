import { describe, expect, it } from 'vitest';
import { ApiKey } from '@core/domain/api-key';
import { faults } from '@test/support/fault-proxy/faults';
import { anIntent, codeOf, listed, type Trial } from './trial';

const RANDOM_ID = 'no-such-identifier';

/** The part of the contract that says how an adapter reads, in good weather and bad. */
export function readingContract(trial: Trial): void {
  const { places, edits, roles, inDocument } = trial.facts;

  describe('reading', () => {
    it('lists environments in a form the domain takes', async () => {
      const environments = await trial.adapter.environments();
      expect(new Set(environments.map(({ environmentId }) => environmentId)).size).toBe(environments.length);
      expect(trial.place.canEdit).toBe(edits !== undefined);
      expect(trial.place).not.toHaveProperty('readOnly');
    });

    it('lists roles', async () => {
      const offered = await trial.adapter.roles(trial.vendor.places.editable);
      expect(offered.map(({ name }) => name)).toEqual(expect.arrayContaining([...roles]));
    });

    it.runIf(places.empty)('lists no keys where there are none', async () => {
      expect(await listed(trial.adapter, trial.vendor.places.empty ?? '')).toEqual([]);
    });

    it('lists one page as it is and as the domain has it', async () => {
      const keys = await listed(trial.adapter, trial.vendor.places.editable);
      expect(keys.length).toBeGreaterThan(0);
      for (const key of keys)
        ApiKey.parse({ ...key, consoleId: 'c', environmentId: trial.vendor.places.editable });
    });

    it.runIf(places.large)('lists many pages, every key once, and says how many there are', async () => {
      const { id, keys } = trial.vendor.places.large ?? { id: '', keys: 0 };
      const seen = new Set<string>();
      let pages = 0;
      for await (const page of trial.adapter.keys(id)) {
        pages += 1;
        expect([keys, null]).toContain(page.total);
        for (const key of page.keys) seen.add(key.id);
      }
      expect(pages).toBeGreaterThan(1);
      expect(seen.size).toBe(keys);
    });

    it('repeats a read when the weather is bad for a moment', async () => {
      trial.proxy.clear();
      trial.proxy.on({ method: 'GET', path: trial.vendor.paths.keys, times: 1 }, faults.resetBeforeForward());
      trial.proxy.on({ method: 'GET', path: trial.vendor.paths.keys, times: 1 }, faults.status(503));
      expect((await listed(trial.adapter, trial.vendor.places.editable)).length).toBeGreaterThan(0);
      expect(trial.proxy.log).toHaveLength(3);
    });

    it.each([
      ['a page of a captive portal', faults.html200(), 'bad-answer'],
      ['nothing', faults.empty200(), 'bad-answer'],
      ['another content type', faults.wrongContentType(), 'bad-answer'],
      ['half an answer', faults.forwardThenTruncate(), 'bad-answer'],
      ['a bomb', faults.gzipBomb(60_000_000), 'bad-answer'],
      ['a redirect', faults.redirect(302, 'https://elsewhere.example/'), 'redirected'],
      ['a 500 that stays', faults.status(500), 'server'],
    ] as const)('gives no rows for %s', async (_case, fault, code) => {
      trial.proxy.clear();
      trial.proxy.on({ path: trial.vendor.paths.keys }, fault);
      expect(await codeOf(listed(trial.adapter, trial.vendor.places.editable))).toBe(code);
      trial.proxy.clear();
    });

    it.runIf(inDocument !== true)('gives no rows for names that reach for prototypes', async () => {
      trial.proxy.clear();
      trial.proxy.on({ path: trial.vendor.paths.keys }, faults.protoJson());
      expect(await codeOf(listed(trial.adapter, trial.vendor.places.editable))).toBe('bad-answer');
      trial.proxy.clear();
    });

    it('does not find what is not there', async () => {
      const { editable } = trial.vendor.places;
      expect(await trial.adapter.key(editable, RANDOM_ID)).toBeNull();
      expect(await trial.adapter.findIssued(editable, await trial.trace(anIntent()))).toBeNull();
      expect(await codeOf(listed(trial.adapter, RANDOM_ID))).toBe('not-found');
    });

    it('never takes a vanished environment for the proof that its key is gone', async () => {
      const { key } = await trial.issue();
      expect(await codeOf(trial.adapter.key(RANDOM_ID, key.id))).toBe('bad-answer');
      expect(await codeOf(trial.adapter.stop(RANDOM_ID, key.id))).toBe('bad-answer');
    });
  });
}
