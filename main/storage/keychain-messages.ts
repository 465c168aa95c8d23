import * as z from 'zod';

/** One thing asked of the keychain process. */
export type KeychainRequest =
  | { readonly op: 'get' | 'remove'; readonly account: string }
  | { readonly op: 'set'; readonly account: string; readonly value: string };

/** A request on its way: `id` comes back with the answer. */
export type KeychainCall = KeychainRequest & { readonly id: number; readonly service: string };

/** `value`: what get found, 'removed' when remove removed something, null otherwise. */
export const KeychainReply = z.discriminatedUnion('ok', [
  z.object({ id: z.int(), ok: z.literal(true), value: z.string().nullable() }),
  z.object({ id: z.int(), ok: z.literal(false), trouble: z.enum(['locked', 'unavailable', 'denied']) }),
]);
export type KeychainReply = z.infer<typeof KeychainReply>;
