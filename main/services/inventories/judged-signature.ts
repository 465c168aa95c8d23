import type { SignatureCheck, SignatureState } from '@core/domain/signature';
import type { Clock } from '@main/ports';
import type { SigningService } from '@main/services/signing/signing-service';

/** Nobody waits longer for a keychain before they see what is in a file. */
const PATIENCE_MS = 300;

/** What the signature of an open file is worth; never waits for a keychain that does not answer. */
export class JudgedSignature {
  private latest: SignatureState;

  constructor(
    private readonly check: SignatureCheck,
    private readonly parts: {
      readonly signing: Pick<SigningService, 'judge'>;
      readonly clock: Pick<Clock, 'after'>;
      /** It is something else than was said last. */
      readonly changed: () => void;
    },
  ) {
    this.latest = check.state === 'intact' ? { ...check, state: 'unknown' } : { state: check.state };
  }

  /** As it is now; what was said last, where that takes a keychain that is slow. */
  async now(): Promise<SignatureState> {
    if (this.check.state !== 'intact') return this.latest;
    let late = false;
    const judged = this.parts.signing.judge(this.check).then((state) => {
      const before = this.latest;
      this.latest = state;
      if (late && state.state !== before.state) this.parts.changed();
    });
    await new Promise<void>((resolve) => {
      const cancel = this.parts.clock.after(PATIENCE_MS, resolve);
      void judged.catch(() => undefined).then(() => (cancel(), resolve()));
    });
    late = true;
    return this.latest;
  }
}
