import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { AppErrorShape } from '@core/domain/app-error';
import { adviceFor, errorFacts, isWorthRepeating } from '@renderer/shared/error-text';
import { Mono } from '@renderer/shared/Mono';
import { Notice } from '@renderer/shared/Notice';

export interface ErrorNoticeProps {
  error: AppErrorShape;
  /** What could not be done, as a heading: "The keys could not be read". */
  title?: string;
  /** Offers *Try again* where that makes sense. */
  onRetry?: (() => void) | undefined;
  /** More ways out, next to *Try again*. */
  actions?: ReactNode;
}

/** An error as a tired person needs it: what happened, what to do, one button, and the small facts for support. */
export function ErrorNotice({ error, title, onRetry, actions }: ErrorNoticeProps): ReactNode {
  const advice = adviceFor(error);
  const facts = errorFacts(error);
  const retry = onRetry !== undefined && isWorthRepeating(error);
  return (
    <Notice
      tone="error"
      role="alert"
      title={title ?? error.message}
      actions={
        retry || actions !== undefined ? (
          <>
            {retry && (
              <Button size="small" variant="outlined" onClick={onRetry}>
                Try again
              </Button>
            )}
            {actions}
          </>
        ) : undefined
      }
    >
      {title !== undefined && <Typography>{error.message}</Typography>}
      {advice !== null && <Typography color="textSecondary">{advice}</Typography>}
      {facts !== '' && (
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block', mt: 0.5 }}>
          <Mono wrap>{facts}</Mono>
        </Typography>
      )}
    </Notice>
  );
}
