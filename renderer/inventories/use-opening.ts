import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { AppError } from '@core/domain/app-error';
import type { CsvMapping } from '@core/domain/inventory-mapping';
import { useCancelOpening, useFileOffers, useOpenFile } from '@renderer/api/inventories';
import type { FileOffer, OpenOutcome } from '@renderer/api/offer-file';

/** A CSV that is not ours, while the operator says what its columns are. */
export interface MappingQuestion {
  readonly offer: FileOffer;
  readonly outcome: Extract<OpenOutcome, { state: 'mapping' }>;
}

/** Files on their way to be open. */
export interface Opening {
  /** The file that is read now; null while none is. */
  readonly reading: FileOffer | null;
  readonly cancel: () => void;
  readonly failed: { readonly offer: FileOffer; readonly error: AppError } | null;
  readonly dismiss: () => void;
  readonly question: MappingQuestion | null;
  /** Null gives the file up. */
  readonly answer: (mapping: CsvMapping | null) => void;
}

/** Opens every file that is offered, one after the other; a plan goes to whoever deals with plans. */
export function useOpening(
  onOpened: (inventoryId: string) => void,
  onPlan: (offer: FileOffer) => void,
): Opening {
  const { offers, take } = useFileOffers();
  const { run } = useOpenFile();
  const cancelling = useCancelOpening();
  const [reading, setReading] = useState<FileOffer | null>(null);
  const [failed, setFailed] = useState<Opening['failed']>(null);
  const [question, setQuestion] = useState<MappingQuestion | null>(null);
  const open = async (offer: FileOffer, mapping?: CsvMapping): Promise<void> => {
    setReading(offer);
    setFailed(null);
    const outcome = await run({ fileId: offer.fileId, ...(mapping !== undefined && { mapping }) });
    setReading(null);
    if (!outcome.ok) {
      if (outcome.error.code !== 'cancelled') setFailed({ offer, error: outcome.error });
    } else if (outcome.value.state === 'open') onOpened(outcome.value.inventory.inventoryId);
    else setQuestion({ offer, outcome: outcome.value });
  };
  const taken = useRef(new Set<string>());
  const deal = useEffectEvent((offer: FileOffer) => {
    // An effect may run twice; a file is opened once.
    if (taken.current.has(offer.fileId)) return;
    taken.current.add(offer.fileId);
    take(offer.fileId);
    // In a turn of its own: what it sets off is no part of the effect.
    void Promise.resolve().then(() => (offer.kind === 'plan' ? onPlan(offer) : open(offer)));
  });
  const next = reading === null && question === null ? (offers[0] ?? null) : null;
  useEffect(() => {
    if (next !== null) deal(next);
  }, [next]);
  const cancel = (): void => {
    if (reading !== null) void cancelling.run(reading.fileId);
  };
  const answer = (mapping: CsvMapping | null): void => {
    setQuestion(null);
    if (question !== null && mapping !== null) void open(question.offer, mapping);
  };
  const dismiss = useCallback(() => setFailed(null), []);
  return { reading, cancel, failed, dismiss, question, answer };
}
