import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { mdiChevronDown, mdiChevronRight } from '@mdi/js';
import { useId, useState, type ReactNode } from 'react';
import { originsOf } from '@renderer/consoles/console-origins-form';
import type { ConsoleDialogState } from '@renderer/consoles/use-console-dialog';
import { Icon } from '@renderer/shared/Icon';
import { TextInput } from '@renderer/shared/TextInput';

/** The further addresses of a console: asked for where they cannot be told from its URL, else out of the way. */
export function OriginFields({ dialog }: { dialog: ConsoleDialogState }): ReactNode {
  const { form, change, problems } = dialog;
  const [opened, setOpened] = useState(false);
  const id = useId();
  const fields = originsOf(form);
  if (fields.length === 0) return null;
  const unknown = URL.canParse(form.baseUrl.trim()) && fields.some(({ derived }) => derived === null);
  const typed = fields.some(({ name }) => (form.origins[name] ?? '') !== '');
  const open = opened || unknown || typed;
  return (
    <Box>
      {!unknown && !typed && (
        <Button
          size="small"
          aria-expanded={open}
          aria-controls={id}
          startIcon={<Icon path={open ? mdiChevronDown : mdiChevronRight} size="small" />}
          onClick={() => setOpened(!open)}
          sx={{ ml: -1 }}
        >
          Other addresses
        </Button>
      )}
      <Box id={id} hidden={!open} sx={{ display: open ? 'grid' : 'none', gap: 2, pt: unknown ? 0 : 1 }}>
        {fields.map(({ name, label, derived }) => (
          <TextInput
            key={name}
            label={label}
            value={form.origins[name] ?? ''}
            problem={problems[name]}
            placeholder={derived ?? ''}
            maxLength={500}
            code
            onChange={(url) => change({ origins: { ...form.origins, [name]: url } })}
          />
        ))}
      </Box>
    </Box>
  );
}
