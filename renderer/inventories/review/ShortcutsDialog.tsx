import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { DECISIONS } from '@core/domain/review';
import { AppDialog } from '@renderer/shared/AppDialog';
import { Facts } from '@renderer/shared/Facts';
import { DECISION_FACTS } from './decisions';

const OTHERS = [
  ['U', 'Undo the latest step, also with Ctrl+Z'],
  ['N', 'Write a note; Escape goes back to the table'],
  ['J', 'Go to the next key that is not decided'],
  ['Enter', 'Go to the buttons beside the table'],
  ['Space', 'Tick the key, to decide about several at once'],
] as const;

/** The keys with which a thousand API keys are judged. */
export function ShortcutsDialog({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  return (
    <AppDialog
      open={open}
      title="Judging by keyboard"
      onClose={onClose}
      actions={
        <Button variant="contained" onClick={onClose} autoFocus>
          Close
        </Button>
      }
    >
      <Typography color="textSecondary">
        These work in the table and beside it. After a decision, the next key that is not decided comes by
        itself.
      </Typography>
      <Facts
        facts={[
          ...DECISIONS.map((decision) => ({
            name: DECISION_FACTS[decision].letter,
            value: `${DECISION_FACTS[decision].label}. ${DECISION_FACTS[decision].means}`,
          })),
          ...OTHERS.map(([name, value]) => ({ name, value })),
        ]}
      />
    </AppDialog>
  );
}
