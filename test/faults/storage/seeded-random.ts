/** Numbers in [0, 1) that a seed makes again (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How often a fault is tried: the full number with `KEYDESK_FAULTS=full`, fewer otherwise. */
export const rounds = (full: number, usual: number): number =>
  process.env['KEYDESK_FAULTS'] === 'full' ? full : usual;
