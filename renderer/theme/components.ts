import type { Components, Theme } from '@mui/material/styles';
import { buttonStyles } from '@renderer/theme/buttons';
import { globalStyles } from '@renderer/theme/globals';
import { inputStyles } from '@renderer/theme/inputs';
import { surfaceStyles } from '@renderer/theme/surfaces';

/** How MUI's components look and behave here. */
export const componentStyles = (theme: Theme): Components<Theme> => ({
  ...globalStyles(theme),
  ...buttonStyles(theme),
  ...inputStyles(theme),
  ...surfaceStyles(theme),
});
