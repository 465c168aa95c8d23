import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useLayoutEffect, useRef, type ReactNode, type Ref } from 'react';
import type { FindingContext } from '@core/domain/policy';
import { formatDateTime, plural } from '@core/text/format';
import { Facts } from '@renderer/shared/Facts';
import { fullFact } from '@renderer/shared/key-facts';
import { PlaceLine } from '@renderer/shared/PlaceLine';
import type { InventoryRow } from '../inventory-row';
import { DecisionButtons } from './DecisionButtons';
import { EntryFields } from './EntryFields';
import { KeyFindings } from './KeyFindings';
import type { ReviewDesk } from './review-desk';
import { useEntry, useReviewState } from './use-desk';
import type { Judging } from './use-judging';

export interface ReviewPanelProps {
  readonly judging: Judging;
  readonly desk: ReviewDesk;
  /** How many keys are ticked, to be decided about together. */
  readonly ticked: number;
  /** Epoch milliseconds, as the rows see the time. */
  readonly now: number;
  readonly noteRef: Ref<HTMLTextAreaElement>;
  readonly buttonsRef: Ref<HTMLDivElement>;
  /** What findings are judged with. */
  readonly context: FindingContext;
}

/** The key being judged: what is wrong with it, what to do about it, and everything that is known of it. */
export function ReviewPanel(props: ReviewPanelProps): ReactNode {
  const { judging, ticked } = props;
  const { row } = judging;
  const aside = useRef<HTMLElement>(null);
  // Another key is looked at from its beginning.
  useLayoutEffect(() => aside.current?.scrollTo(0, 0), [row]);
  return (
    <Box component="aside" ref={aside} aria-label="Review of the key" sx={{ px: 1.5, pb: 1.5 }}>
      {ticked > 0 ? (
        <Many {...props} />
      ) : row === null ? (
        <Typography color="textSecondary" sx={{ pt: 1.5 }}>
          Choose a key in the table to judge it.
        </Typography>
      ) : (
        <One {...props} row={row} />
      )}
    </Box>
  );
}

function Many({ judging, desk, ticked, buttonsRef }: ReviewPanelProps): ReactNode {
  const { steps } = useReviewState(desk);
  return (
    <Box ref={buttonsRef} sx={{ ...COLUMN, pt: 1.5 }}>
      <Typography variant="h3" component="h2">
        {plural(ticked, 'key')} ticked
      </Typography>
      <Typography color="textSecondary">
        What you decide now holds for all of them, and is undone at once.
      </Typography>
      <DecisionButtons decided={null} onDecide={judging.decide} onUndo={steps > 0 ? judging.undo : null} />
    </Box>
  );
}

function One(props: ReviewPanelProps & { readonly row: InventoryRow }): ReactNode {
  const { row, judging, desk, now, noteRef, buttonsRef, context } = props;
  const { entry } = useEntry(desk, row.at);
  const { steps } = useReviewState(desk);
  const { columns } = row.place.traits;
  return (
    <Box sx={COLUMN}>
      <Box ref={buttonsRef} sx={HEAD}>
        <Box sx={{ color: 'text.secondary', mb: 1 }}>
          <PlaceLine place={row.place} name={row.key.name} />
        </Box>
        <DecisionButtons
          decided={entry?.decision ?? null}
          onDecide={judging.decide}
          onUndo={steps > 0 ? judging.undo : null}
        />
      </Box>
      {entry !== null && (
        <Typography variant="caption" color="textSecondary">
          Reviewed by {entry.by}, {formatDateTime(entry.at)}
        </Typography>
      )}
      <KeyFindings row={row} desk={desk} context={context} onEdit={judging.edit} />
      <EntryFields key={row.at} entry={entry} onEdit={judging.edit} noteRef={noteRef} />
      <Facts
        facts={columns
          .filter(({ fact }) => row.place.facts.has(fact))
          .map(({ fact, label }) => ({ name: label, value: <bdi>{fullFact(fact, row.key, now)}</bdi> }))}
      />
    </Box>
  );
}

/** What is decided stays in sight, however much is known of the key. */
const HEAD = {
  position: 'sticky',
  top: 0,
  zIndex: 1,
  mx: -1.5,
  px: 1.5,
  pt: 1.25,
  pb: 1,
  borderBottom: 1,
  borderColor: 'house.line',
  backgroundColor: 'background.paper',
} as const;

const COLUMN = { display: 'flex', flexDirection: 'column', gap: 1.25 } as const;
