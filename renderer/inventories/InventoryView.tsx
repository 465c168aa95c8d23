import Box from '@mui/material/Box';
import { useMemo, useState, type ReactNode } from 'react';
import type { OpenInventory } from '@core/domain/inventory';
import { useInventoryKeys } from '@renderer/api/inventories';
import { Banner } from '@renderer/shared/Banner';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { ProgressNote } from '@renderer/shared/ProgressNote';
import { useAsked } from '@renderer/shared/use-asked';
import { InventoryHeader } from './InventoryHeader';
import { inventoryPlaces, inventoryRows } from './inventory-row';
import { InventoryTable } from './InventoryTable';
import { ReviewBar } from './review/ReviewBar';
import { ReviewNotices } from './review/ReviewNotices';
import { useReview } from './review/use-review';
import { SignatureLine } from './SignatureLine';
import { TrustDialog } from './TrustDialog';
import type { ReadInventory } from './use-inventory-source';

export interface InventoryViewProps {
  readonly inventory: OpenInventory;
  /** What can be done with the inventory as a whole, once it is read. */
  readonly tools: (read: ReadInventory) => ReactNode;
}

/** An open inventory: where it comes from, what is decided, and its keys. */
export function InventoryView({ inventory, tools }: InventoryViewProps): ReactNode {
  const keys = useInventoryKeys(inventory);
  const review = useReview(inventory);
  // The same for as long as the file is: what its signature is worth may change.
  const [{ places }] = useState(inventory);
  const known = useMemo(() => inventoryPlaces(places), [places]);
  const rows = useMemo(() => inventoryRows(keys.data ?? [], known), [keys.data, known]);
  const { desk } = review.data ?? {};
  const error = keys.error ?? review.error;
  const read: ReadInventory | null =
    keys.data === undefined || desk === undefined ? null : { inventory, places: known, rows, desk };
  return (
    <>
      <Banners inventory={inventory} />
      <InventoryHeader
        inventory={inventory}
        signature={<Signature inventory={inventory} />}
        tools={read && tools(read)}
      />
      {read !== null && (
        <>
          <ReviewBar inventoryId={inventory.inventoryId} desk={read.desk} />
          <ReviewNotices inventoryId={inventory.inventoryId} other={review.data?.other ?? null} />
          <InventoryTable read={read} />
        </>
      )}
      {read === null && (
        <Box sx={{ p: 2, maxWidth: 560 }}>
          {error === null ? (
            <ProgressNote label="Reading keys" />
          ) : (
            <ErrorNotice
              title="The inventory could not be read"
              error={error}
              onRetry={keys.error === null ? review.refresh : keys.refresh}
            />
          )}
        </Box>
      )}
    </>
  );
}

function Banners({ inventory: { signature } }: { inventory: OpenInventory }): ReactNode {
  if (signature.state !== 'altered') return null;
  return (
    <Banner tone="error">
      <strong>Do not rely on this file.</strong> It was changed after it was signed, and nothing tells what
      was changed, or by whom. Ask whoever exported it to send it again.
    </Banner>
  );
}

function Signature({ inventory: { signature, source } }: { inventory: OpenInventory }): ReactNode {
  const trust = useAsked<true>();
  return (
    <>
      <SignatureLine signature={signature} source={source} onTrust={() => trust.ask(true)} />
      {signature.state === 'unknown' && (
        <TrustDialog key={trust.turn} signature={signature} open={trust.open} onClose={trust.close} />
      )}
    </>
  );
}
