import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

/** @typedef {import('node:fs/promises').FileHandle} FileHandle */
/** @typedef {{ name: string, deflated: boolean, size: number, offset: number, mode: number }} Entry */

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DEFLATED = 8;
const TYPE = 0o170000;
const SYMLINK = 0o120000;

/** @param {FileHandle} file @param {number} offset @param {number} length */
async function readAt(file, offset, length) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
  if (bytesRead !== length) throw new Error('The archive ends too early.');
  return buffer;
}

/** @param {FileHandle} file @returns {Promise<Buffer>} the archive's table of contents */
async function readDirectory(file) {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END_OF_DIRECTORY) {
      return readAt(file, tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12));
    }
  }
  throw new Error('This is not a zip archive.');
}

/** @param {Buffer} directory @returns {Generator<Entry>} */
function* entries(directory) {
  for (let at = 0; at < directory.length;) {
    if (directory.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('The table of contents is damaged.');
    const nameLength = directory.readUInt16LE(at + 28);
    yield {
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      deflated: directory.readUInt16LE(at + 10) === DEFLATED,
      size: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
      mode: directory.readUInt32LE(at + 38) >>> 16,
    };
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
}

/** @param {FileHandle} file @param {Entry} entry @returns {Promise<number>} where the entry's bytes begin */
async function dataStart(file, entry) {
  const header = await readAt(file, entry.offset, 30);
  return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/** @param {string} archive @param {Entry} entry @param {number} start @param {string} target */
async function extractFile(archive, entry, start, target) {
  const mode = entry.mode & 0o777 || 0o644;
  if (entry.size === 0) return writeFile(target, '', { mode });
  const source = createReadStream(archive, { start, end: start + entry.size - 1 });
  const steps = entry.deflated ? [source, createInflateRaw()] : [source];
  await pipeline([...steps, createWriteStream(target, { mode })]);
}

/** @param {string} folder @param {Entry} entry @returns {string} where the entry goes */
function targetOf(folder, entry) {
  const target = join(folder, entry.name);
  const link = (entry.mode & TYPE) === SYMLINK;
  if (link || !target.startsWith(folder + sep)) throw new Error(`The archive reaches outside: ${entry.name}`);
  return target;
}

/**
 * Unpacks a zip archive below 4 GB, entry by entry as a stream, with permissions. Symbolic links are refused.
 * SECURITY: an entry that would land outside the folder stops the whole extraction.
 * @param {string} archive
 * @param {string} folder is made when missing
 * @param {(name: string) => boolean} wanted which entries to unpack
 */
export async function unzip(archive, folder, wanted = () => true) {
  const file = await open(archive);
  try {
    for (const entry of entries(await readDirectory(file))) {
      if (!wanted(entry.name)) continue;
      const target = targetOf(folder, entry);
      await mkdir(entry.name.endsWith('/') ? target : dirname(target), { recursive: true });
      if (!entry.name.endsWith('/')) await extractFile(archive, entry, await dataStart(file, entry), target);
    }
  } finally {
    await file.close();
  }
}
