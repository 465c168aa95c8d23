import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { describedBy, FieldFrame, type FieldProps } from '@renderer/shared/FieldFrame';

/** One choice of a list. */
export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly note?: string | undefined;
}

export interface SelectInputProps<T extends string> extends FieldProps {
  value: T;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
}

/** One of a few choices. */
export function SelectInput<T extends string>(props: SelectInputProps<T>): ReactNode {
  const { label, help, problem, disabled = false, value, options, onChange } = props;
  const id = useId();
  return (
    <FieldFrame id={id} label={label} help={help} problem={problem} disabled={disabled} kind="widget">
      <Select<T>
        size="small"
        value={value}
        labelId={`${id}-label`}
        SelectDisplayProps={describedBy(id, { help, problem })}
        onChange={(event) => onChange(event.target.value as T)}
        renderValue={(chosen) => options.find((option) => option.value === chosen)?.label ?? chosen}
      >
        {options.map((option) => (
          <MenuItem key={option.value} value={option.value}>
            <OptionText option={option} />
          </MenuItem>
        ))}
      </Select>
    </FieldFrame>
  );
}

function OptionText({ option }: { option: Option<string> }): ReactNode {
  if (option.note === undefined) return option.label;
  return (
    <Box component="span">
      {option.label}
      <Typography
        component="span"
        variant="caption"
        color="textSecondary"
        sx={{ display: 'block', whiteSpace: 'normal' }}
      >
        {option.note}
      </Typography>
    </Box>
  );
}
