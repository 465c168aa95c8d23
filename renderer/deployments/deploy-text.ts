import type { DeploymentView, PendingChange } from '@core/domain/deployment';
import { formatMoment, plural } from '@core/text/format';

/** One place to deploy to, as the window sees it. */
export type TargetView = DeploymentView['targets'][number];

const KINDS: Record<PendingChange['kind'], string> = {
  issue: 'created',
  edit: 'changed',
  stop: 'deleted',
  protect: 'endpoint rules changed',
};

/** What was done: "Accounting: created". */
export const changeText = ({ name, kind }: PendingChange): string => `${name}: ${KINDS[kind]}`;

/** One name for a change that several places wait for. */
export const changeId = ({ keyId, kind, at }: PendingChange): string => `${at} ${kind} ${keyId}`;

/** Every change that some place waits for, each once, oldest first. */
export function pendingChanges({ targets }: DeploymentView): PendingChange[] {
  const changes = new Map(
    targets.flatMap(({ pending }) => pending.map((each) => [changeId(each), each] as const)),
  );
  return [...changes.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** "2 changes are saved, not deployed", naming the places where only some still lack them; null when none. */
export function pendingText(view: DeploymentView): string | null {
  const count = pendingChanges(view).length;
  if (count === 0) return null;
  const waiting = view.targets.filter(({ pending }) => pending.length > 0);
  const are = `${plural(count, 'change')} ${count === 1 ? 'is' : 'are'} saved, not deployed`;
  if (waiting.length === view.targets.length) return are;
  return `${are} to ${waiting.map(({ label }) => label).join(' and ')}`;
}

/** How one place stands, in a sentence. */
export function targetText({ state, pending, deployedAt }: TargetView): string {
  const last = deployedAt === undefined ? '' : ` Last deployed from here ${formatMoment(deployedAt)}.`;
  switch (state) {
    case 'live':
      return deployedAt === undefined ? 'Live.' : `Live since ${formatMoment(deployedAt)}.`;
    case 'saved':
      return `${plural(pending.length, 'change')} not deployed.${last}`;
    case 'unknown':
      return deployedAt === undefined
        ? 'Unknown: it was not deployed from here, and the console does not say what is live.'
        : `Unknown: something was saved elsewhere since.${last}`;
  }
}

/** The name of the place that a pipeline deploys to. */
export const targetLabel = ({ targets }: DeploymentView, id: string): string =>
  targets.find((each) => each.id === id)?.label ?? id;
