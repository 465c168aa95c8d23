import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { IncidentKey } from '@core/domain/incident';
import { plural } from '@core/text/format';
import { keyText } from '@core/domain/api-key';
import { ProductionMark } from '@renderer/shared/ProductionMark';
import { VendorMark } from '@renderer/shared/VendorMark';

const NAMES_SHOWN = 5;

/** The keys a decision is about, with where they live. */
export function KeyNames({ keys }: { keys: readonly IncidentKey[] }): ReactNode {
  const more = keys.length - NAMES_SHOWN;
  return (
    <Box
      component="ul"
      sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: 0.5 }}
    >
      {keys.slice(0, NAMES_SHOWN).map((leaked) => (
        <Box
          component="li"
          key={keyText(leaked.key)}
          sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}
        >
          <Box component="bdi" sx={{ color: 'text.primary', fontWeight: 550, overflowWrap: 'anywhere' }}>
            {leaked.name}
          </Box>
          <VendorMark vendor={leaked.vendor} size={16} />
          <span>
            {leaked.environmentName} ({leaked.consoleName})
          </span>
          {leaked.production && <ProductionMark />}
        </Box>
      ))}
      {more > 0 && <li>and {plural(more, 'more key')}</li>}
    </Box>
  );
}
