import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, toInstant } from '@core/domain/instant';
import { draftProblems, expiryPresets, KeyDraft, MOST_HOSTS, tidyDraft } from '@core/domain/key-draft';
import { traitsOf, vendorInfo } from '@core/domain/vendor';
import { daysFromNow, NOW } from '@test/support/builders';
import { complete, firstGeneration, oldComplete, problems, rules } from './drafts';

describe('the name', () => {
  it.each([
    ['a line feed', 'two\nlines'],
    ['a tab', 'a\tb'],
    ['a null', 'a\0b'],
    ['an escape', 'a\u001b[31mb'],
    ['a C1 control', 'a\u0085b'],
    ['a line separator', 'a\u2028b'],
    ['a right-to-left override', 'evil\u202Egnp.exe'],
    ['an isolate', 'a\u2066b'],
    ['a left-to-right mark', 'a\u200Eb'],
    ['an Arabic letter mark', 'a\u061Cb'],
    ['a zero-width space', 'a\u200Bb'],
    ['a zero-width joiner', 'a\u200Db'],
    ['a word joiner', 'a\u2060b'],
    ['an invisible plus', 'a\u2064b'],
    ['a soft hyphen', 'a\u00ADb'],
    ['a byte order mark', 'a\uFEFFb'],
    ['a tag character', 'a\u{E0041}b'],
    ['half of a surrogate pair', 'a\uD800b'],
    ['a blank that counts as a letter', 'a\u3164b'],
  ])('may not hold %s', (_what, name) => {
    expect(problems({ name }).name).toBe(
      'Description contains a line break or an invisible character; type it again by hand.',
    );
  });

  it.each(['', '   ', '\u00a0'])('may not be blank: %j', (name) => {
    expect(problems({ name }).name).toBe('Description is required.');
  });

  it.each(['Übergabe an Łódź', '会計システム', 'naïve "quotes" & <b>', '=1+1', '../etc/passwd', '🔑 vault'])(
    'may be any text a person can read: %s',
    (name) => expect(problems({ name })).toEqual({}),
  );

  it('may have 200 characters and not 201, counted as people do', () => {
    expect(problems({ name: 'a'.repeat(200) })).toEqual({});
    expect(problems({ name: '🔑'.repeat(200) })).toEqual({});
    expect(problems({ name: `  ${'a'.repeat(200)}  ` })).toEqual({});
    expect(problems({ name: 'a'.repeat(201) }).name).toBe(
      'Description may have 200 characters; this one has 201.',
    );
    expect(problems({ name: '🔑'.repeat(201) }).name).toContain('this one has 201.');
  });

  it('of 10,000 characters reaches the rule and is refused by it, not by the line to it', () => {
    const name = 'a'.repeat(10_000);
    expect(KeyDraft.safeParse({ name }).success).toBe(true);
    expect(problems({ name }).name).toBe('Description may have 200 characters; this one has 10000.');
  });

  it('is named as the generation names it', () => {
    expect(draftProblems({ name: '' }, firstGeneration).name).toBe('API Name is required.');
  });
});

it('lets a description have several lines, and nothing else that hides', () => {
  const token = { traits: traitsOf(vendorInfo('qwilt'), 'token'), maxValidityDays: 365, now: NOW };
  expect(draftProblems({ description: 'nightly\nexport' }, token).description).toBeUndefined();
  expect(draftProblems({ description: 'nightly\u202E' }, token).description).toMatch(/invisible character/);
});

describe('the expiry', () => {
  it.each([
    ['a moment ago', toInstant(NOW - 1), 'This date is in the past; the key would never work.'],
    ['now', toInstant(NOW), 'This date is in the past; the key would never work.'],
    ['in a millisecond', toInstant(NOW + 1), undefined],
    ['in exactly a year', daysFromNow(365), undefined],
    [
      'just over a year',
      toInstant(NOW + 365 * DAY_MS + 1),
      'A key lives at most 365 days here; choose an earlier date.',
    ],
    ['never', 'never', 'A key lives at most 365 days here.'],
    ['no date at all', '', 'Choose an expiration date.'],
  ])('%s', (_what, expiresAt, problem) => {
    expect(problems({ expiresAt }).expiresAt).toBe(problem);
  });

  it('has no end where the console has none, and still no past', () => {
    const until = (expiresAt: string) => draftProblems({ ...oldComplete, expiresAt }, firstGeneration);
    expect(until('never')).toEqual({});
    expect(until(daysFromNow(4_000))).toEqual({});
    expect(until(daysFromNow(-1))).toHaveProperty('expiresAt');
  });

  it('offers presets only as far as the console allows', () => {
    expect(expiryPresets(365)).toEqual([7, 30, 90, 180, 365]);
    expect(expiryPresets(90)).toEqual([7, 30, 90]);
    expect(expiryPresets(3)).toEqual([]);
    expect(expiryPresets(null)).toEqual([7, 30, 90, 180, 365]);
  });
});

describe('the hosts', () => {
  it('are checked one by one, and the wrong one is named', () => {
    expect(problems({ allowedHosts: ['203.0.113.7', '203.0.113.300'] }).allowedHosts).toBe(
      '203.0.113.300: An IPv4 address is four numbers from 0 to 255, like 203.0.113.7.',
    );
  });

  it('may be none, and not the same one twice', () => {
    expect(problems({ allowedHosts: [] })).toEqual({});
    expect(problems({ allowedHosts: ['203.0.113.7', '203.0.113.7'] }).allowedHosts).toBe(
      'An address is listed twice.',
    );
  });

  it('are the same one however it is spelt', () => {
    expect(problems({ allowedHosts: ['2001:db8::1', '2001:0DB8:0:0::1'] }).allowedHosts).toBe(
      'An address is listed twice.',
    );
  });

  it('cannot be given where the vendor has none', () => {
    const without = { ...rules, traits: { ...rules.traits, hostSyntax: null } };
    expect(draftProblems({ ...complete, allowedHosts: ['203.0.113.7'] }, without)).toEqual({
      allowedHosts: 'This console cannot limit hosts.',
    });
    expect(draftProblems({ ...complete, allowedHosts: [] }, without)).toEqual({});
  });

  it('are a bounded list of bounded texts', () => {
    const hosts = (count: number) => Array.from({ length: count }, (_none, index) => `203.0.113.${index}`);
    expect(KeyDraft.safeParse({ name: 'a', allowedHosts: hosts(MOST_HOSTS) }).success).toBe(true);
    expect(KeyDraft.safeParse({ name: 'a', allowedHosts: hosts(MOST_HOSTS + 1) }).success).toBe(false);
    expect(KeyDraft.safeParse({ name: 'a', allowedHosts: ['1'.repeat(65)] }).success).toBe(false);
  });
});

describe('tidyDraft', () => {
  it('brings a draft into the form in which a console gives it back', () => {
    const typed = {
      name: '  Accounting ',
      role: 'Reader',
      expiresAt: '2026-05-01T00:00:00Z',
      allowedHosts: [' 2001:0DB8:0:0::1', '203.0.113.7'],
    };
    expect(tidyDraft(typed)).toEqual({
      name: 'Accounting',
      role: 'Reader',
      expiresAt: '2026-05-01T00:00:00.000Z',
      allowedHosts: ['2001:db8::1', '203.0.113.7'],
    });
  });

  it('leaves out what was left out, and alone what it cannot read', () => {
    expect(tidyDraft({ name: 'a', role: undefined })).toStrictEqual({ name: 'a' });
    expect(tidyDraft({ expiresAt: 'never' })).toStrictEqual({ expiresAt: 'never' });
    expect(tidyDraft({ expiresAt: 'soon', allowedHosts: ['here'] })).toStrictEqual({
      expiresAt: 'soon',
      allowedHosts: ['here'],
    });
  });

  it('changes nothing the second time, and makes nothing wrong that was right', () => {
    const draft = fc.record(
      {
        name: fc.string({ unit: 'binary', maxLength: 30 }),
        role: fc.string({ maxLength: 10 }),
        expiresAt: fc.oneof(
          fc.constant('never'),
          fc
            .date({ noInvalidDate: true, min: new Date(NOW), max: new Date(NOW + 800 * DAY_MS) })
            .map((at) => at.toISOString()),
        ),
        allowedHosts: fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string({ maxLength: 20 })), {
          maxLength: 4,
        }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(draft, (given) => {
        const tidy = tidyDraft(given);
        expect(tidyDraft(tidy)).toEqual(tidy);
        if (Object.keys(problems(given)).length === 0) expect(problems(tidy)).toEqual({});
      }),
    );
  });
});
