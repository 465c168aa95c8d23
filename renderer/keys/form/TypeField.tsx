import Box from '@mui/material/Box';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { KeyType } from '@core/domain/api-key';
import { FieldFrame, type FieldProps } from '@renderer/shared/FieldFrame';
import { typeText } from '@renderer/keys/key-facts';

const MEANINGS: Readonly<Record<KeyType, string>> = {
  standard: 'For most uses: the role decides what the key may do.',
  administration: 'For developers of custom components: bypasses the role, full access to the data.',
};

export interface TypeFieldProps extends FieldProps {
  value: KeyType;
  onChange: (value: KeyType) => void;
}

/** Standard or Administration, each with what it means. */
export function TypeField({ label, problem, disabled, value, onChange }: TypeFieldProps): ReactNode {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} problem={problem} disabled={disabled ?? false} kind="widget">
      <RadioGroup
        row
        aria-labelledby={`${id}-label`}
        value={value}
        onChange={(_event, chosen) => onChange(KeyType.parse(chosen))}
        sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1 }}
      >
        {KeyType.options.map((type) => (
          <TypeCard key={type} id={`${id}-${type}`} type={type} chosen={type === value} />
        ))}
      </RadioGroup>
    </FieldFrame>
  );
}

function TypeCard({ id, type, chosen }: { id: string; type: KeyType; chosen: boolean }): ReactNode {
  return (
    <Box
      component="label"
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 0.5,
        p: 1,
        pl: 0.5,
        border: 1,
        borderRadius: 1,
        borderColor: chosen ? 'primary.main' : 'house.line',
        backgroundColor: chosen ? 'house.chosen' : 'background.paper',
        cursor: 'pointer',
        '&:hover': { borderColor: chosen ? 'primary.main' : 'house.outline' },
      }}
    >
      <Radio
        value={type}
        slotProps={{ input: { 'aria-labelledby': `${id}-name`, 'aria-describedby': `${id}-meaning` } }}
        sx={{ p: 0.5 }}
      />
      <span>
        <Typography
          component="span"
          variant="subtitle2"
          id={`${id}-name`}
          sx={{ display: 'block', lineHeight: '26px' }}
        >
          {typeText(type)}
        </Typography>
        <Typography
          component="span"
          variant="caption"
          color="textSecondary"
          id={`${id}-meaning`}
          sx={{ display: 'block' }}
        >
          {MEANINGS[type]}
        </Typography>
      </span>
    </Box>
  );
}
