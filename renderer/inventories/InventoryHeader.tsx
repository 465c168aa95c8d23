import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { OpenInventory } from '@core/domain/inventory';
import { formatDateTime, listed, plural } from '@core/text/format';
import { LOW } from './InventoryLooks';

export interface InventoryHeaderProps {
  readonly inventory: OpenInventory;
  /** What the signature is worth. */
  readonly signature: ReactNode;
  /** What can be done with the inventory as a whole. */
  readonly tools: ReactNode;
}

const NAMED = 3;
/** Its tab has the name too; readers still find the heading. */
const UNSEEN = { position: 'absolute', width: 1, height: 1, clipPath: 'inset(50%)' } as const;
const ONE_LINE = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** Which file this is: from when, by whom, over which environments, and whether it can be relied on. */
export function InventoryHeader({ inventory, signature, tools }: InventoryHeaderProps): ReactNode {
  const origin = originText(inventory);
  return (
    <Box sx={{ px: 2, pt: 1.5, [LOW]: { pt: 1 }, display: 'flex', flexDirection: 'column', gap: 0.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, flexWrap: 'wrap' }}>
        <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
          <Typography variant="h1" noWrap title={inventory.fileName} sx={{ [LOW]: UNSEEN }}>
            <bdi>{inventory.fileName}</bdi>
          </Typography>
          <Typography color="textSecondary" title={origin} sx={{ [LOW]: ONE_LINE }}>
            {origin}
          </Typography>
        </Box>
        <Box role="toolbar" aria-label="Inventory" sx={{ display: 'flex', gap: 0.75, alignItems: 'center' }}>
          {tools}
        </Box>
      </Box>
      {signature}
    </Box>
  );
}

/** When an inventory was exported, by whom, and what is in it. */
export function originText({ exportedAt, exportedBy, places, rows }: OpenInventory): string {
  const by = exportedBy === null || exportedBy === '' ? '' : ` by ${exportedBy}`;
  const when =
    exportedAt === null
      ? 'Nobody wrote down when it was exported'
      : `Exported ${formatDateTime(exportedAt)}${by}`;
  return [when, placesText(places), plural(rows, 'key')].join(' · ');
}

function placesText(places: OpenInventory['places']): string {
  const names = places.map(({ environment }) => environment.name);
  if (names.length <= NAMED) return names.length === 0 ? 'no environment' : listed(names);
  return `${names.slice(0, NAMED - 1).join(', ')} and ${plural(names.length - NAMED + 1, 'other environment')}`;
}
