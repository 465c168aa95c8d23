import { randomUUID } from 'node:crypto';
import type { Store } from '../../store';
import { SAMPLE_SITES } from './sample';

/** A site on the wire: what keys read and write. */
export interface Site {
  readonly siteId: string;
  readonly siteName: string;
  readonly ownerOrgId: string;
  /** In milliseconds since the epoch. */
  readonly creationTimeMilli: number;
}

/** Sites, by organization. */
export const SITE_TABLE = `
create table if not exists qwilt_sites (
  siteId text primary key, siteName text not null, ownerOrgId text not null, creationTimeMilli integer not null
) without rowid;`;

/** Reads and writes sites. */
export class SiteStore {
  constructor(private readonly store: Store) {}

  /** Every site of an organization, by name. */
  all(organization: string): Site[] {
    return this.store.db
      .prepare('select * from qwilt_sites where ownerOrgId = ? order by siteName, siteId')
      .all(organization) as Site[];
  }

  add(organization: string, siteName: string, now: number): Site {
    const site = { siteId: randomUUID(), siteName, ownerOrgId: organization, creationTimeMilli: now };
    this.store.db
      .prepare('insert into qwilt_sites values (@siteId, @siteName, @ownerOrgId, @creationTimeMilli)')
      .run(site);
    return site;
  }

  /** Whether there was one to remove. */
  remove(organization: string, siteId: string): boolean {
    const { changes } = this.store.db
      .prepare('delete from qwilt_sites where ownerOrgId = ? and siteId = ?')
      .run(organization, siteId);
    return changes > 0;
  }

  /** Adds the sample sites. */
  fill(now: number): void {
    for (const [organization, names] of Object.entries(SAMPLE_SITES))
      for (const name of names) this.add(organization, name, now);
  }
}
