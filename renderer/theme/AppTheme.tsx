import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useMemo, type ReactNode } from 'react';
import type { Settings } from '@core/domain/settings';
import { createEmotionCache } from '@renderer/theme/emotion-cache';
import { createAppTheme } from '@renderer/theme/theme';

const cache = createEmotionCache();

/** Dresses everything below in the theme the operator chose, or the system's. */
export function AppTheme({
  choice,
  children,
}: {
  choice: Settings['theme'];
  children: ReactNode;
}): ReactNode {
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  const mode = choice === 'system' ? (systemIsDark ? 'dark' : 'light') : choice;
  const theme = useMemo(() => createAppTheme(mode), [mode]);
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme}>
        <CssBaseline />
        {children}
      </ThemeProvider>
    </CacheProvider>
  );
}
