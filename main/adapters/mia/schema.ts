import * as z from 'zod';

/**
 * The console's answers. Fields that are not named here are ignored; those that are have to fit: a hostile or
 * broken answer is refused as a whole, never cut to size.
 */
const Id = z.string().min(1).max(200);
const Text = z.string().max(1_000);

/** What a header can carry as a token. */
export const SENDABLE = /^[\x21-\x7e]{1,8000}$/;

export const RawToken = z.object({
  access_token: z.string().regex(SENDABLE),
  token_type: z.string().regex(/^bearer$/i),
  /** In seconds. */
  expires_in: z.number().positive().max(31_536_000).optional(),
});

export const RawUserInfo = z.object({
  userId: Text.optional(),
  name: Text.optional(),
  email: Text.optional(),
  permissions: z.array(Text).max(10_000).optional(),
});
export type RawUserInfo = z.infer<typeof RawUserInfo>;

export const RawCompany = z.object({ tenantId: Id, name: Text.optional() });
export type RawCompany = z.infer<typeof RawCompany>;
export const RawCompanies = z.array(RawCompany);

const RawRuntime = z.object({
  envId: Id.max(100),
  label: Text.optional(),
  isProduction: z.boolean().optional(),
});
export type RawRuntime = z.infer<typeof RawRuntime>;

export const RawProject = z.object({
  _id: Id,
  name: Text,
  tenantId: Id,
  defaultBranch: z.string().max(1_000).nullable().optional(),
  environments: z.array(RawRuntime).max(1_000).optional(),
});
export type RawProject = z.infer<typeof RawProject>;
export const RawProjects = z.array(RawProject);

export const RawRefs = z.array(z.object({ name: z.string().min(1).max(1_000) }));

/** Two of the vendor's own clients read two shapes: `toggle`, or the feature's own name. */
export const RawToggles = z.record(z.string().max(200), z.unknown());

/** What a save is told apart by. */
export const RawHead = z.object({ commitId: Id });

/** A key inside a configuration; what else it has stays where it is. */
export const RawSecret = z.object({
  secret: z.string().min(1).max(100_000),
  clientType: z.string().min(1).max(400),
  active: z.boolean(),
  description: z.string().max(20_000).nullish(),
});
export type RawSecret = z.infer<typeof RawSecret>;

export const RawSaved = z.object({ id: Id });

export const RawPipeline = z.object({
  id: z.union([z.int().nonnegative(), z.string().min(1).max(200)]),
});
export const RawPipelineStatus = z.object({ status: z.string().min(1).max(100) });

/** What the gateway says when it refuses. */
export const RawRefusal = z.object({ error: z.string().optional(), message: z.string().optional() });
