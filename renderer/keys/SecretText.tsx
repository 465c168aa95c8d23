import Box from '@mui/material/Box';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { SecretBox } from '@renderer/shared/secret-box';
import { MONO } from '@renderer/theme/tokens';

/** A secret in clear, for as long as this element is on the page; the text is in the element and nowhere else. */
export function SecretText({ box, wrap = false }: { box: SecretBox; wrap?: boolean }): ReactNode {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const node = element.current;
    if (node) node.textContent = box.read();
    return () => {
      if (node) node.textContent = '';
    };
  }, [box]);
  return (
    <Box
      ref={element}
      component="span"
      translate="no"
      spellCheck={false}
      sx={{
        fontFamily: MONO,
        fontSize: '0.8125rem',
        letterSpacing: 0,
        userSelect: 'all',
        minWidth: 0,
        ...(wrap
          ? { overflowWrap: 'anywhere' }
          : { overflowX: 'auto', whiteSpace: 'nowrap', scrollbarWidth: 'none' }),
      }}
    />
  );
}
