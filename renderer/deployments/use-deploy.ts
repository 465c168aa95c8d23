import { useState } from 'react';
import type { AppError } from '@core/domain/app-error';
import { DEPLOY_WORD, type DeploymentView } from '@core/domain/deployment';
import type { Environment } from '@core/domain/environment';
import { useStartDeployment } from '@renderer/api/deployments';
import type { TargetView } from './deploy-text';

/** What stands in *Deploy* and what its buttons do. */
export interface DeployState {
  readonly target: TargetView | null;
  readonly choose: (id: string) => void;
  /** What has to be typed for the chosen place; null when a click is enough. */
  readonly word: string | null;
  readonly typed: string;
  readonly type: (text: string) => void;
  readonly running: boolean;
  readonly ready: boolean;
  readonly busy: boolean;
  /** Why it was not started, where that is not the typed word. */
  readonly error: AppError | null;
  readonly problem: string | null;
  readonly start: () => void;
}

/** Chooses a place, asks for the word where it is production, and starts the pipeline. */
export function useDeploy(environment: Environment, view: DeploymentView | undefined): DeployState {
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const { run, busy, error, reset } = useStartDeployment();
  const target = chosenTarget(view, chosen);
  const word = target?.production === true ? DEPLOY_WORD : null;
  const running = view?.pipeline?.state === 'running';
  const ready = target !== null && !running && !busy && (word === null || typed.trim() === word);
  const start = async (): Promise<void> => {
    if (!ready) return;
    const confirmed = word === null ? {} : { typed: typed.trim() };
    const outcome = await run({ environment, target: target.id, ...confirmed });
    if (outcome.ok) setTyped('');
  };
  const atWord = error?.facts.field === 'typed';
  return {
    target,
    choose: (id) => {
      setChosen(id);
      setTyped('');
      reset();
    },
    word,
    typed,
    type: setTyped,
    running,
    ready,
    busy,
    error: atWord ? null : error,
    problem: atWord ? error.message : null,
    start: () => void start(),
  };
}

/** The chosen place, else the first that is not production: that one nobody should hit by accident. */
function chosenTarget(view: DeploymentView | undefined, chosen: string | null): TargetView | null {
  const targets = view?.targets ?? [];
  return (
    targets.find(({ id }) => id === chosen) ??
    targets.find(({ production, pending }) => !production && pending.length > 0) ??
    targets.find(({ production }) => !production) ??
    targets[0] ??
    null
  );
}
