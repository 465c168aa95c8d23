import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { mdiArrowLeft } from '@mdi/js';
import { useEffect, useRef, type ReactNode } from 'react';
import { Icon } from '@renderer/shared/Icon';

export interface PageProps {
  readonly title: ReactNode;
  /** The way back; absent at the way in. */
  readonly back?: { readonly label: string; readonly onBack: () => void };
  /** Beside the title. */
  readonly aside?: ReactNode;
  /** Above everything. */
  readonly banner?: ReactNode;
  readonly children: ReactNode;
}

/** One page of *Leak response*: the way back, the title, which has the focus on arrival, and what it is about. */
export function Page({ title, back, aside, banner, children }: PageProps): ReactNode {
  return (
    <Box sx={{ maxWidth: 1180, mx: 'auto', px: 4, pt: back === undefined ? 3 : 1.75, pb: 5 }}>
      {banner}
      {back !== undefined && (
        <Button
          size="small"
          startIcon={<Icon path={mdiArrowLeft} size="small" />}
          onClick={back.onBack}
          sx={{ ml: -1, mb: 0.5, color: 'text.secondary' }}
        >
          {back.label}
        </Button>
      )}
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 2, mb: 2.5 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Title focused={back !== undefined}>{title}</Title>
        </Box>
        {aside}
      </Box>
      {children}
    </Box>
  );
}

/** Readers hear where one has got to; a page without a way back was not come to from within. */
function Title({ focused, children }: { focused: boolean; children: ReactNode }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focused) heading.current?.focus();
  }, [focused]);
  return (
    <Typography
      variant="h1"
      ref={heading}
      tabIndex={-1}
      sx={{ overflowWrap: 'anywhere', '&:focus': { outline: 'none' } }}
    >
      {children}
    </Typography>
  );
}
