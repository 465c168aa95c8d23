import SvgIcon from '@mui/material/SvgIcon';
import type { ReactNode } from 'react';

/** Sizes of icons: 16 px within text, 18 px in buttons, 24 px on their own. */
export type IconSize = 'small' | 'medium' | 'large';

export interface IconProps {
  /** A path of `@mdi/js`. */
  path: string;
  size?: IconSize;
  color?: 'inherit' | 'primary' | 'error' | 'warning' | 'success' | 'disabled';
  /** Its accessible name, where no text beside it says the same; without one it is decoration. */
  title?: string;
}

const PIXELS: Record<IconSize, number> = { small: 16, medium: 18, large: 24 };

/** The one way to draw an icon. */
export function Icon({ path, size = 'medium', color = 'inherit', title }: IconProps): ReactNode {
  return (
    <SvgIcon color={color} titleAccess={title} sx={{ fontSize: PIXELS[size] }}>
      <path d={path} />
    </SvgIcon>
  );
}
