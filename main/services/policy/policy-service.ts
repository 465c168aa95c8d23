import { basename } from 'node:path';
import type { PolicyChange, PolicyView } from '@core/contract/policy';
import { toInstant } from '@core/domain/instant';
import { policyText, readPolicy } from '@core/domain/policy-file';
import type { Clock, Dialogs, DocumentStore, SecretFiles } from '@main/ports';

/** What the service stands on. */
export interface PolicyServiceParts {
  readonly store: DocumentStore<PolicyView>;
  readonly dialogs: Pick<Dialogs, 'openFile' | 'saveFile'>;
  readonly files: SecretFiles;
  readonly readText: (path: string) => Promise<string>;
  readonly clock: Pick<Clock, 'now'>;
}

/** The policy that keys are judged by, and its way to other people. */
export class PolicyService {
  constructor(private readonly parts: PolicyServiceParts) {}

  read(): Promise<PolicyView> {
    return this.parts.store.read();
  }

  /** What was changed by hand is no longer the policy of a file. */
  change({ maxValidityDays, unusedDays, rules }: PolicyChange): Promise<PolicyView> {
    return this.parts.store.update(({ policy }) => ({
      file: null,
      policy: {
        maxValidityDays: maxValidityDays ?? policy.maxValidityDays,
        unusedDays: unusedDays ?? policy.unusedDays,
        rules: { ...policy.rules, ...rules },
      },
    }));
  }

  /** Null when the operator cancels. */
  async saveFile(): Promise<{ path: string } | null> {
    const { policy } = await this.read();
    const chosen = await this.parts.dialogs.saveFile('keydesk-policy.json');
    if (chosen === null) return null;
    await this.parts.files.save(chosen.path, policyText(policy), chosen.overwrite);
    return { path: chosen.path };
  }

  /** Puts the policy of a file in force, as a whole; null when the operator cancels. */
  async openFile(): Promise<PolicyView | null> {
    const path = await this.parts.dialogs.openFile('policy');
    if (path === null) return null;
    const policy = readPolicy(await this.parts.readText(path));
    const file = { name: basename(path).slice(0, 400), usedAt: toInstant(this.parts.clock.now()) };
    return this.parts.store.update(() => ({ policy, file }));
  }
}
