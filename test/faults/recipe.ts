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
