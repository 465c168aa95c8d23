import * as z from 'zod';

export const ConsoleId = z.string().regex(/^[a-z0-9-]{1,64}$/);
export type ConsoleId = z.infer<typeof ConsoleId>;

/** The vendor's own identifier of an environment: opaque, only ever sent back encoded. */
export const EnvironmentId = z.string().min(1).max(200);
export type EnvironmentId = z.infer<typeof EnvironmentId>;

/** Names one environment over all consoles. */
export const EnvironmentRef = z.strictObject({ consoleId: ConsoleId, environmentId: EnvironmentId });
export type EnvironmentRef = z.infer<typeof EnvironmentRef>;

/** Where keys of their own live, with what this very place allows. */
export const Environment = z.object({
  consoleId: ConsoleId,
  environmentId: EnvironmentId,
  name: z.string(),
  /** What it belongs to on the vendor's side (application, company, project). */
  parent: z.string().optional(),
  /** Where keys of this environment are used. */
  endpoint: z.string().optional(),
  /** Which of the vendor's `variants` describes its keys. */
  variant: z.string(),
  maxValidityDays: z.number().int().positive().nullable(),
  canEdit: z.boolean(),
  production: z.boolean(),
  /** Where `production` comes from. */
  productionBasis: z.enum(['vendor', 'name', 'operator']),
  state: z.enum(['running', 'stopped', 'unknown']),
  /** Why nothing can be changed here, in a sentence; absent where it can. */
  readOnly: z.string().optional(),
  keyCount: z.number().int().nonnegative().optional(),
  /** Whether it has a tab; the switcher reaches the rest. */
  tab: z.boolean(),
});
export type Environment = z.infer<typeof Environment>;

/** A text that identifies the environment, for maps and query keys. */
export const environmentKey = (ref: EnvironmentRef): string => `${ref.consoleId}/${ref.environmentId}`;

const PRODUCTION_WORDS = /(^|[^a-z])(prod|production|prd|live)([^a-z]|$)/i;

/** Guesses from a name whether an environment is production; the operator can overrule it. */
export const looksLikeProduction = (name: string): boolean => PRODUCTION_WORDS.test(name.slice(0, 256));
