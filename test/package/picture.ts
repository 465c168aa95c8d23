import { inflateSync } from 'node:zlib';

/** The size of a picture, and how many of its lines differ from each other. */
export interface PictureFacts {
  width: number;
  height: number;
  distinctLines: number;
}

/** Reads what a PNG file (8 bits, RGB or RGBA) shows; throws on anything else. */
export function readPicture(file: Buffer): PictureFacts {
  if (file.toString('latin1', 1, 4) !== 'PNG') throw new Error('This is not a PNG file.');
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const bytesPerPixel = file[25] === 6 ? 4 : 3;
  const lines = inflateSync(Buffer.concat([...chunks(file, 'IDAT')]));
  const length = 1 + width * bytesPerPixel;
  const seen = new Set<string>();
  for (let line = 0; line < height; line += 1) {
    seen.add(lines.toString('latin1', line * length, (line + 1) * length));
  }
  return { width, height, distinctLines: seen.size };
}

function* chunks(file: Buffer, wanted: string): Generator<Buffer> {
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const data = file.subarray(at + 8, at + 8 + file.readUInt32BE(at));
    if (file.toString('latin1', at + 4, at + 8) === wanted) yield data;
  }
}
