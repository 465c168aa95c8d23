import Box from '@mui/material/Box';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { SnippetId } from '@core/domain/usage';
import type { KeyUse } from '@core/domain/vendor';
import { usageSnippet } from '@core/text/usage';
import type { SecretBox } from '@renderer/shared/secret-box';
import { MONO } from '@renderer/theme/tokens';

export interface SnippetTextProps {
  readonly use: KeyUse;
  readonly snippet: SnippetId;
  readonly way: number;
  readonly endpoint: string;
  readonly name: string;
  /** Null leaves the placeholder in its place. */
  readonly box: SecretBox | null;
}

/** SECURITY: the text with the secret is in this element and nowhere else, and only while it is shown. */
export function SnippetText(props: SnippetTextProps): ReactNode {
  const { use, snippet, way, endpoint, name, box } = props;
  const element = useRef<HTMLPreElement>(null);
  useLayoutEffect(() => {
    const node = element.current;
    const secret = box?.read() ?? null;
    if (node) node.textContent = usageSnippet(snippet, way, { use, endpoint, name, secret }).trimEnd();
    return () => {
      if (node) node.textContent = '';
    };
  }, [use, snippet, way, endpoint, name, box]);
  return (
    <Box
      ref={element}
      component="pre"
      tabIndex={0}
      role="region"
      aria-label="Example"
      translate="no"
      sx={{
        m: 0,
        p: 1.5,
        minHeight: 132,
        maxHeight: 260,
        overflow: 'auto',
        border: 1,
        borderColor: 'house.line',
        borderRadius: 1,
        backgroundColor: 'house.sunken',
        fontFamily: MONO,
        fontSize: '0.75rem',
        lineHeight: 1.6,
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        userSelect: 'text',
      }}
    />
  );
}
