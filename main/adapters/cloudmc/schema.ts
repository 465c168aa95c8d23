import * as z from 'zod';

/**
 * The console's answers. Fields that are not named here are ignored; those that are have to fit: a hostile or
 * broken answer is refused as a whole, never cut to size.
 */
const Id = z.string().min(1).max(200);
const Text = z.string().max(1_000);
const Short = z.string().max(200);

/** A list comes whole, with its length where the console tells it. */
const listOf = <T extends z.ZodType>(item: T, most: number) =>
  z.object({
    data: z.array(item).max(most),
    metadata: z.object({ recordCount: z.int().nonnegative().nullish() }).nullish(),
  });

/** A list as it comes. */
export interface RawList<T> {
  readonly data: T[];
  readonly metadata?: { readonly recordCount?: number | null | undefined } | null | undefined;
}

export const RawOrganization = z.object({
  id: Id,
  name: Text,
  parent: z.object({ id: Id.nullish(), name: Text.nullish() }).nullish(),
  deleted: z.boolean().nullish(),
});
export type RawOrganization = z.infer<typeof RawOrganization>;
export const RawOrganizations = listOf(RawOrganization, 50_000);

export const RawUser = z.object({
  id: Id,
  userName: Short,
  firstName: Short.nullish(),
  lastName: Short.nullish(),
  email: Short.nullish(),
  status: Short.nullish(),
  deleted: z.boolean().nullish(),
  organization: z.object({ id: Id }).nullish(),
  primaryRoleBinding: z.object({ role: z.object({ name: Short }) }).nullish(),
});
export type RawUser = z.infer<typeof RawUser>;
export const RawUsers = listOf(RawUser, 100_000);

/** Only these two fields of a key are certain; what else it tells goes by names that are not published. */
export const RawKey = z.looseObject({ id: Id, name: Text });
export type RawKey = z.infer<typeof RawKey>;
export const RawKeys = listOf(RawKey, 100_000);

/** A record in its envelope, before it is read. */
export const RawRecord = z.object({ data: z.looseObject({}) });
/** A new key has an identifier; its name may be left out. */
export const RawNewKey = z.looseObject({ id: Id, name: Text.optional() });
export type RawNewKey = z.infer<typeof RawNewKey>;

/** What a header can carry as a key. */
export const SENDABLE = /^[\x21-\x7e]{1,8000}$/;

/** Errors, whatever the status they come with: `code` in the documents, `errorCode` to clients. */
export const RawErrors = z.object({
  errors: z
    .array(
      z.object({
        code: z.union([z.number(), z.string()]).optional(),
        errorCode: z.union([z.number(), z.string()]).optional(),
      }),
    )
    .min(1),
});

/** Work that was taken on and goes on after the answer. */
export const RawStarted = z.object({ taskId: Id, taskStatus: Short, data: z.unknown().optional() });

const TaskStatus = z.enum(['PENDING', 'SUCCESS', 'FAILED', 'FAILURE']);
/** A task in either of its two forms. */
export const RawTask = z.union([
  z
    .object({ data: z.object({ status: TaskStatus, result: z.unknown().optional() }) })
    .transform(({ data }) => data),
  z
    .object({ taskStatus: TaskStatus, result: z.unknown().optional() })
    .transform(({ taskStatus, result }) => ({ status: taskStatus, result })),
]);
export type RawTask = z.infer<typeof RawTask>;
