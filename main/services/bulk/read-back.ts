import { environmentKey } from '@core/domain/environment';
import type { Operation } from '@core/domain/operation';
import type { Clock } from '@main/ports';
import type { Place } from '@main/services/environment-service';
import { findStopped } from '@main/services/findings';
import type { Finding } from '@main/services/attempt';
import type { ConsolePace } from './console-pace';
import { Spot, type Settle } from './spot';
import { wholeListing, type WholeListing } from './whole-listing';

/** How long those are waited for that were sent with the first that is to be read back. */
const GATHER_MS = 25;
/** So many keys wait to be read back before an environment is listed although more are to be sent there. */
const MOST_WAITING = 200;

/**
 * Reads back what a run stopped. Keys of one environment share one whole listing, which is taken only while nothing
 * is on its way there: so one request proves hundreds of keys, and none slips through between two pages.
 */
export class ReadBack {
  private readonly spots = new Map<string, Spot>();

  /** @param pace the pace of the console where a place is */
  constructor(
    private readonly clock: Clock,
    private readonly pace: (place: Place) => ConsolePace,
  ) {}

  /** A round begins in which so many keys of an environment are to be sent. */
  expect(place: Place, count: number): void {
    const spot = this.spot(place);
    spot.expected = count;
    spot.first = null;
  }

  /** One of those that were expected was sent, or will not be. */
  settled(place: Place): void {
    const spot = this.spot(place);
    spot.expected = Math.max(0, spot.expected - 1);
    this.mayRead(place, spot);
  }

  /** Nothing more will be sent to these places. */
  flush(places: Iterable<Place>): void {
    for (const place of places) {
      const spot = this.spot(place);
      spot.expected = 0;
      this.mayRead(place, spot);
    }
  }

  /** Sends something, but not while its environment is being listed. */
  sending<T>(place: Place, send: () => Promise<T>): Promise<T> {
    return this.spot(place).sending(send);
  }

  /** Whether a key is gone that was sent in this round. */
  after(place: Place, operation: Operation, told: boolean): Promise<Finding<null>> {
    // Where ids pass from key to key, only the adapter knows which one is meant.
    if (!place.vendor.keepsIds) return this.single(place, operation, told);
    const spot = this.spot(place);
    return new Promise((resolve) => {
      spot.waiting.push((listing) => resolve(this.finding(listing, place, operation, told)));
      this.mayRead(place, spot);
    });
  }

  /** Whether a key is gone that was sent before this round: what all of them share is read once. */
  before(place: Place, operation: Operation): Promise<Finding<null>> {
    if (!place.vendor.keepsIds) return this.single(place, operation, false);
    const spot = this.spot(place);
    spot.first ??= this.list(place, spot, spot.expected);
    return this.finding(spot.first, place, operation, false);
  }

  private mayRead(place: Place, spot: Spot): void {
    if (spot.gathering || !isDue(spot)) return;
    spot.gathering = true;
    this.clock.after(GATHER_MS, () => {
      spot.gathering = false;
      if (isDue(spot)) this.list(place, spot, spot.waiting.length).catch(() => undefined);
    });
  }

  /** One listing, for everybody who waited for it or came while it was taken: all of them had sent before. */
  private list(place: Place, spot: Spot, worth: number): Promise<WholeListing | null> {
    let served: Settle[] = [];
    const take = (): void => void (served = spot.waiting.splice(0));
    const listing = spot.alone(() =>
      this.pace(place)
        .read(() => wholeListing(place, worth))
        .finally(take),
    );
    const serve = (): void => {
      for (const settle of served) settle(listing);
      this.mayRead(place, spot);
    };
    void listing.then(serve, serve);
    return listing;
  }

  private async finding(
    listing: Promise<WholeListing | null>,
    place: Place,
    operation: Operation,
    told: boolean,
  ): Promise<Finding<null>> {
    const keys = await listing;
    if (keys === null || operation.keyId === undefined) return this.single(place, operation, told);
    const key = keys.get(operation.keyId);
    return key === undefined || key.revokedAt !== undefined ? { done: true, value: null } : { done: false };
  }

  private single(place: Place, operation: Operation, told: boolean): Promise<Finding<null>> {
    return this.pace(place).read(() => findStopped(place, operation, told));
  }

  private spot({ environment }: Place): Spot {
    const name = environmentKey(environment);
    const spot = this.spots.get(name) ?? new Spot();
    this.spots.set(name, spot);
    return spot;
  }
}

const isDue = ({ reading, waiting, expected }: Spot): boolean =>
  !reading && waiting.length > 0 && (expected === 0 || waiting.length >= MOST_WAITING);
