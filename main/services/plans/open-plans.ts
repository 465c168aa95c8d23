import { AppError } from '@core/domain/app-error';
import type { Plan } from '@core/domain/plan';
import { PLAN_LIMITS } from '@core/domain/plan';
import type { SignatureCheck } from '@core/domain/signature';
import { readPlan } from '@core/text/plan-file';
import { checkSignature } from '@core/text/signed-text';
import type { Clock, Crypto, Signing } from '@main/ports';
import type { Checked } from './plan-check';

/** A plan that was read, with what is known of it by now. */
export interface OpenPlan {
  /** The SHA-256 of its file. */
  readonly planId: string;
  readonly fileName: string;
  readonly plan: Plan;
  readonly signature: SignatureCheck;
  checked: Checked | null;
}

/** What files are read with. */
export interface OpenPlansParts {
  /** The text of a file the operator chose or handed over. */
  readonly offered: (fileId: string) => Promise<{ readonly fileName: string; readonly text: string }>;
  readonly crypto: Pick<Crypto, 'sha256'>;
  readonly verifying: Pick<Signing, 'verify' | 'fingerprint'>;
  readonly clock: Pick<Clock, 'after'>;
}

/** So many rows are checked before others have their turn. */
const AT_ONCE = 2_000;

/** The plans that were read from files. Reading asks no console, no keychain and no network. */
export class OpenPlans {
  private readonly plans = new Map<string, OpenPlan>();

  constructor(private readonly parts: OpenPlansParts) {}

  /** Reads an offered file. Fails with `invalid-input` for what is no plan. */
  async open(fileId: string): Promise<OpenPlan> {
    const { fileName, text } = await this.parts.offered(fileId);
    if (text.length > PLAN_LIMITS.bytes)
      throw new AppError('invalid-input', 'This file is too large for a plan.');
    const { crypto, verifying } = this.parts;
    const planId = crypto.sha256(text);
    const known = this.plans.get(planId);
    if (known !== undefined) return known;
    const signature = checkSignature(text, verifying.verify, verifying.fingerprint);
    const opened: OpenPlan = { planId, fileName, plan: await this.read(text), signature, checked: null };
    this.plans.set(planId, opened);
    return opened;
  }

  /** One that is open; `not-found` otherwise. */
  find(planId: string): OpenPlan {
    const found = this.plans.get(planId);
    if (found === undefined)
      throw new AppError('not-found', 'This plan is not open any more. Open it again.');
    return found;
  }

  close(planId: string): void {
    this.plans.delete(planId);
  }

  private async read(text: string): Promise<Plan> {
    const reading = readPlan(text);
    for (let from = 0; from < reading.rows; from += AT_ONCE) {
      reading.check(from, AT_ONCE);
      if (from + AT_ONCE < reading.rows)
        await new Promise<void>((resolve) => this.parts.clock.after(0, resolve));
    }
    return reading.plan();
  }
}
