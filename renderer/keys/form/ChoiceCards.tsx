import Box from '@mui/material/Box';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { FieldFrame, type FieldProps } from '@renderer/shared/FieldFrame';

/** One of a closed set of values, with what it means. */
export interface Card<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly help: string;
}

export interface ChoiceCardsProps<T extends string> extends FieldProps {
  value: string;
  cards: readonly Card<T>[];
  onChange: (value: T) => void;
}

/** One of a few values, all in sight, each with what it means. */
export function ChoiceCards<T extends string>(props: ChoiceCardsProps<T>): ReactNode {
  const { label, help, problem, disabled = false, value, cards, onChange } = props;
  const id = useId();
  const choose = (chosen: string): void => {
    const card = cards.find((each) => each.value === chosen);
    if (card !== undefined) onChange(card.value);
  };
  return (
    <FieldFrame id={id} label={label} help={help} problem={problem} disabled={disabled} kind="widget">
      <RadioGroup
        row
        aria-labelledby={`${id}-label`}
        value={value}
        onChange={(_event, chosen) => choose(chosen)}
        sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1 }}
      >
        {cards.map((card) => (
          <ChoiceCard key={card.value} id={`${id}-${card.value}`} card={card} chosen={card.value === value} />
        ))}
      </RadioGroup>
    </FieldFrame>
  );
}

interface ChoiceCardProps {
  readonly id: string;
  readonly card: Card<string>;
  readonly chosen: boolean;
}

function ChoiceCard({ id, card: { value, label, help }, chosen }: ChoiceCardProps): ReactNode {
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
        value={value}
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
          {label}
        </Typography>
        <Typography
          component="span"
          variant="caption"
          color="textSecondary"
          id={`${id}-meaning`}
          sx={{ display: 'block' }}
        >
          {help}
        </Typography>
      </span>
    </Box>
  );
}
