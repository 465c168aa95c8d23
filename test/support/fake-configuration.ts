import { AppError } from '@core/domain/app-error';
import type { DeployTarget, PipelineState } from '@core/domain/deployment';
import type { Protection, ProtectionChange } from '@core/domain/protection';

interface Pipeline {
  readonly target: string;
  readonly save: string;
  state: PipelineState;
}

/** A configuration that is saved whole and deployed later, as a fake console keeps it where `on`. */
export class FakeConfiguration {
  /** Whether the console is one whose changes have to be deployed. */
  on = false;
  targets: DeployTarget[] = [{ id: 'development', label: 'Development', production: false }];
  endpoints: Protection[] = [];
  /** How the next pipelines end, each the moment it is looked at; those beyond go on running. */
  readonly ends: PipelineState[] = [];
  /** By id, in the order they were started. */
  readonly pipelines = new Map<string, Pipeline>();
  /** Told of every save, as the adapter tells its connection. */
  told: (previous: string, save: string) => void = () => undefined;
  private saves = 1;

  /** The save that there is now. */
  get save(): string {
    return `save-${this.saves}`;
  }

  /** A change by Keydesk. */
  saved(): void {
    if (!this.on) return;
    const previous = this.save;
    this.savedByOthers();
    this.told(previous, this.save);
  }

  /** A change that somebody makes in the vendor's own console. */
  savedByOthers(): void {
    this.saves += 1;
  }

  /** Starts a pipeline. */
  deploy(target: string): string {
    const id = `pipeline-${this.pipelines.size + 1}`;
    this.pipelines.set(id, { target, save: this.save, state: 'running' });
    return id;
  }

  /** How a pipeline stands. */
  stateOf(id: string): PipelineState {
    const pipeline = this.pipelines.get(id);
    if (pipeline === undefined) throw new AppError('not-found', 'There is no such pipeline.');
    if (pipeline.state === 'running') pipeline.state = this.ends.shift() ?? 'running';
    return pipeline.state;
  }

  /** Changes the rules of one endpoint. */
  protect(path: string, change: ProtectionChange, revision: string): Protection {
    const found = this.endpoints.find((each) => each.path === path);
    if (found === undefined) throw new AppError('not-found', 'There is no such endpoint.');
    if (found.revision !== revision) throw new AppError('conflict', 'Somebody else changed this.');
    const { secreted = found.secreted, acl = found.acl } = change;
    const changed = { ...found, secreted, acl, revision: String(Number(revision) + 1) };
    this.endpoints = this.endpoints.map((each) => (each.path === path ? changed : each));
    this.saved();
    return changed;
  }
}
