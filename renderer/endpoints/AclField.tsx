import Box from '@mui/material/Box';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { LONGEST_ACL, type parseAcl } from '@core/domain/acl/acl';
import { aclInWords } from '@core/text/acl-words';
import { describedBy, FieldFrame } from '@renderer/shared/FieldFrame';
import { MONO } from '@renderer/theme/tokens';

export interface AclFieldProps {
  readonly value: string;
  readonly parsed: ReturnType<typeof parseAcl>;
  readonly onChange: (acl: string) => void;
}

/** The expression, read as it is typed: what it says in words, or where it cannot be read. */
export function AclField({ value, parsed, onChange }: AclFieldProps): ReactNode {
  const id = useId();
  const problem = parsed.ok ? null : <Problem text={value} at={parsed.at} reason={parsed.reason} />;
  const help = parsed.ok ? aclInWords(parsed.acl) : undefined;
  return (
    <FieldFrame id={id} label="User Group Permission" help={problem ?? help}>
      <OutlinedInput
        id={id}
        size="small"
        multiline
        minRows={2}
        maxRows={8}
        value={value}
        error={problem !== null}
        onChange={(event) => onChange(event.target.value)}
        placeholder='clientType == "billing" || groups.admin'
        inputProps={{
          spellCheck: false,
          maxLength: LONGEST_ACL,
          ...describedBy(id, { help: problem ?? help }),
          ...(problem !== null && { 'aria-invalid': true }),
        }}
        sx={{ fontFamily: MONO, fontSize: '0.8125rem' }}
      />
    </FieldFrame>
  );
}

const AROUND = 24;

function Problem({ text, at, reason }: { text: string; at: number; reason: string }): ReactNode {
  const before = text.slice(Math.max(0, at - AROUND), at);
  const after = text.slice(at, at + AROUND);
  return (
    <Box component="span" role="alert" sx={{ color: 'error.main' }}>
      {`At character ${at + 1}: ${reason}`}
      <Typography
        component="span"
        aria-hidden
        sx={{ display: 'block', fontFamily: MONO, fontSize: '0.75rem', whiteSpace: 'pre-wrap' }}
      >
        {before}
        <Box component="span" sx={{ borderLeft: 2, borderColor: 'error.main', fontWeight: 700 }}>
          {after === '' ? ' ' : after}
        </Box>
      </Typography>
    </Box>
  );
}
