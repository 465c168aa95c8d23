import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { MAPPABLE, type CsvMapping } from '@core/domain/inventory-mapping';
import { VENDOR_LIST, type VendorId } from '@core/domain/vendor';
import { AppDialog } from '@renderer/shared/AppDialog';
import { Notice } from '@renderer/shared/Notice';
import { SelectInput, type Option } from '@renderer/shared/SelectInput';
import { columnUse, FACT_LABELS, previewLines, withUse, type ColumnUse } from './mapping-form';

/** More columns than this are not offered; a list of keys has fewer. */
const MOST_SHOWN = 60;

export interface MappingDialogProps {
  open: boolean;
  fileName: string;
  headings: readonly string[];
  /** The first few rows. */
  sample: readonly (readonly string[])[];
  guess: CsvMapping;
  /** Gives the file up. */
  onClose: () => void;
  onOpen: (mapping: CsvMapping) => void;
}

/** Asks what the columns of somebody else's CSV are, with a guess to begin with. */
export function MappingDialog(props: MappingDialogProps): ReactNode {
  const { open, fileName, headings, sample, guess, onClose, onOpen } = props;
  const [mapping, setMapping] = useState(guess);
  const named = mapping.columns.name !== undefined;
  return (
    <AppDialog
      open={open}
      title={`What is in ${fileName}?`}
      description="Keydesk did not write this file. Say which column is which; what you leave out stays out."
      width="md"
      onClose={onClose}
      onSubmit={() => {
        if (named) onOpen(mapping);
      }}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" disabled={!named}>
            Open
          </Button>
        </>
      }
    >
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        <SelectInput<VendorId>
          label="These are keys of"
          value={mapping.vendor}
          options={VENDOR_LIST.map(({ id, label }) => ({ value: id, label }))}
          onChange={(vendor) => setMapping({ ...mapping, vendor })}
        />
        <Columns headings={headings} sample={sample} mapping={mapping} onChange={setMapping} />
        {!named && <Notice tone="warning" title="One of the columns has to be the name of the keys." />}
        {named && <Preview lines={previewLines(mapping, sample)} />}
      </Box>
    </AppDialog>
  );
}

const OPTIONS: readonly Option<ColumnUse>[] = [
  { value: 'none', label: 'Left out' },
  ...MAPPABLE.map((value) => ({ value, label: FACT_LABELS[value] })),
];

interface ColumnsProps extends Pick<MappingDialogProps, 'headings' | 'sample'> {
  mapping: CsvMapping;
  onChange: (mapping: CsvMapping) => void;
}

function Columns({ headings, sample, mapping, onChange }: ColumnsProps): ReactNode {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))', gap: 2 }}>
      {headings.slice(0, MOST_SHOWN).map((heading, column) => (
        <SelectInput<ColumnUse>
          // Headings may repeat; columns never change their order here.
          key={column}
          label={heading.trim() === '' ? `Column ${column + 1}` : heading.slice(0, 60)}
          help={sampleText(sample, column)}
          value={columnUse(mapping, column)}
          options={OPTIONS}
          onChange={(use) => onChange(withUse(mapping, column, use))}
        />
      ))}
    </Box>
  );
}

function sampleText(sample: readonly (readonly string[])[], column: number): string {
  const cells = sample.flatMap((row) => row[column]?.trim() || []).slice(0, 2);
  return cells.length === 0
    ? 'Nothing in the first rows'
    : cells.map((cell) => cell.slice(0, 40)).join(' · ');
}

function Preview({ lines }: { lines: readonly string[] }): ReactNode {
  return (
    <Box component="section" aria-label="The first keys">
      <Typography variant="subtitle2">The first keys</Typography>
      {lines.map((line, index) => (
        <Typography key={index} variant="body2" color="textSecondary" noWrap>
          {line}
        </Typography>
      ))}
    </Box>
  );
}
