import * as z from 'zod';
import { ConsoleId } from '@core/domain/environment';
import { Instant } from '@core/domain/instant';
import { RouteProfile } from '@core/domain/route-profile';
import { VendorId } from '@core/domain/vendor';

const Label = z.string().trim().min(1).max(80);
const Url = z.string().trim().min(1).max(500);
const Pem = z.string().max(200_000);
/** Further addresses of the console by name; what is left out is derived from the console URL. */
const Origins = z.record(z.string().max(40), Url);

/** A console as the file keeps it: never its credentials. */
export const ConsoleRecord = z.object({
  id: ConsoleId,
  vendor: VendorId,
  label: Label,
  /** Origin and optional path, without a trailing slash. */
  baseUrl: Url,
  /** Which of the vendor's sign-in methods the kept credentials are for. */
  method: z.string().max(40),
  /** The operator ticked that plain http on this literal loopback address is meant. */
  allowLoopback: z.boolean(),
  /** The operator ticked that a private network address is meant. */
  allowPrivate: z.boolean(),
  /** Certificate authorities trusted for this console in addition to the public ones, as PEM. */
  caPem: Pem.optional(),
  /** The built-in console: its origin and credential are given by main at every start. */
  practice: z.boolean(),
  addedAt: Instant,
  /** Whom the kept credentials sign in, as the console called them when they were tried. */
  operator: z.string().max(200).optional(),
  origins: Origins.optional(),
  /** Routes the operator set where the vendor documents none. */
  routes: RouteProfile.optional(),
  /** What the operator decided for single environments, by environment id. */
  environments: z.record(
    z.string(),
    z.object({
      production: z.boolean().optional(),
      tab: z.boolean().optional(),
      /** Where its keys are used, for a vendor whose console does not say. */
      endpoint: Url.optional(),
    }),
  ),
});
export type ConsoleRecord = z.infer<typeof ConsoleRecord>;

/** A console as the window sees it. */
export const ConsoleView = ConsoleRecord.pick({
  id: true,
  vendor: true,
  label: true,
  baseUrl: true,
  method: true,
  allowLoopback: true,
  allowPrivate: true,
  practice: true,
  origins: true,
  routes: true,
}).extend({
  customCa: z.boolean(),
  /** Where its credentials are: kept, for this session only, missing, or in a keychain that cannot be read now. */
  credentials: z.enum(['kept', 'session', 'missing', 'unreadable']),
});
export type ConsoleView = z.infer<typeof ConsoleView>;

/** The filled-in form. Credential fields by name; on a change they may be left out to keep the old ones. */
export const ConsoleDraft = z.strictObject({
  vendor: VendorId,
  label: Label,
  baseUrl: Url,
  method: z.string().max(40),
  credentials: z.record(z.string().max(40), z.string().max(4_000)).optional(),
  allowLoopback: z.boolean(),
  allowPrivate: z.boolean(),
  /** PEM text to trust, null to trust none, absent to keep what is there. */
  caPem: Pem.nullable().optional(),
  origins: Origins.optional(),
});
export type ConsoleDraft = z.infer<typeof ConsoleDraft>;

/** Who signed in, and what the console lets them do. */
export const Operator = z.object({
  name: z.string(),
  email: z.string().optional(),
  canWrite: z.boolean(),
  canReveal: z.boolean(),
  /** What is special about this sign-in, in a sentence. */
  note: z.string().optional(),
});
export type Operator = z.infer<typeof Operator>;

/** What *Test connection* found. */
export const ConnectionReport = z.object({
  operator: Operator,
  environments: z.number().int().nonnegative(),
  /** Null over plain http on loopback. */
  tls: z
    .object({ issuer: z.string(), validTo: Instant, sha256: z.string(), customCa: z.boolean() })
    .nullable(),
  roundTripMs: z.number().nonnegative(),
  /** Console's clock minus ours, in milliseconds; absent when it does not say. */
  skewMs: z.number().optional(),
});
export type ConnectionReport = z.infer<typeof ConnectionReport>;
