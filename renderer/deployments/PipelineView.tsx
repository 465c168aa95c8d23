import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { DeploymentView, PipelineState } from '@core/domain/deployment';
import { formatMoment, formatSpan } from '@core/text/format';
import { Notice, type Tone } from '@renderer/shared/Notice';
import { ProgressNote } from '@renderer/shared/ProgressNote';
import { useNow } from '@renderer/shared/use-now';
import { targetLabel } from './deploy-text';

type Pipeline = NonNullable<DeploymentView['pipeline']>;

export interface PipelineViewProps {
  readonly pipeline: Pipeline;
  readonly view: DeploymentView;
}

const ENDS: Record<Exclude<PipelineState, 'running'>, { readonly tone: Tone; readonly says: string }> = {
  succeeded: { tone: 'success', says: 'Deployed to' },
  failed: { tone: 'error', says: 'The deployment failed:' },
  cancelled: { tone: 'warning', says: 'The deployment was cancelled:' },
  unclear: { tone: 'warning', says: 'Nobody knows how the deployment ended:' },
};

/** The pipeline that runs, or how the last one ended. */
export function PipelineView({ pipeline, view }: PipelineViewProps): ReactNode {
  const { state, message, endedAt, startedAt } = pipeline;
  const label = targetLabel(view, pipeline.target);
  if (state === 'running') return <Running label={label} startedAt={startedAt} />;
  const { tone, says } = ENDS[state];
  return (
    <Notice tone={tone} role={tone === 'error' ? 'alert' : 'status'} title={`${says} ${label}`}>
      {message !== undefined && <Typography>{message}</Typography>}
      <Typography variant="caption" color="textSecondary">
        {formatMoment(endedAt ?? startedAt)}
      </Typography>
    </Notice>
  );
}

function Running({ label, startedAt }: { label: string; startedAt: string }): ReactNode {
  const since = useNow(1_000) - Date.parse(startedAt);
  return (
    <ProgressNote label={`Deploying to ${label}`}>
      <Typography color="textSecondary">
        {since >= 60_000 && `For ${formatSpan(since)} now. `}
        You can close this: it runs on the console, and you are told above the keys how it ended.
      </Typography>
    </ProgressNote>
  );
}
