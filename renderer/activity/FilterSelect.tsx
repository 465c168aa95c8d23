import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import type { ReactNode } from 'react';
import type { Choice } from './activity-filter';

export interface FilterSelectProps<T extends string> {
  /** Its accessible name. */
  readonly label: string;
  /** What it says while it filters nothing. */
  readonly all: string;
  readonly value: T;
  readonly choices: readonly Choice[];
  readonly onChange: (value: T) => void;
}

/** One filter as a small list; empty is no filter. */
export function FilterSelect<T extends string>(props: FilterSelectProps<T>): ReactNode {
  const { label, all, value, choices, onChange } = props;
  return (
    <Select<T>
      size="small"
      displayEmpty
      value={value}
      onChange={(event) => onChange(event.target.value as T)}
      SelectDisplayProps={{ 'aria-label': label }}
      MenuProps={{ slotProps: { paper: { sx: { maxHeight: 320, maxWidth: 420 } } } }}
      renderValue={(chosen) => choices.find((choice) => choice.value === chosen)?.label ?? all}
      sx={{
        flex: '0 1 auto',
        minWidth: 96,
        maxWidth: 190,
        fontSize: '0.8125rem',
        color: value === '' ? 'text.secondary' : 'text.primary',
      }}
    >
      <MenuItem value="">{all}</MenuItem>
      {choices.map((choice) => (
        <MenuItem key={choice.value} value={choice.value}>
          {choice.label}
        </MenuItem>
      ))}
    </Select>
  );
}
