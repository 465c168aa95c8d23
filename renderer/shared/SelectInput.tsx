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
  /** Decoration before the label. */
  readonly mark?: ReactNode;
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
        renderValue={(chosen) => <Chosen option={options.find(({ value: each }) => each === chosen)} />}
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

function Chosen({ option }: { option: Option<string> | undefined }): ReactNode {
  if (option?.mark === undefined) return option?.label;
  return <Marked option={option} />;
}

function Marked({ option }: { option: Option<string> }): ReactNode {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
      {option.mark}
      {option.label}
    </Box>
  );
}

function OptionText({ option }: { option: Option<string> }): ReactNode {
  if (option.mark !== undefined) return <Marked option={option} />;
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
