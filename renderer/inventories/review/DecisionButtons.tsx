import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { DECISIONS, type Decision } from '@core/domain/review';
import { DECISION_FACTS } from './decisions';

export interface DecisionButtonsProps {
  /** What is decided now; null for nothing, or for several keys at once. */
  readonly decided: Decision | null;
  readonly onDecide: (decision: Decision) => void;
  /** Takes the latest step back; null where there is none. */
  readonly onUndo: (() => void) | null;
}

/** What can be decided, each with its key. */
export function DecisionButtons({ decided, onDecide, onUndo }: DecisionButtonsProps): ReactNode {
  return (
    <Box role="group" aria-label="Decision" sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
      {DECISIONS.map((decision) => {
        const { label, letter, means } = DECISION_FACTS[decision];
        const chosen = decision === decided;
        return (
          <Button
            key={decision}
            size="small"
            variant={chosen ? 'contained' : 'outlined'}
            color={decision === 'revoke' ? 'error' : 'primary'}
            aria-pressed={chosen}
            aria-keyshortcuts={letter}
            aria-description={means}
            title={means}
            onClick={() => onDecide(decision)}
            endIcon={<KeyCap letter={letter} />}
          >
            {label}
          </Button>
        );
      })}
      <Button
        size="small"
        disabled={onUndo === null}
        aria-keyshortcuts="U Control+Z"
        onClick={() => onUndo?.()}
        endIcon={<KeyCap letter="U" />}
      >
        Undo
      </Button>
    </Box>
  );
}

/** The key that does the same, drawn small. */
export function KeyCap({ letter }: { letter: string }): ReactNode {
  return (
    <Box
      component="kbd"
      aria-hidden
      sx={{
        minWidth: 16,
        px: 0.5,
        border: '1px solid currentColor',
        borderRadius: '4px',
        opacity: 0.7,
        font: 'inherit',
        fontSize: '0.625rem !important',
        lineHeight: '14px',
        textAlign: 'center',
      }}
    >
      {letter}
    </Box>
  );
}
