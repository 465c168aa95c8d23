import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import type { Basis, VendorFact } from '@core/domain/route-profile';

const BASES: readonly { readonly basis: Basis; readonly title: string; readonly note: string }[] = [
  { basis: 'assumed', title: 'Assumed', note: 'Nobody says so in public. It may be different here.' },
  { basis: 'in-code', title: 'Read from open code', note: 'The vendor’s own code does it so.' },
  { basis: 'documented', title: 'Documented', note: 'The vendor’s pages say so.' },
];

/** What Keydesk relies on, grouped by how sure it is; what is assumed comes first. */
export function FactsPart({ facts }: { facts: readonly VendorFact[] }): ReactNode {
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      {BASES.map(({ basis, title, note }) => {
        const these = facts.filter((fact) => fact.basis === basis);
        return these.length === 0 ? null : <Group key={basis} title={title} note={note} facts={these} />;
      })}
    </Box>
  );
}

interface GroupProps {
  readonly title: string;
  readonly note: string;
  readonly facts: readonly VendorFact[];
}

function Group({ title, note, facts }: GroupProps): ReactNode {
  const id = useId();
  return (
    <Box>
      <Typography variant="subtitle2" component="h4" id={id}>
        {title}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {note}
      </Typography>
      <Box component="ul" aria-labelledby={id} sx={{ m: 0, mt: 0.5, pl: 2.25, '& li': { mb: 0.75 } }}>
        {facts.map(({ statement, source }) => (
          <li key={statement}>
            {statement}
            <Typography variant="caption" component="div" color="textSecondary">
              {source}
            </Typography>
          </li>
        ))}
      </Box>
    </Box>
  );
}
