import { PassThrough, Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { AppError } from '@core/domain/app-error';

/** The encodings Keydesk asks for; an answer in any other one is refused. */
export const ACCEPTED_ENCODINGS = 'gzip, br';

/** Bounds while reading; `progress` is called for every piece that arrives. */
export interface ReadBounds {
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  readonly progress: () => void;
}

/**
 * Reads an answer to its end as UTF-8. Throws `bad-answer` above `maxBytes`, counted before and after
 * decompression, and for what cannot be decoded; errors of the connection pass through as they are.
 */
export async function readAnswerText(
  answer: Readable,
  headers: Readonly<Record<string, string>>,
  { maxBytes, signal, progress }: ReadBounds,
): Promise<string> {
  const pieces: Buffer[] = [];
  const keep = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const piece of source) pieces.push(piece);
  };
  try {
    if (Number(headers['content-length']) > maxBytes) throw tooLarge();
    const stages = [
      counting(maxBytes, progress),
      decoder(headers['content-encoding']),
      counting(maxBytes),
    ] as const;
    await pipeline(answer, ...stages, keep, { signal });
  } finally {
    answer.destroy();
  }
  return toText(Buffer.concat(pieces));
}

function decoder(encoding = 'identity'): Transform {
  switch (encoding.trim().toLowerCase()) {
    case 'identity':
    case '':
      return new PassThrough();
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new AppError('bad-answer', 'The console answered in a compression that Keydesk did not ask for.');
  }
}

/** Passes bytes on up to a number. */
function counting(most: number, progress?: () => void): Transform {
  let bytes = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      progress?.();
      bytes += piece.length;
      if (bytes > most) done(tooLarge());
      else done(null, piece);
    },
  });
}

function toText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('bad-answer', 'The console answered with something that is not text.');
  }
}

const tooLarge = (): AppError =>
  new AppError('bad-answer', 'The console answered with more than Keydesk takes in; nothing of it was used.');
