import { describe, expect, it } from 'vitest';
import { KeyDraft } from '@core/domain/key-draft';
import {
  traitsOf,
  VENDOR_LIST,
  VendorId,
  vendorInfo,
  type KeyFact,
  type KeyTraits,
  type VendorInfo,
} from '@core/domain/vendor';

const variants = VENDOR_LIST.flatMap((vendor) =>
  Object.entries(vendor.variants).map(([name, traits]): [string, VendorInfo, KeyTraits] => [
    `${vendor.id} ${name}`,
    vendor,
    traits,
  ]),
);
/** What is set in one form and seen in another: of a secret its last characters at most. */
const SHOWN_AS: Partial<Record<KeyFact, KeyFact>> = {
  secret: 'hint',
  keepSecret: 'hint',
  active: 'status',
  validDays: 'expiresAt',
};

const distinct = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;

describe('what is known of a vendor', () => {
  it('covers every vendor, in the order of the list', () => {
    expect(VENDOR_LIST.map(({ id }) => id)).toEqual(VendorId.options);
    for (const id of VendorId.options) expect(vendorInfo(id).id).toBe(id);
  });

  it('says of each what can be known after an answer that never came', () => {
    for (const { reconcile } of VENDOR_LIST) expect(reconcile).toMatch(/^[A-Z].{20,400}\.$/s);
  });

  it.each(VENDOR_LIST.map((vendor) => [vendor.id, vendor] as const))(
    '%s can be signed in to',
    (_id, vendor) => {
      expect(vendor.signIn.length).toBeGreaterThan(0);
      expect(distinct(vendor.signIn.map(({ id }) => id))).toBe(true);
      for (const { label, fields } of vendor.signIn) {
        expect(label).not.toBe('');
        expect(distinct(fields.map(({ name }) => name)) && distinct(fields.map((field) => field.label))).toBe(
          true,
        );
      }
    },
  );

  it.each(VENDOR_LIST.map((vendor) => [vendor.id, vendor] as const))(
    '%s has words for everything',
    (_id, vendor) => {
      const { label, mark, urlExample, environment, use, facts } = vendor;
      expect(mark).toMatch(/^\p{L}{1,2}$/u);
      expect(urlExample).toMatch(/^https:\/\//);
      expect(use.probePath).toMatch(/^\//);
      expect(use.header).toMatch(/^[a-z-]+$/i);
      for (const word of [label, environment.one, environment.many]) expect(word).not.toBe('');
      expect(use.ways[0]).toMatchObject({ kind: 'header', name: use.header });
      for (const { statement, source } of facts) {
        expect(statement).toMatch(/\.$/);
        expect(source).not.toBe('');
      }
      expect(Object.keys(vendor.variants).length).toBeGreaterThan(0);
    },
  );
});

describe.each(variants)('keys of %s', (_name, _vendor, traits) => {
  it('have one column and at most one input for each fact', () => {
    expect(distinct(traits.columns.map(({ fact }) => fact))).toBe(true);
    expect(distinct(traits.columns.map(({ label }) => label))).toBe(true);
    expect(distinct(traits.fields.map(({ fact }) => fact))).toBe(true);
    expect(distinct(traits.fields.map(({ label }) => label))).toBe(true);
  });

  it('show in the table whatever can be set, and carry it in a draft', () => {
    const columns = traits.columns.map(({ fact }) => fact);
    for (const { fact, label } of traits.fields) {
      expect(columns).toContain(SHOWN_AS[fact] ?? fact);
      expect(label).not.toBe('');
      expect(Object.keys(KeyDraft.shape)).toContain(fact);
    }
  });

  it('identify a key first, and tell its status', () => {
    expect(traits.columns[0]?.fact).toBe('name');
    expect(traits.columns.map(({ fact }) => fact)).toContain('status');
    expect(traits.fields).toContainEqual(expect.objectContaining({ fact: 'name', required: true }));
  });

  it('say how they are stopped, and what can undo that', () => {
    const { verb, past, effect, undo } = traits.stop;
    expect(verb).toMatch(/^[A-Z][a-z]+$/);
    expect(past).toMatch(/^[a-z]+$/);
    for (const sentence of [effect, undo]) expect(sentence).toMatch(/\.$/);
  });

  it('can only be edited in what can be set', () => {
    const settable = traits.fields.map(({ fact }) => fact);
    for (const fact of traits.editable) expect(settable).toContain(fact);
  });

  it('take hosts exactly where there is a syntax for them', () => {
    expect(traits.fields.some(({ fact }) => fact === 'allowedHosts')).toBe(traits.hostSyntax !== null);
  });
});

describe('the generations of Qodly', () => {
  const qodly = vendorInfo('qodly');

  it('are worded as their consoles word them', () => {
    const labels = (variant: string) => traitsOf(qodly, variant).fields.map(({ label }) => label);
    expect(labels('generation-3')).toEqual([
      'Description',
      'Type',
      'Role',
      'Expiration date',
      'Allowed hosts',
    ]);
    expect(labels('generation-1')).toEqual(['API Name', 'Profile', 'Expiration date', 'Allowed hosts']);
  });

  it('start with the role Admin', () => {
    for (const traits of Object.values(qodly.variants)) {
      expect(traits.fields.find(({ fact }) => fact === 'role')?.defaultValue).toBe('Admin');
    }
  });

  it('cannot be edited in the first one, and have no types there', () => {
    const first = traitsOf(qodly, 'generation-1');
    expect(first.editable).toEqual([]);
    expect(first.columns.map(({ fact }) => fact)).not.toContain('type');
  });

  it('fall back to the newest for one that nobody knows', () => {
    expect(traitsOf(qodly, 'generation-9')).toBe(traitsOf(qodly, 'generation-3'));
    expect(() => traitsOf({ ...qodly, variants: {} }, 'any')).toThrow('no variants');
  });
});
