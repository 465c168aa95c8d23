import { Buffer } from 'node:buffer';
import type { Crypto, Sealing } from '@main/ports';

/** What a file belongs to; it opens as nothing else. */
export interface Belongs {
  readonly kind: 'environments' | 'keys';
  readonly consoleId: string;
  /** Of keys only. */
  readonly environmentId?: string;
}

/** A file that was opened: facts about it, and its parts, each decrypted when it is asked for. */
export interface OpenedParts {
  readonly head: unknown;
  readonly parts: number;
  /** Null where this part was changed, exchanged or cut off. */
  part(index: number): string | null;
}

/** What sealing stands on. */
export interface SealingParts {
  readonly sealing: Sealing;
  readonly crypto: Pick<Crypto, 'token'>;
}

/** Another number, and what was written before is not opened any more. */
const FORMAT = 1;
const LENGTH_BYTES = 4;

/** A breath between two parts, so that nobody waits for more than one of them. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const boundTo = ({ kind, consoleId, environmentId = '' }: Belongs, ...of: (string | number)[]): string =>
  JSON.stringify(['keydesk-last-known', FORMAT, kind, consoleId, environmentId, ...of]);

/**
 * Facts and texts as one encrypted file.
 * SECURITY: every part is bound to its place in this very file; parts of two of them cannot be mixed.
 */
export async function sealParts(
  key: string,
  about: Belongs,
  { head, parts }: { head: object; parts: readonly string[] },
  { sealing, crypto }: SealingParts,
): Promise<Uint8Array> {
  const mark = crypto.token();
  const first = JSON.stringify({ mark, parts: parts.length, head });
  const sealed = [sealing.seal(key, first, boundTo(about))];
  for (const [index, part] of parts.entries()) {
    await breath();
    sealed.push(sealing.seal(key, part, boundTo(about, mark, index)));
  }
  return Buffer.concat(sealed.flatMap((bytes) => [lengthOf(bytes), bytes]));
}

/** Opens such a file; null where it is damaged, belongs to something else or was sealed with another key. */
export function openParts(
  key: string,
  about: Belongs,
  file: Uint8Array,
  sealing: Sealing,
): OpenedParts | null {
  const [first, ...rest] = cut(file);
  const text = first === undefined ? null : sealing.open(key, first, boundTo(about));
  if (text === null) return null;
  // Nobody but us can have sealed this.
  const { mark, parts, head } = JSON.parse(text) as { mark: string; parts: number; head: unknown };
  const part = (index: number): string | null => {
    const bytes = rest[index];
    return bytes === undefined ? null : sealing.open(key, bytes, boundTo(about, mark, index));
  };
  return rest.length === parts ? { head, parts, part } : null;
}

function lengthOf(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(bytes.byteLength);
  return length;
}

/** The pieces of a file; none of one that does not end where its last piece does. */
function cut(file: Uint8Array): Uint8Array[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const pieces: Uint8Array[] = [];
  let at = 0;
  while (at + LENGTH_BYTES <= bytes.byteLength) {
    const end = at + LENGTH_BYTES + bytes.readUInt32BE(at);
    if (end > bytes.byteLength) return [];
    pieces.push(bytes.subarray(at + LENGTH_BYTES, end));
    at = end;
  }
  return at === bytes.byteLength ? pieces : [];
}
