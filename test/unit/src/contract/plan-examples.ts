const PLAN = { planId: 'a'.repeat(64) };
const OPEN = { inventoryId: 'i' };

/** An input of each call about plans that main accepts. */
export const PLAN_EXAMPLES: Readonly<Record<string, Record<string, unknown>>> = {
  'plans.preview': OPEN,
  'plans.make': { ...OPEN, madeBy: 'Rita' },
  'plans.open': { fileId: 'f' },
  'plans.read': PLAN,
  'plans.page': { ...PLAN, page: 0 },
  'plans.check': PLAN,
  'plans.approve': { ...PLAN, rows: [0, 1], approved: true },
  'plans.tick': { ...PLAN, row: 0, note: 'Done on Monday' },
  'plans.question': PLAN,
  'plans.execute': { ...PLAN, rows: [0], typed: 'DELETE' },
  'plans.save': PLAN,
  'plans.close': PLAN,
};
