import Dialog from '@mui/material/Dialog';
import { useState, type ReactNode } from 'react';
import { switcherItems, type SwitcherItem, type SwitcherSource } from '@renderer/environments/switcher-items';
import { SwitcherInput } from '@renderer/environments/SwitcherInput';
import { SwitcherList } from '@renderer/environments/SwitcherList';
import { useListKeys } from '@renderer/environments/use-list-keys';
import { blurInside } from '@renderer/shared/blur';
import { VisuallyHidden } from '@renderer/shared/VisuallyHidden';

export interface QuickSwitcherProps extends SwitcherSource {
  open: boolean;
  onClose: () => void;
}

const LIST = 'switcher-list';
const TITLE = 'switcher-title';

/** The id of a line, for the field that points at it. */
const optionId = (index: number): string => `${LIST}-${index}`;

/** Type a few letters, Enter, and be there: every environment, and what can be done. */
export function QuickSwitcher({ open, onClose, ...source }: QuickSwitcherProps): ReactNode {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      maxWidth="sm"
      fullWidth
      aria-labelledby={TITLE}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start', pt: 8 } }}
      slotProps={{ transition: { onExit: blurInside } }}
    >
      <VisuallyHidden>
        <h2 id={TITLE}>Quick switcher</h2>
      </VisuallyHidden>
      <Switching source={source} onClose={onClose} />
    </Dialog>
  );
}

function Switching({ source, onClose }: { source: SwitcherSource; onClose: () => void }): ReactNode {
  const [typed, setTyped] = useState('');
  const items = switcherItems(source, typed);
  const choose = (item: SwitcherItem | undefined): void => {
    if (item === undefined) return;
    onClose();
    item.run();
  };
  const { active, moveTo, onKeyDown } = useListKeys(items.length, (index) => choose(items[index]));
  const type = (text: string): void => {
    setTyped(text);
    moveTo(0);
  };
  return (
    <>
      <SwitcherInput
        value={typed}
        onChange={type}
        onKeyDown={onKeyDown}
        listId={LIST}
        activeId={active < 0 ? undefined : optionId(active)}
      />
      <SwitcherList
        id={LIST}
        optionId={optionId}
        items={items}
        active={active}
        onHover={moveTo}
        onChoose={choose}
      />
    </>
  );
}
