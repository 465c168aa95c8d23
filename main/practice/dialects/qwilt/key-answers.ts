import * as z from 'zod';
import type { Assumptions } from '../../assumptions';
import { QwiltRefusal } from './app';
import type { KeyRecord } from './key-store';
import type { Permission } from './names';

const instant = (time: number): string => new Date(time).toISOString();

/** What creating a key takes; the names of fields as they are documented. */
const KeyDraft = z.strictObject({
  name: z.string().trim().min(1).max(200),
  description: z.string().max(2_000).optional(),
  ttl: z.int().min(1).max(365),
  permission: z.string(),
});

/** A draft with its permission in our words. */
export type KeyDraft = Omit<z.infer<typeof KeyDraft>, 'permission'> & { readonly permission: Permission };

type Words = Pick<Assumptions, 'qwiltViewerPermission'>;

const permissionWords = ({ qwiltViewerPermission }: Words): Readonly<Record<Permission, string>> => ({
  Viewer: qwiltViewerPermission,
  Editor: 'MediaEditor',
});

function permissionOf(text: string, words: Words): Permission {
  const known = Object.entries(permissionWords(words)).find(([, word]) => word === text);
  if (known) return known[0] as Permission;
  throw new QwiltRefusal(400, 'The permission is not known.');
}

/** Reads a creation; 400 names the field that is wrong. */
export function readDraft(body: unknown, words: Words): KeyDraft {
  const read = KeyDraft.safeParse(body);
  if (read.success) return { ...read.data, permission: permissionOf(read.data.permission, words) };
  const [issue] = read.error.issues;
  const field = issue?.code === 'unrecognized_keys' ? issue.keys.join() : (issue?.path.join('.') ?? '');
  throw new QwiltRefusal(400, `This field is missing, unknown or not valid: ${field || 'the body'}.`);
}

/** A key on the wire, without its secret. */
export function keyAnswer(key: KeyRecord, words: Words): Record<string, unknown> {
  return {
    name: key.name,
    ...(key.description !== null && { description: key.description }),
    ttl: key.ttl,
    permission: permissionWords(words)[key.permission],
    keyId: key.keyId,
    ownerId: key.organization,
    createdBy: key.createdBy,
    createdAt: instant(key.createdAt),
    expireAt: instant(key.expireAt),
    ...(key.revokedAt !== null && { revoked: true, revokedAt: instant(key.revokedAt) }),
  };
}
