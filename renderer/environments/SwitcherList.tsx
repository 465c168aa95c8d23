import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { SwitcherItem } from '@renderer/environments/switcher-items';
import { Icon } from '@renderer/shared/Icon';
import { ProductionMark } from '@renderer/shared/ProductionMark';
import { VendorMark } from '@renderer/shared/VendorMark';

export interface SwitcherListProps {
  id: string;
  optionId: (index: number) => string;
  items: readonly SwitcherItem[];
  active: number;
  onHover: (index: number) => void;
  onChoose: (item: SwitcherItem) => void;
}

const intoView = (node: HTMLElement | null): void => node?.scrollIntoView({ block: 'nearest' });

/** The lines of the switcher. */
export function SwitcherList({
  id,
  optionId,
  items,
  active,
  onHover,
  onChoose,
}: SwitcherListProps): ReactNode {
  return (
    <Box sx={{ borderTop: 1, borderColor: 'house.line' }}>
      <Box
        role="listbox"
        id={id}
        aria-label="Places and actions"
        sx={{ maxHeight: 380, overflow: 'auto', p: items.length > 0 ? 0.75 : 0 }}
      >
        {items.map((item, index) => (
          <Option
            key={item.id}
            id={optionId(index)}
            item={item}
            active={index === active}
            onHover={() => onHover(index)}
            onChoose={() => onChoose(item)}
          />
        ))}
      </Box>
      {items.length === 0 && (
        <Typography role="status" color="textSecondary" sx={{ p: 1.5 }}>
          Nothing matches.
        </Typography>
      )}
    </Box>
  );
}

interface OptionProps {
  id: string;
  item: SwitcherItem;
  active: boolean;
  onHover: () => void;
  onChoose: () => void;
}

function Option({ id, item, active, onHover, onChoose }: OptionProps): ReactNode {
  return (
    <Box
      role="option"
      id={id}
      aria-selected={active}
      ref={active ? intoView : null}
      onPointerMove={onHover}
      onClick={onChoose}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.25,
        px: 1.25,
        minHeight: 36,
        borderRadius: 1,
        cursor: 'pointer',
        backgroundColor: active ? 'house.chosen' : 'transparent',
      }}
    >
      <Line item={item} />
    </Box>
  );
}

function Line({ item }: { item: SwitcherItem }): ReactNode {
  return (
    <>
      <Box sx={{ color: 'text.secondary', lineHeight: 0, width: 18 }}>
        {item.icon !== null && <Icon path={item.icon} />}
        {item.entry !== null && <VendorMark vendor={item.entry.console.vendor} />}
      </Box>
      <Typography noWrap>{item.label}</Typography>
      {item.entry?.environment.production === true && <ProductionMark />}
      <Typography variant="caption" color="textSecondary" noWrap sx={{ ml: 'auto' }}>
        {item.note}
      </Typography>
    </>
  );
}
