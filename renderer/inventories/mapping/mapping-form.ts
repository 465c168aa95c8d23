import { MAPPABLE, type CsvMapping, type Mappable } from '@core/domain/inventory-mapping';

/** What a column is, or that it is left out. */
export type ColumnUse = Mappable | 'none';

/** How facts are called whatever vendor's they are: some call a name a description. */
export const FACT_LABELS: Readonly<Record<Mappable, string>> = {
  id: 'Identifier',
  name: 'Name',
  description: 'Description',
  type: 'Type',
  role: 'Role',
  active: 'Active',
  createdAt: 'Created',
  createdBy: 'Created by',
  expiresAt: 'Expires',
  allowedHosts: 'Allowed hosts',
  lastUsedAt: 'Last used',
  lastUsedIp: 'Last used from',
  hint: 'Hint',
  revokedAt: 'Revoked',
  environment: 'Environment',
};

/** What a column is now. */
export const columnUse = ({ columns }: CsvMapping, column: number): ColumnUse =>
  MAPPABLE.find((fact) => columns[fact] === column) ?? 'none';

/** The mapping with a column used as this fact; the one that was it before is left out. */
export function withUse(mapping: CsvMapping, column: number, use: ColumnUse): CsvMapping {
  const kept = Object.entries(mapping.columns).filter(([fact, at]) => at !== column && fact !== use);
  const columns = Object.fromEntries(use === 'none' ? kept : [...kept, [use, column]]);
  return { ...mapping, columns };
}

/** What the first keys would be, as a line each; facts in the order in which they are offered. */
export const previewLines = ({ columns }: CsvMapping, sample: readonly (readonly string[])[]): string[] =>
  sample.map((cells) => {
    const at = (fact: Mappable): string => cells[columns[fact] ?? -1]?.trim() ?? '';
    const rest = MAPPABLE.filter((fact) => fact !== 'name').map(at);
    return [at('name'), ...rest].filter((cell) => cell !== '').join(' · ');
  });
