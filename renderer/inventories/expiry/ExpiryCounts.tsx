import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { EXPIRY_SPANS, type ExpirySpan } from '@core/domain/expiry';
import { formatCount } from '@core/text/format';

const LABELS: Readonly<Record<ExpirySpan, string>> = {
  overdue: 'Expired',
  '7-days': 'Next 7 days',
  '30-days': '8 to 30 days',
  '90-days': '31 to 90 days',
  later: 'Later',
  never: 'Never',
  unknown: 'Unknown',
};

const COLORS: Readonly<Partial<Record<ExpirySpan, string>>> = {
  overdue: 'error.main',
  '7-days': 'error.main',
  '30-days': 'warning.main',
};

/** How many keys end when: bars, with their numbers as a table. */
export function ExpiryCounts({ counts }: { counts: Readonly<Record<ExpirySpan, number>> }): ReactNode {
  const most = Math.max(1, ...Object.values(counts));
  return (
    <Box component="table" aria-label="Keys by the time until they expire" sx={TABLE}>
      <thead>
        <tr>
          <th scope="col">Expires</th>
          <th scope="col">Keys</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {EXPIRY_SPANS.map((span) => (
          <tr key={span}>
            <th scope="row">{LABELS[span]}</th>
            <td>{formatCount(counts[span])}</td>
            <td>
              <Box
                aria-hidden
                sx={{
                  height: 10,
                  borderRadius: '2px',
                  minWidth: counts[span] > 0 ? 2 : 0,
                  width: `${(counts[span] / most) * 100}%`,
                  backgroundColor: COLORS[span] ?? 'primary.main',
                }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </Box>
  );
}

const TABLE = {
  width: '100%',
  maxWidth: 560,
  borderCollapse: 'collapse',
  fontVariantNumeric: 'tabular-nums',
  '& th': { width: 110, py: 0.375, textAlign: 'left', fontWeight: 400, color: 'text.secondary' },
  '& td': { py: 0.375 },
  '& th + th, & th + td:not(:last-of-type)': { width: 70, pr: 2, textAlign: 'right' },
} as const;
