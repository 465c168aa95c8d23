import * as z from 'zod';
import { call } from '@core/contract/shape';
import { Instant } from '@core/domain/instant';
import { DEFAULT_POLICY, FindingRule, Policy } from '@core/domain/policy';

const Nothing = z.strictObject({});

/** The policy in force, and the file it was taken from, as long as nothing was changed by hand since. */
export const PolicyView = z.object({
  policy: Policy,
  file: z
    .object({ name: z.string().max(400), usedAt: Instant })
    .nullable()
    .default(null),
});
export type PolicyView = z.infer<typeof PolicyView>;

export const DEFAULT_POLICY_VIEW: PolicyView = { policy: DEFAULT_POLICY, file: null };

/** Any part of a policy to change; rules that are left out stay. */
export const PolicyChange = z.strictObject({
  maxValidityDays: Policy.shape.maxValidityDays.unwrap().optional(),
  unusedDays: Policy.shape.unusedDays.unwrap().optional(),
  rules: z.partialRecord(FindingRule, z.boolean()).optional(),
});
export type PolicyChange = z.infer<typeof PolicyChange>;

/** What keys are judged by here; also keys of an inventory that was written elsewhere. */
export const policyCalls = {
  read: call(Nothing, PolicyView),
  change: call(PolicyChange, PolicyView),
  /** Asks where to save it for others; null when the operator cancels. */
  saveFile: call(Nothing, z.object({ path: z.string() }).nullable()),
  /** Lets the operator choose a file and puts it in force; null when they cancel. */
  openFile: call(Nothing, PolicyView.nullable()),
} as const;
