import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { MATCH_WORDS } from '@core/text/comparison-words';
import { AppDialog } from '@renderer/shared/AppDialog';
import { changesText, factLines, nameOf, type CompareRow } from './compare-rows';

export interface RowDialogProps {
  readonly row: CompareRow;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** One key on both sides, fact by fact. */
export function RowDialog({ row, now, open, onClose }: RowDialogProps): ReactNode {
  return (
    <AppDialog
      open={open}
      title={nameOf(row) === '' ? 'A key without a name' : nameOf(row)}
      description={
        <>
          {changesText(row)}. {whereText(row)} {matchText(row)}
        </>
      }
      width="md"
      onClose={onClose}
      actions={
        <Button variant="contained" onClick={onClose} autoFocus>
          Close
        </Button>
      }
    >
      <Box component="table" sx={LOOKS}>
        <thead>
          <tr>
            <th scope="col">Fact</th>
            <th scope="col">Before</th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {factLines(row, now).map(({ name, before, after, differs }) => (
            <tr key={name} className={differs ? 'differs' : undefined}>
              <th scope="row">{differs ? `${name} (changed)` : name}</th>
              <td>
                <bdi>{before}</bdi>
              </td>
              <td>
                <bdi>{after}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </Box>
    </AppDialog>
  );
}

const whereText = ({ where: { environment, console } }: CompareRow): string =>
  `In ${environment.name} on ${console.label}.`;

function matchText({ matchedBy, before, after, changes }: CompareRow): string {
  if (matchedBy !== null) return `Recognised ${MATCH_WORDS[matchedBy]}.`;
  if (changes.includes('reappeared')) return 'It was made before the older listing, which did not have it.';
  if (after === null) return 'Only the older listing has it.';
  return before === null ? 'Only the newer listing has it.' : '';
}

const LOOKS = {
  borderCollapse: 'collapse',
  width: '100%',
  tableLayout: 'fixed',
  '& th, & td': {
    p: 0.75,
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: 400,
    overflowWrap: 'anywhere',
    borderBottom: 1,
    borderColor: 'house.line',
  },
  '& th': { color: 'text.secondary' },
  '& .differs td, & .differs th': { fontWeight: 600, color: 'text.primary' },
} as const;
