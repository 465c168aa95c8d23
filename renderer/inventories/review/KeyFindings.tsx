import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { findingsOf, openFindings, RULE_FACTS, type Finding } from '@core/domain/finding';
import { FINDING_RULES, type FindingContext } from '@core/domain/policy';
import type { Waiver } from '@core/domain/review';
import type { EntryEdit } from '@core/domain/review-entry';
import { formatDate } from '@core/text/format';
import { FindingList } from '@renderer/shared/FindingList';
import { useAsked } from '@renderer/shared/use-asked';
import type { InventoryRow } from '../inventory-row';
import type { ReviewDesk } from './review-desk';
import { useEntry } from './use-desk';
import { WaiveDialog } from './WaiveDialog';

export interface KeyFindingsProps {
  readonly row: InventoryRow;
  readonly desk: ReviewDesk;
  readonly context: FindingContext;
  readonly onEdit: (edit: EntryEdit) => void;
}

/** What is wrong with the key being judged, and what was accepted of it for a while. */
export function KeyFindings({ row, desk, context, onEdit }: KeyFindingsProps): ReactNode {
  const { entry } = useEntry(desk, row.at);
  const asked = useAsked<Finding>();
  const waivers = entry?.waivers ?? [];
  const today = new Date(context.now).toISOString().slice(0, 10);
  const open = openFindings(findingsOf(row.key, row.place, context), waivers, today);
  const without = (rule: string): Waiver[] => waivers.filter((waiver) => waiver.rule !== rule);
  return (
    <>
      {open.length > 0 && (
        <FindingList
          findings={open}
          action={(finding) => (
            <Button
              size="small"
              aria-label={`Accept for a while: ${RULE_FACTS[finding.rule].label}`}
              onClick={() => asked.ask(finding)}
            >
              Accept…
            </Button>
          )}
        />
      )}
      {waivers.map((waiver) => (
        <Waived
          key={waiver.rule}
          waiver={waiver}
          over={waiver.until < today}
          onRemove={() => onEdit({ waivers: without(waiver.rule) })}
        />
      ))}
      {asked.request !== null && (
        <WaiveDialog
          key={asked.turn}
          open={asked.open}
          rule={asked.request.rule}
          label={RULE_FACTS[asked.request.rule].label}
          onClose={asked.close}
          onWaive={(waiver) => onEdit({ waivers: [...without(waiver.rule), waiver] })}
        />
      )}
    </>
  );
}

interface WaivedProps {
  readonly waiver: Waiver;
  readonly over: boolean;
  readonly onRemove: () => void;
}

function Waived({ waiver: { rule, until, why }, over, onRemove }: WaivedProps): ReactNode {
  const known = FINDING_RULES.find((each) => each === rule);
  return (
    <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
      <Typography
        variant="body2"
        color="textSecondary"
        sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}
      >
        {known === undefined ? rule : RULE_FACTS[known].label}: accepted until {formatDate(until)}
        {over && ', which is over'}. <bdi>{why}</bdi>
      </Typography>
      <Button size="small" onClick={onRemove}>
        Take back
      </Button>
    </Box>
  );
}
