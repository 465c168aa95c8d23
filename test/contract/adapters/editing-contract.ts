import { describe, expect, it } from 'vitest';
import { codeOf, type Trial } from './trial';

/** The part of the contract that says how an adapter edits, where the vendor's keys can be edited. */
export function editingContract(trial: Trial): void {
  const { edits } = trial.facts;
  const { ours = {}, theirs = {}, guarded = 'nothing' } = edits ?? {};

  describe.runIf(edits)('editing', () => {
    it('changes what is named and nothing else', async () => {
      const { key } = await trial.issue();
      const { editable } = trial.vendor.places;
      const edited = await trial.adapter.edit(editable, key.id, ours, key.revision);
      const { revision } = edited;
      expect(edited).toEqual({ ...key, ...ours, ...(revision !== undefined && { revision }) });
      expect(await trial.adapter.key(editable, edited.id)).toEqual(edited);
    });

    it.runIf(guarded !== 'nothing')('does not overwrite what somebody else changed', async () => {
      const { key } = await trial.issue();
      const { editable } = trial.vendor.places;
      const changed = await trial.adapter.edit(editable, key.id, theirs, key.revision);
      expect(changed.revision).not.toBe(key.revision);
      expect(await codeOf(trial.adapter.edit(editable, key.id, ours, key.revision))).toBe('conflict');
      if (guarded === 'edit and stop')
        expect(await codeOf(trial.adapter.stop(editable, key.id, key.revision))).toBe('conflict');
      expect(await trial.adapter.key(editable, key.id)).toMatchObject(theirs);
    });
  });

  it.runIf(!edits)('edits no key', async () => {
    const { key } = await trial.issue();
    expect(await codeOf(trial.adapter.edit(trial.vendor.places.editable, key.id, { name: 'New' }))).toBe(
      'forbidden',
    );
  });
}
