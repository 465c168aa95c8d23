import { Suspense, type ReactNode } from 'react';
import type { InventoriesScreenProps } from '@renderer/inventories/InventoriesScreen';
import { chunk } from '@renderer/shared/chunk';

const InventoriesScreen = chunk<InventoriesScreenProps>(
  async () => (await import('@renderer/inventories/InventoriesScreen')).InventoriesScreen,
);

/** *Inventories*, which come with their code when they are first looked at. */
export function InventoriesPage(props: InventoriesScreenProps): ReactNode {
  return (
    <Suspense fallback={null}>
      <InventoriesScreen {...props} />
    </Suspense>
  );
}
