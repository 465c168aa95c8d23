import { describe, expect, it } from 'vitest';
import { changesOf, draftOf } from '@renderer/keys/form/form-draft';
import { draftNotes, draftSummary } from '@renderer/keys/form/draft-summary';
import { draftWarnings } from '@renderer/keys/form/draft-warnings';
import { emptyForm, formOf, randomStem, successorForm } from '@renderer/keys/form/key-form';
import { daysFromNow, NOW } from '@test/support/builders';
import { ASSISTED, keyOf } from '@test/support/vendor-worlds';
import { placeOf } from '@test/unit/renderer/keys/places';

const qodly = placeOf('qodly');
const mia = placeOf('mia');
const cloudmc = placeOf('cloudmc');
const qwilt = placeOf('qwilt');
const assisted = placeOf('qodly', ASSISTED);

describe('an empty form', () => {
  it('begins as each vendor begins', () => {
    expect(emptyForm(cloudmc, 'ab12cd34').name).toBe('api_key_ab12cd34');
    expect(emptyForm(qwilt)).toMatchObject({ name: '', role: 'Viewer', validDays: '90' });
    expect(emptyForm(mia)).toMatchObject({ active: true, secret: '', generate: false });
    expect(emptyForm(assisted).keepSecret).toBe(false);
  });

  it('proposes no more days than are allowed', () => {
    expect(emptyForm(placeOf('qwilt', { maxValidityDays: 45 })).validDays).toBe('30');
  });

  it('completes a name with eight letters or digits, another time with others', () => {
    const stems = new Set(Array.from({ length: 50 }, randomStem));
    expect(stems.size).toBe(50);
    for (const stem of stems) expect(stem).toMatch(/^[a-z0-9]{8}$/);
  });
});

describe('draftOf', () => {
  it('carries a typed secret as it is, and a pasted one without the blanks around it', () => {
    const form = { ...emptyForm(mia), name: 'mobile', secret: ' a b ' };
    expect(draftOf(form, mia, NOW)).toEqual({ name: 'mobile', active: true, secret: { typed: ' a b ' } });
    expect(draftOf({ ...form, generate: true }, mia, NOW).secret).toBe('generate');
    expect(draftOf(form, assisted, NOW)).toMatchObject({ secret: { typed: 'a b' }, keepSecret: false });
  });

  it('has no secret, no date and no host where the vendor has none', () => {
    expect(draftOf({ ...emptyForm(cloudmc), secret: 'x', name: 'a' }, cloudmc, NOW)).toEqual({ name: 'a' });
  });

  it('leaves days out that were not typed', () => {
    const form = { ...emptyForm(qwilt), name: 'a', validDays: ' ' };
    expect(draftOf(form, qwilt, NOW)).toEqual({ name: 'a', role: 'Viewer' });
  });
});

describe('changesOf', () => {
  const key = keyOf('mia');

  it('takes a description away, and switches a key off', () => {
    const form = { ...formOf(key, mia), description: '', active: false };
    expect(changesOf(form, key, mia, NOW)).toEqual({ description: '', active: false });
  });

  it('never holds a secret', () => {
    expect(changesOf({ ...formOf(key, mia), secret: 'another' }, key, mia, NOW)).toEqual({});
  });
});

it('gives a successor the same facts and a life of its own', () => {
  const key = keyOf('qwilt', { expiresAt: daysFromNow(3) });
  expect(draftOf(successorForm(key, qwilt, NOW), qwilt, NOW)).toEqual({
    name: 'Purge job',
    role: 'Editor',
    description: 'Purges nightly',
    validDays: 90,
  });
  const strange = keyOf('qwilt', { role: 'Owner' });
  expect(successorForm(strange, qwilt, NOW).role).toBe('Viewer');
});

it('gives it no longer a life than the old one has left', () => {
  const daysOf = (left: number): string =>
    successorForm(keyOf('qwilt', { expiresAt: daysFromNow(left) }), qwilt, NOW).validDays;
  expect(daysOf(60.5)).toBe('60');
  expect(daysOf(300)).toBe('90');
  const accounting = keyOf('qodly', { expiresAt: daysFromNow(41) });
  const draft = draftOf(successorForm(accounting, qodly, NOW), qodly, NOW);
  expect(draft.expiresAt).toBe(daysFromNow(41));
  const ended = keyOf('qodly', { expiresAt: daysFromNow(-1) });
  expect(draftOf(successorForm(ended, qodly, NOW), qodly, NOW).expiresAt).toBe(daysFromNow(90));
});

it('makes up the secret of a successor where that can be typed too', () => {
  const mobile = keyOf('mia', { active: false });
  expect(draftOf(successorForm(mobile, mia, NOW), mia, NOW)).toEqual({
    name: 'mobile',
    description: 'The app',
    active: true,
    secret: 'generate',
  });
});

describe('what is said of a draft', () => {
  it('fits each vendor', () => {
    expect(draftSummary({ name: 'CI', role: 'Viewer', validDays: 30 }, qwilt, NOW)).toMatch(
      /^“CI” has the permission Viewer \(may get and list\) in Acme Media \(Acme CDN\), until 3 Apr 2026, .+ \(30 days\)\.$/,
    );
    expect(draftSummary({ name: 'a' }, cloudmc, NOW)).toBe(
      '“a” can do whatever its owner may do in Acme (Acme Cloud), without an expiration date.',
    );
    expect(draftSummary({ name: 'mobile' }, mia, NOW)).toBe(
      '“mobile” lets its caller through where endpoints ask for a key of that name in shop/main (Acme Mia), without an expiration date.',
    );
  });

  it('promises no date of a number that is none', () => {
    for (const validDays of [NaN, -1, 0, 1e15])
      expect(draftSummary({ name: 'CI', role: 'Viewer', validDays }, qwilt, NOW)).toMatch(/\(Acme CDN\)\.$/);
  });

  it('says when it begins to work', () => {
    expect(draftNotes({ name: 'a', active: false }, mia)).toEqual([
      'It starts disabled and is refused until somebody enables it.',
      'It works only once what is saved was deployed.',
    ]);
    expect(draftNotes({ name: 'a' }, qwilt)).toEqual([
      'It may still be refused for up to 5 minutes after it was made.',
      'Its secret is shown once, right after it was made.',
    ]);
    expect(draftNotes({ name: 'a' }, assisted)).toEqual([]);
  });

  it('warns of a weak secret that was typed, and of none that is made up or still missing', () => {
    const warned = (secret: 'generate' | { typed: string }): string[] =>
      draftWarnings({ name: 'a', secret }, mia);
    expect(warned({ typed: 'hunter2' })).toHaveLength(1);
    expect(warned({ typed: '' })).toEqual([]);
    expect(warned('generate')).toEqual([]);
  });
});
