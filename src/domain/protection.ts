import * as z from 'zod';

/** How an endpoint is protected: whether it asks for an API key, and for whom its expression lets through. */
export const Protection = z.object({
  path: z.string().min(1).max(500),
  /** *API Key required*. */
  secreted: z.boolean(),
  /** *User Group Permission*; empty lets everybody through. */
  acl: z.string().max(10_000),
  /** Routes below it that have a rule of their own, as `METHOD /path`. */
  overrides: z.array(z.string()),
  /** The version of this endpoint's rules. */
  revision: z.string(),
});
export type Protection = z.infer<typeof Protection>;

/** Only what is to change. */
export const ProtectionChange = z.strictObject({
  secreted: z.boolean().optional(),
  acl: z.string().max(10_000).optional(),
});
export type ProtectionChange = z.infer<typeof ProtectionChange>;

/** An endpoint with the keys that may call it. */
export const ProtectionView = Protection.extend({
  /** By key id; `depends`: also on the user's groups or permissions. */
  callers: z.array(z.object({ keyId: z.string(), name: z.string(), may: z.enum(['yes', 'depends']) })),
  /** Why the expression cannot be read; then nothing is known of its callers. */
  problem: z.string().optional(),
});
export type ProtectionView = z.infer<typeof ProtectionView>;
