import { describe, expect, it } from 'vitest';
import { aDraft, anIntent, codeOf, type Trial } from './trial';

/** The part of the contract that says how an adapter signs in and says what may be done. */
export function signingContract(trial: Trial): void {
  describe('signing in', () => {
    it.each(['token', 'password'] as const)('works with a %s', async (as) => {
      const operator = await trial.vendor.adapter(trial.vendor.managementUrl, as).operator();
      expect(operator).toMatchObject({ canWrite: true, canReveal: true });
      expect(operator.name).not.toBe('');
    });

    it.each(['wrong-token', 'wrong-password'] as const)('does not work with a %s', async (as) => {
      expect(await codeOf(trial.vendor.adapter(trial.vendor.managementUrl, as).operator())).toBe(
        'unauthorized',
      );
    });

    it('tells what an operator may not do, and the console sees to it', async () => {
      const viewer = trial.vendor.adapter(trial.vendor.managementUrl, 'viewer');
      expect(await viewer.operator()).toMatchObject({ canWrite: false, canReveal: false });
      const { key } = await trial.issue();
      expect(await codeOf(viewer.issue(trial.vendor.places.editable, aDraft(), anIntent()))).toBe(
        'forbidden',
      );
      expect(await codeOf(viewer.reveal(trial.vendor.places.editable, key.id))).toBe('forbidden');
      expect(await codeOf(viewer.stop(trial.vendor.places.editable, key.id))).toBe('forbidden');
      expect(await trial.adapter.key(trial.vendor.places.editable, key.id)).not.toBeNull();
    });

    it('happens once for many calls', async () => {
      const patient = trial.vendor.adapter(trial.proxy.url, 'password');
      trial.proxy.clear();
      await Promise.all([patient.operator(), patient.environments(), patient.operator()]);
      expect(trial.proxy.log.filter(({ path }) => trial.vendor.paths.signIn.test(path))).toHaveLength(1);
    });
  });
}
