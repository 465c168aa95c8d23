import { describe, expect, it } from 'vitest';
import { DAY_MS, toInstant } from '@core/domain/instant';
import { changesOf, draftOf, expiryOf } from '@renderer/keys/form/form-draft';
import { emptyForm, formOf } from '@renderer/keys/form/key-form';
import { aKey, daysFromNow, NOW } from '@test/support/builders';
import { anOldPlace, aPlace } from '@test/unit/renderer/keys/places';

describe('an empty form', () => {
  it('has the vendor’s defaults and a life of 90 days', () => {
    expect(emptyForm(aPlace())).toMatchObject({
      type: 'standard',
      role: 'Admin',
      expiry: { kind: 'days', days: 90 },
    });
  });

  it('never proposes a longer life than the console allows', () => {
    expect(emptyForm(aPlace({ maxValidityDays: 30 })).expiry).toEqual({ kind: 'days', days: 30 });
    expect(emptyForm(aPlace({ maxValidityDays: 3 })).expiry).toEqual({ kind: 'days', days: 1 });
  });
});

describe('expiryOf', () => {
  it('counts presets from the moment the form was opened', () => {
    expect(expiryOf({ kind: 'days', days: 7 }, NOW)).toBe(toInstant(NOW + 7 * DAY_MS));
  });

  it('lets a day end before the key does', () => {
    expect(new Date(String(expiryOf({ kind: 'date', date: '2026-12-24' }, NOW))).toString()).toContain(
      'Dec 24 2026 23:59:59',
    );
    expect(expiryOf({ kind: 'date', date: '' }, NOW)).toBe('');
  });

  it('knows for ever and unchanged', () => {
    expect(expiryOf({ kind: 'never' }, NOW)).toBe('never');
    expect(expiryOf({ kind: 'keep' }, NOW)).toBeUndefined();
  });
});

describe('draftOf', () => {
  it('asks only for facts the vendor has', () => {
    const form = { ...emptyForm(anOldPlace()), name: ' Old ', type: 'administration' as const };
    expect(draftOf(form, anOldPlace(), NOW)).toEqual({
      name: 'Old',
      role: 'Admin',
      expiresAt: daysFromNow(90),
      allowedHosts: [],
    });
  });
});

describe('changesOf', () => {
  const key = aKey({ allowedHosts: ['203.0.113.7'], expiresAt: daysFromNow(10) });

  it('is empty while nothing was changed', () => {
    expect(changesOf(formOf(key, aPlace()), key, aPlace(), NOW)).toEqual({});
    const anyHost = aKey({ allowedHosts: 'any' });
    expect(changesOf(formOf(anyHost, aPlace()), anyHost, aPlace(), NOW)).toEqual({});
  });

  it('holds what differs and nothing else', () => {
    const form = {
      ...formOf(key, aPlace()),
      role: 'Sales',
      hosts: [],
      expiry: { kind: 'days', days: 30 } as const,
    };
    expect(changesOf(form, key, aPlace(), NOW)).toEqual({
      role: 'Sales',
      allowedHosts: [],
      expiresAt: daysFromNow(30),
    });
  });

  it('holds nothing where nothing may be edited', () => {
    expect(changesOf({ ...formOf(key, aPlace()), role: 'Sales' }, key, anOldPlace(), NOW)).toEqual({});
  });
});
