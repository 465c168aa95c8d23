import type { KeyRef } from '@core/domain/api-key';
import type { Operation } from '@core/domain/operation';
import type { OperationJournal } from '@main/services/operation-journal';

/** Which new keys have a secret that their console tells once and nobody has taken over yet. */
export class SecretHandovers {
  constructor(private readonly journal: OperationJournal) {}

  /** Those whose secret was in the memory of an earlier session alone, and which nobody stopped since. */
  lost(sinceInstant: string): Operation[] {
    const all = this.journal.all();
    const stopped = new Set(all.filter(isStopped).map(keyOf));
    return all.filter(
      (operation) =>
        isWaiting(operation) && operation.changedAt < sinceInstant && !stopped.has(keyOf(operation)),
    );
  }

  /** Somebody has the secret of a key now; a crash loses nothing any more. */
  async taken(key: KeyRef): Promise<void> {
    const waiting = this.journal.all().find((each) => isWaiting(each) && keyOf(each) === keyOf(key));
    if (waiting !== undefined) await this.settle(waiting);
  }

  /** The operator knows that the secret is lost. */
  async dismiss(id: string): Promise<void> {
    const operation = this.journal.find(id);
    if (operation !== undefined && isWaiting(operation)) await this.settle(operation);
  }

  private async settle(operation: Operation): Promise<void> {
    await this.journal.note(operation, operation.state, { secret: 'taken' });
  }
}

const isWaiting = ({ secret }: Operation): boolean => secret === 'waiting';

const isStopped = ({ kind, state }: Operation): boolean => kind === 'stop' && state === 'confirmed';

const keyOf = ({
  consoleId,
  environmentId,
  keyId,
}: Pick<Operation, 'consoleId' | 'environmentId' | 'keyId'>) =>
  JSON.stringify([consoleId, environmentId, keyId]);
