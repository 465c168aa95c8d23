import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { IncidentKey, KillMode } from '@core/domain/incident';
import { plural } from '@core/text/format';
import { Card } from '@renderer/leak/Card';
import type { Places } from '@renderer/shared/place';
import { canBeReplaced, offersDisable } from './decision';
import { MODES } from './decision-text';

export interface DecisionPanelProps {
  /** Those that are ticked. */
  readonly keys: readonly IncidentKey[];
  /** How many could be stopped. */
  readonly of: number;
  readonly places: Places;
  readonly mayIssue: boolean;
  readonly onChoose: (mode: KillMode) => void;
}

/** What to do about the ticked keys: the ways that exist for them, each with what it means. */
export function DecisionPanel(props: DecisionPanelProps): ReactNode {
  const { keys, of, places, mayIssue, onChoose } = props;
  const modes: KillMode[] = [
    'kill',
    ...(mayIssue && keys.some((key) => canBeReplaced(key, places)) ? (['replace'] as const) : []),
    ...(offersDisable(keys, places) ? (['disable'] as const) : []),
  ];
  return (
    <Card title="Decide" note={noteOf(keys.length, of)}>
      <Box sx={{ display: 'flex', gap: 1.5 }}>
        {modes.map((one) => (
          <Way key={one} mode={one} disabled={keys.length === 0} onChoose={() => onChoose(one)} />
        ))}
      </Box>
    </Card>
  );
}

function noteOf(ticked: number, of: number): string {
  if (of === 1) return 'It still works. Every minute counts.';
  if (ticked === 0) return 'Tick the keys below that this is about.';
  return ticked === of
    ? `About all ${plural(of, 'key')} below.`
    : `About ${ticked} of ${plural(of, 'key')} below.`;
}

interface WayProps {
  readonly mode: KillMode;
  readonly disabled: boolean;
  readonly onChoose: () => void;
}

function Way({ mode, disabled, onChoose }: WayProps): ReactNode {
  const { label, means } = MODES[mode];
  return (
    <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: 0.75 }}>
      <Button
        variant={mode === 'kill' ? 'contained' : 'outlined'}
        color={mode === 'kill' ? 'error' : 'primary'}
        size="large"
        disabled={disabled}
        onClick={onChoose}
      >
        {label}
      </Button>
      <Typography variant="caption" color="textSecondary">
        {means}
      </Typography>
    </Box>
  );
}
