import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { PlanState } from '@renderer/api/plans';
import { useAsked } from '@renderer/shared/use-asked';
import { groupedFingerprint } from '@core/text/fingerprint';
import { Mono } from '@renderer/shared/Mono';
import { TrustDialog } from '../TrustDialog';
import { asksText, leftText, madeText, planSignatureText } from './plan-text';

export interface PlanHeaderProps {
  readonly plan: PlanState;
  /** What can be done with the plan as a whole. */
  readonly tools: ReactNode;
}

/** What a plan asks for, who made it, and what its signature is worth. */
export function PlanHeader({ plan: { view, rows }, tools }: PlanHeaderProps): ReactNode {
  return (
    <Box sx={{ px: 2, pt: 1.25, pb: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', flexWrap: 'wrap', gap: 1 }}>
        <Typography variant="h1" sx={{ flex: '1 1 260px', minWidth: 0, overflowWrap: 'anywhere' }}>
          {view.outcome === null ? 'Plan' : 'Outcome of a plan'}: {asksText(rows)}
        </Typography>
        <Box role="toolbar" aria-label="Plan" sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
          {tools}
        </Box>
      </Box>
      <Typography color="textSecondary" sx={{ mt: 0.5, overflowWrap: 'anywhere' }}>
        {[madeText(view), leftText(view.left)].join(' ')}
      </Typography>
      <Signature {...view} />
    </Box>
  );
}

function Signature({ signature, madeBy }: PlanState['view']): ReactNode {
  const trust = useAsked<true>();
  const text = planSignatureText(signature, madeBy);
  if (signature.state !== 'unknown')
    return <Typography color={signature.state === 'altered' ? 'error' : 'textSecondary'}>{text}</Typography>;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75, color: 'text.secondary' }}>
      <span>{text}</span>
      <Mono wrap>{groupedFingerprint(signature.fingerprint)}</Mono>
      <Button size="small" variant="outlined" onClick={() => trust.ask(true)}>
        Trust this key…
      </Button>
      <TrustDialog key={trust.turn} signature={signature} open={trust.open} onClose={trust.close} />
    </Box>
  );
}
