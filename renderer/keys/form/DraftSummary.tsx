import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { mdiAlertOutline } from '@mdi/js';
import type { ReactNode } from 'react';
import type { KeyDraft } from '@core/domain/key-draft';
import { Icon } from '@renderer/shared/Icon';
import type { Place } from '@renderer/shared/place';
import { draftNotes, draftSummary, presentNotes } from './draft-summary';
import { draftWarnings } from './draft-warnings';

export interface DraftSummaryProps {
  readonly draft: KeyDraft;
  readonly place: Place;
  /** Epoch milliseconds. */
  readonly now: number;
  /** For a key that exists, which needs no word on how it comes to be. */
  readonly exists?: boolean;
}

/** What the key will be able to do, and what is dangerous about that, before anything is sent. */
export function DraftSummary({ draft, place, now, exists = false }: DraftSummaryProps): ReactNode {
  const warnings = draftWarnings(draft, place);
  return (
    <Box
      role="group"
      aria-label="Summary"
      sx={{ p: 1.5, borderRadius: 1, border: 1, borderColor: 'house.line', backgroundColor: 'house.sunken' }}
    >
      <Typography variant="overline" component="h3" color="textSecondary" sx={{ display: 'block', mb: 0.5 }}>
        What this key will do
      </Typography>
      <Typography sx={{ overflowWrap: 'anywhere' }}>{draftSummary(draft, place, now)}</Typography>
      {(exists ? presentNotes(draft) : draftNotes(draft, place)).map((note) => (
        <Typography key={note} sx={{ mt: 0.75 }}>
          {note}
        </Typography>
      ))}
      {warnings.length > 0 && <Warnings warnings={warnings} />}
    </Box>
  );
}

function Warnings({ warnings }: { warnings: readonly string[] }): ReactNode {
  return (
    <Box component="ul" sx={{ m: 0, mt: 1.5, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
      {warnings.map((warning) => (
        <Box key={warning} component="li" sx={{ display: 'flex', gap: 0.75, color: 'warning.main' }}>
          <Box component="span" sx={{ lineHeight: 0, pt: '2px' }}>
            <Icon path={mdiAlertOutline} size="small" />
          </Box>
          <Typography variant="caption" color="inherit">
            {warning}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
