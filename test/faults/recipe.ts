/** What a recipe did and what held, for the table of the full run. */
export interface Row {
  /** The recipe's number and what goes wrong in it. */
  readonly recipe: string;
  /** How much was tried, with the seed that makes it again. */
  readonly did: string;
  readonly held: string;
  /** A reading of `performance.now()` at its beginning. */
  readonly since: number;
}

/** Prints one line, which the tool for the full run gathers. */
export function report({ recipe, did, held, since }: Row): void {
  const seconds = ((performance.now() - since) / 1_000).toFixed(1);
  process.stdout.write(`fault | ${recipe} | ${did} | ${held} | ${seconds} s\n`);
}

/**
 * Runs a recipe, and where it fails finds a short beginning of it that fails too, so that there is less to look through.
 * @param steps how many there are; a seed makes the same ones again
 */
export async function minimised(steps: number, run: (steps: number) => Promise<void>): Promise<void> {
  const failed = async (few: number): Promise<unknown> => run(few).then(() => null, asItIs);
  const whole = await failed(steps);
  if (whole === null) return;
  for (let few = 1; few < steps; few *= 2) {
    const cause = await failed(few);
    if (cause !== null) throw new Error(`It fails with the first ${few} of ${steps}.`, { cause });
  }
  throw new Error('It fails, and so does no shorter beginning of it.', { cause: whole });
}

const asItIs = (error: unknown): unknown => error;
