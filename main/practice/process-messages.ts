import * as z from 'zod';
import { IN_MEMORY } from './options';

const Port = z.int().min(0).max(65535);

/** The most keys that can be added for benches. */
export const MAXIMUM_EXTRA_KEYS = 1_000_000;

/** What the parent process may ask of the practice process. */
export const Request = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('start'),
    options: z.strictObject({
      dataFolder: z.string().min(1).or(z.literal(IN_MEMORY)),
      managementPort: Port.optional(),
      gatewayPort: Port.optional(),
      latencyMs: z.number().min(0).max(60_000).optional(),
      extraKeys: z.int().min(0).max(MAXIMUM_EXTRA_KEYS).optional(),
      operatorToken: z.string().min(16).max(512).optional(),
    }),
  }),
  z.strictObject({ type: z.literal('stop') }),
]);
/** See the schema. */
export type Request = z.infer<typeof Request>;

const Text = z.string().max(2_000);
const Texts = z.record(Text, Text);

/** One of the consoles, with the credential of this start. */
export const ConsoleAccess = z.object({
  baseUrl: Text,
  origins: Texts,
  endpoints: Texts,
  own: z.object({ method: Text, fields: Texts }).nullable(),
});

/** What the practice process answers. */
export const Report = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ready'),
    /** By vendor. */
    consoles: z.record(Text, ConsoleAccess),
    dataFolder: z.string(),
  }),
  z.object({ type: z.literal('failed'), message: z.string() }),
  z.object({ type: z.literal('stopped') }),
]);
/** See the schema. */
export type Report = z.infer<typeof Report>;
