import { describe, expect, it } from 'vitest';
import { changeProblems, draftProblems, KeyDraft } from '@core/domain/key-draft';
import { traitsOf, vendorInfo } from '@core/domain/vendor';
import { daysFromNow, NOW } from '@test/support/builders';
import { complete, firstGeneration, oldComplete, problems, qodly, rules } from './drafts';

describe('a draft', () => {
  it('must name a role where it gives one', () => {
    expect(problems({ role: '  ' })).toEqual({ role: 'Choose a role.' });
    expect(problems({ role: 'Reader' })).toEqual({});
  });

  it('tells what is wrong with every field at once', () => {
    const wrong = { name: '', role: '', expiresAt: daysFromNow(-1), allowedHosts: ['here'] };
    expect(Object.keys(problems(wrong)).sort()).toEqual(['allowedHosts', 'expiresAt', 'name', 'role']);
  });

  it('says nothing of what a change leaves out', () => {
    expect(problems({})).toEqual({});
  });

  it('lacks nothing that is required, and has nothing that keys do not have here', () => {
    expect(draftProblems(complete, rules)).toEqual({});
    expect(draftProblems({}, rules)).toEqual({
      name: 'Description is required.',
      type: 'Type is required.',
      role: 'Role is required.',
      expiresAt: 'Expiration date is required.',
    });
    const strange = { ...complete, validDays: 30, secret: 'generate', active: true, description: undefined };
    expect(draftProblems(strange as KeyDraft, rules)).toEqual({
      validDays: 'Keys do not have this here.',
      secret: 'Keys do not have this here.',
      active: 'Keys do not have this here.',
    });
    expect(draftProblems({ ...oldComplete, type: 'standard' }, firstGeneration)).toEqual({
      type: 'Keys do not have this here.',
    });
  });

  it('changes only what can be changed here', () => {
    expect(changeProblems({ name: 'New' }, firstGeneration)).toEqual({ name: 'This cannot be changed.' });
    const credential = { traits: traitsOf(vendorInfo('cloudmc'), ''), maxValidityDays: null, now: NOW };
    expect(changeProblems({ name: 'New' }, credential)).toEqual({});
    expect(changeProblems({ name: 'New', role: 'Admin' }, credential)).toEqual({
      role: 'This cannot be changed.',
    });
  });

  it('chooses a permission that there is', () => {
    const token = { traits: traitsOf(vendorInfo('qwilt'), ''), maxValidityDays: 365, now: NOW };
    const draft = { name: 'ci', role: 'Viewer', validDays: 365 };
    expect(draftProblems(draft, token)).toEqual({});
    expect(draftProblems({ ...draft, role: 'Owner' }, token)).toEqual({
      role: 'Choose one of Viewer and Editor.',
    });
    for (const validDays of [0, -1, 1.5, 366, Number.NaN])
      expect(Object.keys(draftProblems({ ...draft, validDays }, token)), `${validDays}`).toEqual([
        'validDays',
      ]);
  });

  describe('with a secret', () => {
    const configuration = { traits: traitsOf(vendorInfo('mia'), ''), maxValidityDays: null, now: NOW };
    const assisted = { traits: traitsOf(qodly, 'assisted'), maxValidityDays: 365, now: NOW };
    const draft = { name: 'web_app', secret: { typed: 's3cret' } };

    it('takes one that is typed, or the wish for one where the operator may choose', () => {
      expect(draftProblems(draft, configuration)).toEqual({});
      expect(draftProblems({ ...draft, secret: 'generate' }, configuration)).toEqual({});
      expect(draftProblems({ ...complete, secret: { typed: 's3cret' }, keepSecret: true }, assisted)).toEqual(
        {},
      );
      expect(draftProblems({ ...complete, secret: 'generate' }, assisted)).toEqual({
        secret: 'API key cannot be generated here.',
      });
    });

    it.each([
      ['', 'API key is required.'],
      ['  ', 'API key is required.'],
      ['two words', 'An API key contains no blanks.'],
      ['line\nfeed', 'API key contains a line break or an invisible character; type it again by hand.'],
      ['x'.repeat(4_001), 'API key may have 4000 characters; this one has 4001.'],
    ])('says what is wrong with it and never what it is: %j', (typed, problem) => {
      expect(draftProblems({ ...draft, secret: { typed } }, configuration)).toEqual({ secret: problem });
    });

    it('names a key as ACLs can name it', () => {
      for (const name of ['9lives', 'web-app', 'web app', 'wéb'])
        expect(draftProblems({ ...draft, name }, configuration), name).toEqual({
          name: 'Letters, digits and underscores only, and no digit first.',
        });
    });
  });

  it('has no fact beyond those that exist', () => {
    expect(KeyDraft.safeParse({ name: 'a', secret: 'x' }).success).toBe(false);
    expect(KeyDraft.safeParse({ name: 'a', type: 'root' }).success).toBe(false);
  });
});
