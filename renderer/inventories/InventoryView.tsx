import Box from '@mui/material/Box';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import type { OpenInventory } from '@core/domain/inventory';
import { useInventoryKeys } from '@renderer/api/inventories';
import type { OpenedReview } from '@renderer/api/reviews';
import { chunk } from '@renderer/shared/chunk';
import { Banner } from '@renderer/shared/Banner';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { ProgressNote } from '@renderer/shared/ProgressNote';
import { useAsked } from '@renderer/shared/use-asked';
import type { CompareScreenProps } from './compare/CompareScreen';
import type { ExpiryScreenProps } from './expiry/ExpiryScreen';
import { InventoryHeader } from './InventoryHeader';
import { inventoryPlaces, inventoryRows } from './inventory-row';
import { InventoryTable } from './InventoryTable';
import { InventoryTools } from './InventoryTools';
import { ReviewBar } from './review/ReviewBar';
import { ReviewNotices } from './review/ReviewNotices';
import { useReview } from './review/use-review';
import { SignatureLine } from './SignatureLine';
import { TrustDialog } from './TrustDialog';
import type { ReadInventory } from './use-inventory-source';

const ExpiryScreen = chunk<ExpiryScreenProps>(
  async () => (await import('./expiry/ExpiryScreen')).ExpiryScreen,
);
const CompareScreen = chunk<CompareScreenProps>(
  async () => (await import('./compare/CompareScreen')).CompareScreen,
);

export interface InventoryViewProps {
  readonly inventory: OpenInventory;
}

/** An open inventory: where it comes from, what is decided, and its keys. */
export function InventoryView({ inventory }: InventoryViewProps): ReactNode {
  const keys = useInventoryKeys(inventory);
  const review = useReview(inventory);
  // The same for as long as the file is: what its signature is worth may change.
  const [{ places }] = useState(inventory);
  const known = useMemo(() => inventoryPlaces(places), [places]);
  const rows = useMemo(() => inventoryRows(keys.data ?? [], known), [keys.data, known]);
  const [instead, setInstead] = useState<'calendar' | 'comparison' | null>(null);
  const { desk, other = null } = review.data ?? {};
  const whole = useMemo(
    (): ReadInventory | null =>
      keys.data === undefined || desk === undefined ? null : { inventory, places: known, rows, desk },
    [keys.data, desk, inventory, known, rows],
  );
  // What the table of 100,000 keys is first made of takes longer than a frame; meanwhile the window answers.
  const read = useDeferredValue(whole, null);
  const back = (): void => setInstead(null);
  if (instead === 'calendar') return <ExpiryScreen rows={rows} title={inventory.fileName} onClose={back} />;
  if (instead === 'comparison') return <CompareScreen inventory={inventory} onClose={back} />;
  return (
    <>
      <Banners inventory={inventory} />
      <InventoryHeader
        inventory={inventory}
        signature={<Signature inventory={inventory} />}
        tools={
          read && (
            <InventoryTools
              read={read}
              onCalendar={() => setInstead('calendar')}
              onCompare={() => setInstead('comparison')}
            />
          )
        }
      />
      {read === null ? <Waiting keys={keys} review={review} /> : <Judged read={read} other={other} />}
    </>
  );
}

interface JudgedProps {
  readonly read: ReadInventory;
  readonly other: OpenedReview['other'];
}

function Judged({ read, other }: JudgedProps): ReactNode {
  const { inventoryId } = read.inventory;
  return (
    <>
      <ReviewBar inventoryId={inventoryId} desk={read.desk} />
      <ReviewNotices inventoryId={inventoryId} other={other} />
      <InventoryTable read={read} />
    </>
  );
}

type Asked = Pick<ReturnType<typeof useReview>, 'error' | 'refresh'>;

function Waiting({ keys, review }: { readonly keys: Asked; readonly review: Asked }): ReactNode {
  const failed = keys.error === null ? review : keys;
  return (
    <Box sx={{ p: 2, maxWidth: 560 }}>
      {failed.error === null ? (
        <ProgressNote label="Reading keys" />
      ) : (
        <ErrorNotice title="The inventory could not be read" error={failed.error} onRetry={failed.refresh} />
      )}
    </Box>
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
