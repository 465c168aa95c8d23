import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { vendorInfo } from '@core/domain/vendor';
import type { ConsoleEnvironments } from '@renderer/api/use-environments';
import { environmentEntries, type EnvironmentEntry } from '@renderer/environments/tab-entry';
import { matchesWords } from '@renderer/environments/match';
import { TabChoice } from '@renderer/environments/TabChoice';
import { useTabChoice, type TabChoiceState } from '@renderer/environments/use-tab-choice';
import { AppDialog } from '@renderer/shared/AppDialog';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { TextInput } from '@renderer/shared/TextInput';

export interface ChooseTabsDialogProps {
  open: boolean;
  known: readonly ConsoleEnvironments[];
  onClose: () => void;
}

/** Which environments have a tab, starting from what is kept. The others stay a Ctrl+K away. */
export function ChooseTabsDialog({ open, known, onClose }: ChooseTabsDialogProps): ReactNode {
  const [search, setSearch] = useState('');
  const entries = environmentEntries(known);
  const { hasTab, choose, save, action } = useTabChoice(entries);
  const shown = entries.filter((entry) => matchesWords(wordsOf(entry), search));
  const submit = async (): Promise<void> => {
    if (await save()) onClose();
  };
  return (
    <AppDialog
      open={open}
      title="Choose tabs"
      description="Environments without a tab stay reachable through the quick switcher and in All environments."
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={<Buttons busy={action.busy} onClose={onClose} />}
    >
      <TextInput label="Search environments" value={search} onChange={setSearch} autoFocus />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography color="textSecondary" sx={{ flex: 1 }}>
          {entries.filter(hasTab).length} of {entries.length} have a tab
        </Typography>
        <Button size="small" onClick={() => choose(shown, true)}>
          Select shown
        </Button>
        <Button size="small" onClick={() => choose(shown, false)}>
          Clear shown
        </Button>
      </Box>
      <Choices shown={shown} hasTab={hasTab} choose={choose} />
      {action.error !== null && <ErrorNotice error={action.error} />}
    </AppDialog>
  );
}

interface ChoicesProps extends Pick<TabChoiceState, 'hasTab' | 'choose'> {
  shown: readonly EnvironmentEntry[];
}

function Choices({ shown, hasTab, choose }: ChoicesProps): ReactNode {
  return (
    <Box sx={{ height: 320, overflow: 'auto', border: 1, borderColor: 'house.line', borderRadius: 1 }}>
      {shown.map((entry) => (
        <TabChoice
          key={entry.id}
          entry={entry}
          checked={hasTab(entry)}
          onChange={(tab) => choose([entry], tab)}
        />
      ))}
      {shown.length === 0 && <Typography sx={{ p: 2 }}>No environment matches.</Typography>}
    </Box>
  );
}

const wordsOf = ({ environment, console }: EnvironmentEntry): string =>
  `${environment.name} ${environment.parent ?? ''} ${console.label} ${vendorInfo(console.vendor).label}`;

function Buttons({ busy, onClose }: { busy: boolean; onClose: () => void }): ReactNode {
  return (
    <>
      <Button variant="outlined" onClick={onClose} disabled={busy}>
        Cancel
      </Button>
      <Button type="submit" variant="contained" loading={busy}>
        Save
      </Button>
    </>
  );
}
