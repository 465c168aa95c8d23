/**
 * Carries a shown secret to the one element that shows it.
 * SECURITY: React keeps earlier states and props alive; they hold this box, and `clear` empties it everywhere.
 */
export class SecretBox {
  #secret: string | null;

  constructor(secret: string) {
    this.#secret = secret;
  }

  /** The secret; empty once cleared. */
  read(): string {
    return this.#secret ?? '';
  }

  /** Forgets the secret for good. */
  clear(): void {
    this.#secret = null;
  }
}
