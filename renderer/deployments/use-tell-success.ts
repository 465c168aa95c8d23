import { useEffect, useRef } from 'react';
import type { DeploymentView } from '@core/domain/deployment';
import { useNotify } from '@renderer/shared/Notifications';
import { targetLabel } from './deploy-text';

/** Says it once when a pipeline that was seen running has succeeded: the line about it is then gone. */
export function useTellSuccess(view: DeploymentView | undefined): void {
  const notify = useNotify();
  const before = useRef<string | undefined>(undefined);
  const state = view?.pipeline?.state;
  const label = view === undefined || view.pipeline === null ? '' : targetLabel(view, view.pipeline.target);
  useEffect(() => {
    if (before.current === 'running' && state === 'succeeded') notify(`Deployed to ${label}.`, 'success');
    before.current = state;
  }, [label, notify, state]);
}
