import { createTheme, type Theme } from '@mui/material/styles';
import { componentStyles } from '@renderer/theme/components';
import { DARK, LIGHT } from '@renderer/theme/palette';
import { RADIUS } from '@renderer/theme/tokens';
import { typography } from '@renderer/theme/typography';

export type ThemeMode = 'light' | 'dark';

/** The look of Keydesk in one mode; everything sits on a grid of 4 pixels (`spacing(1)` is 8). */
export function createAppTheme(mode: ThemeMode): Theme {
  const base = createTheme({
    palette: mode === 'dark' ? DARK : LIGHT,
    typography,
    shape: { borderRadius: RADIUS },
    spacing: 8,
  });
  return createTheme(base, { components: componentStyles(base) });
}
