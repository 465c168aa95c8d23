import Box from '@mui/material/Box';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { FieldFrame } from '@renderer/shared/FieldFrame';
import { ProductionMark } from '@renderer/shared/ProductionMark';
import { targetText, type TargetView } from './deploy-text';

export interface TargetChoiceProps {
  readonly targets: readonly TargetView[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Where to deploy to, each place with how it stands; production is told by a word. */
export function TargetChoice({ targets, chosen, onChoose }: TargetChoiceProps): ReactNode {
  const id = useId();
  return (
    <FieldFrame id={id} label="Deploy to" kind="widget">
      <RadioGroup
        aria-labelledby={`${id}-label`}
        value={chosen}
        onChange={(_event, value) => onChoose(value)}
        sx={{ border: 1, borderColor: 'house.line', borderRadius: 1 }}
      >
        {targets.map((target) => (
          <Target key={target.id} target={target} />
        ))}
      </RadioGroup>
    </FieldFrame>
  );
}

function Target({ target }: { target: TargetView }): ReactNode {
  const id = useId();
  return (
    <Box
      component="label"
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 0.5,
        px: 1,
        py: 0.75,
        cursor: 'pointer',
        '&:hover': { backgroundColor: 'house.hover' },
        '& + &': { borderTop: 1, borderColor: 'house.line' },
      }}
    >
      <Radio
        value={target.id}
        slotProps={{ input: { 'aria-labelledby': `${id}-name`, 'aria-describedby': `${id}-state` } }}
      />
      <Box sx={{ minWidth: 0, pt: 0.5 }}>
        <Box id={`${id}-name`} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Typography component="span">{target.label}</Typography>
          {target.production && <ProductionMark />}
        </Box>
        <Typography id={`${id}-state`} variant="caption" color="textSecondary" component="div">
          {targetText(target)}
        </Typography>
      </Box>
    </Box>
  );
}
