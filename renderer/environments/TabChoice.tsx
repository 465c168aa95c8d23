import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import { useId, type ReactNode } from 'react';
import type { EnvironmentEntry } from '@renderer/environments/tab-entry';
import { ProductionMark } from '@renderer/shared/ProductionMark';
import { VendorMark } from '@renderer/shared/VendorMark';

export interface TabChoiceProps {
  entry: EnvironmentEntry;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** One environment with a tick for its tab. */
export function TabChoice({ entry: { environment, console }, checked, onChange }: TabChoiceProps): ReactNode {
  const id = useId();
  return (
    <Box
      component="label"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: 1,
        minHeight: 40,
        // Hundreds of lines: only those in sight are laid out.
        contentVisibility: 'auto',
        containIntrinsicSize: 'auto 40px',
        cursor: 'pointer',
        '&:hover': { backgroundColor: 'house.hover' },
        '& + &': { borderTop: 1, borderColor: 'house.line' },
      }}
    >
      <Checkbox
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        slotProps={{ input: { 'aria-labelledby': id } }}
      />
      <VendorMark vendor={console.vendor} />
      <Box
        component="span"
        id={id}
        sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
      >
        {environment.name}
        <Box component="span" sx={{ color: 'text.secondary', ml: 1, fontSize: '0.75rem' }}>
          {[environment.parent, console.label].filter((part) => part !== undefined).join(' · ')}
        </Box>
      </Box>
      {environment.production && <ProductionMark />}
    </Box>
  );
}
