import { describe, expect, it } from 'vitest';
import { anIntent, codeOf, shownAgain, type Trial } from './trial';

/** The part of the contract that says how an adapter signs in and says what may be done. */
export function signingContract(trial: Trial): void {
  const { signIns } = trial.facts;
  const reveals = shownAgain(trial.facts);

  describe('signing in', () => {
    it.each(signIns.work)('works with a %s', async (as) => {
      const operator = await trial.vendor.adapter(trial.vendor.managementUrl, as).operator();
      expect(operator).toMatchObject({ canWrite: true, canReveal: reveals });
      expect(operator.name).not.toBe('');
    });

    it.each(signIns.refused)('does not work with a %s', async (as) => {
      expect(await codeOf(trial.vendor.adapter(trial.vendor.managementUrl, as).operator())).toBe(
        'unauthorized',
      );
    });

    it.runIf(signIns.viewer)('tells what an operator may not do, and the console sees to it', async () => {
      const viewer = trial.vendor.adapter(trial.vendor.managementUrl, signIns.viewer ?? '');
      const { editable } = trial.vendor.places;
      expect(await viewer.operator()).toMatchObject({ canWrite: false, canReveal: false });
      const { key } = await trial.issue();
      expect(await codeOf(viewer.issue(editable, trial.facts.draft(), anIntent()))).toBe('forbidden');
      if (reveals) expect(await codeOf(viewer.reveal(editable, key.id))).toBe('forbidden');
      expect(await codeOf(viewer.stop(editable, key.id))).toBe('forbidden');
      expect(await trial.adapter.key(editable, key.id)).toEqual(key);
    });

    it.runIf(signIns.session)('happens once for many calls', async () => {
      const patient = trial.vendor.adapter(trial.proxy.url, signIns.session ?? '');
      trial.proxy.clear();
      await Promise.all([patient.operator(), patient.environments(), patient.operator()]);
      const { signIn } = trial.vendor.paths;
      expect(trial.proxy.log.filter(({ path }) => signIn?.test(path))).toHaveLength(1);
    });
  });
}
