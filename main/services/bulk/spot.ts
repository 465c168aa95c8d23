import type { WholeListing } from './whole-listing';

/** Takes the listing that a key waited for. */
export type Settle = (listing: Promise<WholeListing | null>) => void;

/** What goes on at one environment: many may send at a time, and whoever lists is alone. */
export class Spot {
  /** How many keys are still to be sent, those on their way included. */
  expected = 0;
  /** Keys that were sent and wait to be read back. */
  readonly waiting: Settle[] = [];
  /** The listing that a round began with. */
  first: Promise<WholeListing | null> | null = null;
  /** A listing is about to begin. */
  gathering = false;
  /** Somebody lists, or waits to. */
  reading = false;
  private onTheirWay = 0;
  private readonly doors: (() => void)[] = [];
  private readonly arrivals: (() => void)[] = [];

  /** Sends something as soon as nobody lists. */
  async sending<T>(send: () => Promise<T>): Promise<T> {
    while (this.reading) await new Promise<void>((open) => this.doors.push(open));
    this.onTheirWay += 1;
    try {
      return await send();
    } finally {
      this.onTheirWay -= 1;
      if (this.onTheirWay === 0) for (const arrived of this.arrivals.splice(0)) arrived();
    }
  }

  /** Lists as soon as nothing is on its way; nothing is sent meanwhile. */
  async alone<T>(list: () => Promise<T>): Promise<T> {
    while (this.reading) await new Promise<void>((open) => this.doors.push(open));
    this.reading = true;
    try {
      if (this.onTheirWay > 0) await new Promise<void>((arrived) => this.arrivals.push(arrived));
      return await list();
    } finally {
      this.reading = false;
      for (const open of this.doors.splice(0)) open();
    }
  }
}
