import { describe, expect, it } from 'vitest';
import type { Plan, PlanRow } from '@core/domain/plan';
import { planText, readPlan } from '@core/text/plan-file';
import { checkSignature, signedText, unsignedText } from '@core/text/signed-text';
import { nodeSigning } from '@main/node-signing';
import { aPlanPlace } from '@test/unit/main/services/plans/plan-desk';

const row = (index: number, over: Partial<PlanRow> = {}): PlanRow => ({
  place: 0,
  keyId: `key-${index}`,
  name: 'Accounting "€" \u2028',
  decision: 'revoke',
  seen: {
    type: 'administration',
    role: null,
    expiresAt: 'never',
    allowedHosts: ['203.0.113.7'],
    hint: '…a91f',
  },
  note: 'Nobody knows it.',
  ...over,
});

function aPlan(rows: readonly PlanRow[] = [row(1), row(2, { decision: 'ask', owner: 'Bo' })]): Plan {
  return {
    format: 'keydesk-plan',
    version: 1,
    keydesk: '0.1.0',
    madeAt: '2026-03-04T12:00:00.000Z',
    madeBy: 'Rita',
    inventory: { fileName: 'a.keydesk', sha256: 'a'.repeat(64), exportedAt: null, signature: 'trusted' },
    left: { kept: 3, undecided: 4 },
    count: rows.length,
    places: [aPlanPlace()],
    rows,
  };
}

const OUTCOME = {
  executedAt: '2026-03-05T12:00:00.000Z',
  executedBy: 'ada',
  plan: { sha256: 'b'.repeat(64), signature: 'own' },
  rows: [
    { row: 0, state: 'done', readBackAt: '2026-03-05T12:00:00.000Z' },
    { row: 1, state: 'by-hand' },
  ],
} as const satisfies NonNullable<Plan['outcome']>;

function read(text: string): Plan {
  const reading = readPlan(text);
  for (let from = 0; from < reading.rows; from += 2) reading.check(from, 2);
  return reading.plan();
}

/** The text of a plan with some of its members replaced. */
const changed = (change: object, plan = aPlan()): string =>
  JSON.stringify({ ...(JSON.parse(unsignedText(planText(plan))) as object), ...change });

describe('the file of a plan', () => {
  it('is read as it was written, a row a line', () => {
    const text = unsignedText(planText(aPlan()));
    expect(read(text)).toEqual(aPlan());
    expect(text.split('\n').filter((line) => line.startsWith('{"place"'))).toHaveLength(2);
  });

  it('may tell what became of it', () => {
    const plan = { ...aPlan(), outcome: { ...OUTCOME, rows: [...OUTCOME.rows] } };
    expect(read(unsignedText(planText(plan)))).toEqual(plan);
  });

  it('is signed as a whole: any byte that is changed is noticed', () => {
    const { privateKey, publicKey } = nodeSigning.newKeyPair();
    const open = planText(aPlan());
    const value = nodeSigning.sign(privateKey, `${open},\n`);
    const fingerprint = nodeSigning.fingerprint(publicKey);
    const text = signedText(open, { algorithm: 'Ed25519', publicKey, fingerprint, value });
    const state = (given: string) =>
      checkSignature(
        given,
        (...what) => nodeSigning.verify(...what),
        (key) => nodeSigning.fingerprint(key),
      ).state;
    expect(state(text)).toBe('intact');
    expect(read(text)).toEqual(aPlan());
    expect(state(text.replace('"revoke"', '"replace"'))).toBe('altered');
    expect(state(text.replace('key-2', 'key-3'))).toBe('altered');
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"format":"keydesk-plan"'],
    ['a list', '[]'],
    ['null', 'null'],
    ['an inventory', changed({ format: 'keydesk-inventory' })],
    ['deep brackets', '['.repeat(200_000)],
    ['a member nobody knows', changed({ stowaway: 1 })],
    ['a member of its own prototype', `{"__proto__":1,${changed({}).slice(1)}`],
    ['rows that are none', changed({ rows: { length: 2 } })],
    ['another count', changed({ count: 9 })],
    ['too many rows', changed({ rows: Array(200_001).fill(0) })],
    ['a row without a place', changed({ rows: [row(1), row(2, { place: 1 })] })],
    ['a row that keeps its key', changed({ rows: [row(1), { ...row(2), decision: 'keep' }] })],
    ['a row that is too long', changed({ rows: [row(1), row(2, { note: 'x'.repeat(4_097) })] })],
    ['a key that is named twice', changed({ rows: [row(1), row(1, { decision: 'ask' })] })],
    ['an outcome of no row', changed({ outcome: { ...OUTCOME, rows: [{ row: 2, state: 'done' }] } })],
    ['an outcome that is none', changed({ outcome: 'done' })],
  ])('is refused where it is %s', (_what, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('of a later version is told apart', () => {
    expect(() => read(changed({ version: 2 }))).toThrow(/later version/);
  });
});
