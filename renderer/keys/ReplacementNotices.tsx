import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { environmentKey } from '@core/domain/environment';
import { replacementState, type Replacement } from '@core/domain/replacement';
import { dueText, endText } from '@core/text/replacement';
import { useCatchUp, useForget } from '@renderer/api/replacements';
import { Banner } from '@renderer/shared/Banner';
import type { Place } from '@renderer/shared/place';
import { useReplacementDialog } from '@renderer/shared/place-dialogs';
import { useNow } from '@renderer/shared/use-now';
import type { KeyRow } from '@renderer/key-table/key-row';
import type { KeyRows } from './use-key-rows';

export interface ReplacementNoticesProps {
  readonly rows: KeyRows;
  readonly onStop: (row: KeyRow) => void;
}

/** Calm reminders: which old keys may go now, and which replacements came to their end. */
export function ReplacementNotices({ rows, onStop }: ReplacementNoticesProps): ReactNode {
  return rows.replacements.map((replacement) => {
    const place = rows.places.get(environmentKey(replacement));
    const old = rows.source.rows.find(
      (row) => row.replacement?.replacement.id === replacement.id && row.replacement.role === 'old',
    );
    return place && <OneNotice key={replacement.id} {...{ replacement, place, old, onStop }} />;
  });
}

interface OneNoticeProps extends Pick<ReplacementNoticesProps, 'onStop'> {
  readonly replacement: Replacement;
  readonly place: Place;
  readonly old: KeyRow | undefined;
}

function OneNotice({ replacement, place, old, onStop }: OneNoticeProps): ReactNode {
  const now = useNow();
  useCatchUp(replacement, now);
  const { id, end } = replacement;
  if (end !== undefined)
    return (
      <Banner tone="info" actions={<Dismiss id={id} />}>
        {endText(replacement, end.why, place.vendor)}
      </Banner>
    );
  if (replacementState(replacement, now) !== 'due') return null;
  return (
    <Banner tone="info" actions={<Due {...{ id, place, old, onStop }} />}>
      {dueText(replacement)}
    </Banner>
  );
}

function Due({ id, place, old, onStop }: Omit<OneNoticeProps, 'replacement'> & { id: string }): ReactNode {
  const about = useReplacementDialog();
  const stopVerb = place.traits.stop.verb;
  const stop = old && { onStop: () => onStop(old) };
  return (
    <>
      <Button size="small" onClick={() => about({ id, environment: place.environment, stopVerb, ...stop })}>
        Details
      </Button>
      {stop && (
        <Button size="small" variant="outlined" onClick={stop.onStop}>
          {stopVerb} the old key
        </Button>
      )}
    </>
  );
}

function Dismiss({ id }: { id: string }): ReactNode {
  const { run, busy } = useForget();
  return (
    <Button size="small" disabled={busy} onClick={() => void run(id)}>
      Dismiss
    </Button>
  );
}
