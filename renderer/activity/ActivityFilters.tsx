import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import { mdiMagnify } from '@mdi/js';
import { useMemo, type ReactNode } from 'react';
import type { ActivityEntry } from '@core/domain/activity';
import { Icon } from '@renderer/shared/Icon';
import { choices, isFiltering, keyOf, type Choice, type TimeChoice } from './activity-filter';
import { FilterSelect } from './FilterSelect';
import type { ActivityView } from './use-activity-view';

const TIMES: readonly (Choice & { value: TimeChoice })[] = [
  { value: 'hour', label: 'Last hour' },
  { value: 'day', label: 'Last 24 hours' },
  { value: 'week', label: 'Last 7 days' },
  { value: 'month', label: 'Last 30 days' },
  { value: 'between', label: 'Between two days' },
];

export interface ActivityFiltersProps {
  readonly entries: readonly ActivityEntry[];
  readonly view: ActivityView;
}

/** Search and filters of the log. */
export function ActivityFilters({ entries, view }: ActivityFiltersProps): ReactNode {
  const { filter, setFilter, search, clear } = view;
  const { consoles, keys, persons } = useChoices(entries, filter.console);
  return (
    <Box role="group" aria-label="Filters" sx={LINE}>
      <SearchField view={view} />
      <FilterSelect
        label="Console"
        all="All consoles"
        value={filter.console}
        choices={consoles}
        onChange={(console) => setFilter({ console, key: '' })}
      />
      <FilterSelect
        label="Key"
        all="All keys"
        value={filter.key}
        choices={keys}
        onChange={(key) => setFilter({ key })}
      />
      <FilterSelect
        label="Person"
        all="All people"
        value={filter.person}
        choices={persons}
        onChange={(person) => setFilter({ person })}
      />
      <FilterSelect<TimeChoice>
        label="Time"
        all="Any time"
        value={filter.time}
        choices={TIMES}
        onChange={(time) => setFilter({ time })}
      />
      {filter.time === 'between' && <Days view={view} />}
      {(isFiltering(filter) || search !== '') && (
        <Button size="small" onClick={clear}>
          Clear filters
        </Button>
      )}
    </Box>
  );
}

function useChoices(
  entries: readonly ActivityEntry[],
  console: string,
): Record<'consoles' | 'keys' | 'persons', readonly Choice[]> {
  const all = useMemo(
    () => ({
      consoles: choices(
        entries,
        ({ consoleId = '' }) => consoleId,
        ({ consoleName, consoleId = '' }) => consoleName ?? consoleId,
      ),
      persons: choices(
        entries,
        ({ person }) => person,
        ({ person }) => person,
      ),
    }),
    [entries],
  );
  const keys = useMemo(() => {
    const of = console === '' ? entries : entries.filter(({ consoleId }) => consoleId === console);
    return choices(of, keyOf, ({ keyName, keyId = '' }) => keyName ?? keyId);
  }, [entries, console]);
  return { ...all, keys };
}

function SearchField({ view: { search, setSearch } }: Pick<ActivityFiltersProps, 'view'>): ReactNode {
  return (
    <OutlinedInput
      size="small"
      type="search"
      value={search}
      onChange={(event) => setSearch(event.target.value)}
      placeholder="Search activity"
      autoComplete="off"
      spellCheck={false}
      inputProps={{ 'aria-label': 'Search activity', maxLength: 256 }}
      startAdornment={
        <Box sx={{ color: 'text.secondary', lineHeight: 0 }}>
          <Icon path={mdiMagnify} />
        </Box>
      }
      sx={{ flex: '1 1 180px', maxWidth: 280, pl: 1.25, '& input': { px: 0.75 } }}
    />
  );
}

function Days({ view: { filter, setFilter } }: Pick<ActivityFiltersProps, 'view'>): ReactNode {
  const day = (name: 'from' | 'to', label: string): ReactNode => (
    <OutlinedInput
      size="small"
      type="date"
      value={filter[name]}
      onChange={(event) => setFilter({ [name]: event.target.value })}
      inputProps={{ 'aria-label': label }}
      sx={{ fontSize: '0.8125rem' }}
    />
  );
  return (
    <>
      {day('from', 'From')}
      {day('to', 'To')}
    </>
  );
}

const LINE = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75, px: 2 } as const;
