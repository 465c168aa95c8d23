import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { RULE_FACTS, type Finding, type Severity } from '@core/domain/finding';

export interface FindingListProps<F extends Finding> {
  /** The weightiest first. */
  readonly findings: readonly F[];
  /** What can be done with a finding, at the end of its line. */
  readonly action?: (finding: F) => ReactNode;
}

/** What is wrong with a key: each finding with its reason, who sees to it, and what to do. */
export function FindingList<F extends Finding>({ findings, action }: FindingListProps<F>): ReactNode {
  return (
    <Box component="ul" aria-label="Findings" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {findings.map((finding) => (
        <Box key={finding.rule} component="li" sx={ITEM}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
            <Typography variant="subtitle2" component="span">
              {RULE_FACTS[finding.rule].label}
            </Typography>
            <Typography variant="caption" component="span" sx={{ color: COLORS[finding.severity] }}>
              {WORDS[finding.severity]}
            </Typography>
            <Box sx={{ ml: 'auto' }}>{action?.(finding)}</Box>
          </Box>
          <Sentence>{finding.reason}</Sentence>
          <Sentence about="Enforced by">{finding.enforcedBy}</Sentence>
          <Sentence about="What to do">{finding.fix}</Sentence>
        </Box>
      ))}
    </Box>
  );
}

function Sentence({ about, children }: { about?: string; children: string }): ReactNode {
  return (
    <Typography
      variant="body2"
      color={about === undefined ? 'textPrimary' : 'textSecondary'}
      sx={{ overflowWrap: 'anywhere' }}
    >
      {about === undefined ? children : `${about}: ${children}`}
    </Typography>
  );
}

const WORDS: Readonly<Record<Severity, string>> = { high: 'High', medium: 'Medium', low: 'Low' };
const COLORS: Readonly<Record<Severity, string>> = {
  high: 'error.main',
  medium: 'warning.main',
  low: 'text.secondary',
};

const ITEM = {
  py: 1,
  borderTop: 1,
  borderColor: 'house.line',
  '&:first-of-type': { borderTop: 0, pt: 0 },
} as const;
