import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import type { MouseEvent, ReactNode, Ref } from 'react';
import { Icon } from '@renderer/shared/Icon';

export interface IconActionProps {
  /** Its accessible name and tooltip. */
  label: string;
  /** A path of `@mdi/js`. */
  icon: string;
  onClick: (event: MouseEvent<HTMLElement>) => void;
  disabled?: boolean;
  size?: 'small' | 'medium';
  /** For buttons that open a menu or keep a state. */
  expanded?: boolean;
  /** Out of the tab order where a widget moves the focus itself. */
  tabIndex?: number;
  ref?: Ref<HTMLButtonElement>;
}

/** A button that is only an icon, named for everyone. */
export function IconAction({ ref, ...props }: IconActionProps): ReactNode {
  const { label, icon, size = 'medium', disabled = false, expanded } = props;
  const menu = expanded === undefined ? {} : { 'aria-haspopup': 'menu' as const, 'aria-expanded': expanded };
  return (
    <Tooltip title={label}>
      {/* A disabled button sends no events; the tooltip needs something that does. */}
      <span>
        <IconButton
          ref={ref}
          aria-label={label}
          size={size}
          disabled={disabled}
          tabIndex={props.tabIndex}
          onClick={props.onClick}
          {...menu}
        >
          <Icon path={icon} size={size === 'small' ? 'small' : 'medium'} />
        </IconButton>
      </span>
    </Tooltip>
  );
}
