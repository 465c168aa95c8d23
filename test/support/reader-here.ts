import type { ReadOrder, ReadReport } from '@core/domain/inventory-reading';
import type { FileReader } from '@main/ports';
import { readInventory } from '@main/reader/read-inventory';

/** Reads real files as the reading process does, without a process. */
export const readerHere: FileReader = {
  read: (order, report) => {
    let wanted = true;
    void tell(order, (said) => {
      if (wanted) report(said);
      return wanted;
    });
    return () => void (wanted = false);
  },
};

async function tell(order: ReadOrder, say: (report: ReadReport) => boolean): Promise<void> {
  for await (const report of readInventory(order)) if (!say(report)) return;
}
