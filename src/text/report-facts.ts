import {
  findingOf,
  openFindings,
  RULE_FACTS,
  SEVERITIES,
  type Finding,
  type Severity,
} from '@core/domain/finding';
import type { InventoryKey, InventoryPlace, OpenInventory } from '@core/domain/inventory';
import {
  findingContext,
  rulesIn,
  rulesOf,
  type FindingRule,
  type JudgedPlace,
  type Policy,
} from '@core/domain/policy';
import type { Review, ReviewEntry, Waiver } from '@core/domain/review';
import { traitsOf, vendorInfo } from '@core/domain/vendor';

/** How many rows of one kind a report lists; a sentence tells how many more there are. */
export const MOST_REPORT_ROWS = 5_000;

/** What a report is made of. */
export interface ReportSource {
  readonly inventory: OpenInventory;
  /** In the order of the file. */
  readonly keys: readonly InventoryKey[];
  /** Null where nobody reviewed it. */
  readonly review: Pick<Review, 'entries' | 'finished'> | null;
  readonly policy: Policy;
  /** Epoch milliseconds: the moment as of which keys are judged. */
  readonly now: number;
  /** The version of Keydesk that writes it. */
  readonly version: string;
}

/** A key of a report with where it lives. */
export interface ReportKey {
  readonly key: InventoryKey;
  readonly place: InventoryPlace;
}

/** A finding about one key. */
export interface KeyFinding extends ReportKey {
  readonly finding: Finding;
}

/** A finding that somebody accepted for a while. */
export interface WaivedFinding extends KeyFinding {
  readonly waiver: Waiver;
  readonly by: string;
}

/** A key about which something was decided or noted. */
export interface Decided extends ReportKey {
  readonly entry: ReviewEntry;
}

/** Rows up to the bound, and how many there are in all. */
export interface Bounded<T> {
  readonly rows: readonly T[];
  readonly all: number;
}

/** Everything a report says about keys. */
export interface ReportFacts {
  /** By severity; waived ones are not among them. */
  readonly open: Readonly<Record<Severity, number>>;
  /** The weightiest first. */
  readonly findings: Bounded<KeyFinding>;
  readonly waived: Bounded<WaivedFinding>;
  readonly decided: Bounded<Decided>;
}

interface Hit {
  readonly at: number;
  readonly rule: FindingRule;
}

/** Judges every key once; sentences are made only for what is listed. */
export function reportFacts(source: ReportSource): ReportFacts {
  const { keys, review } = source;
  const { places } = source.inventory;
  const judge = judgeOf(source);
  const entries = new Map(review?.entries.map((entry) => [entry.row, entry]));
  const today = new Date(source.now).toISOString().slice(0, 10);
  const open: Record<Severity, Hit[]> = { high: [], medium: [], low: [] };
  const accepted: Hit[] = [];
  for (const [at, key] of keys.entries()) {
    const hits = judge.rules(key).map((rule): Hit => ({ at, rule }));
    if (hits.length === 0) continue;
    const left = openFindings(hits, entries.get(at)?.waivers, today);
    for (const hit of left) open[RULE_FACTS[hit.rule].severity].push(hit);
    if (left.length < hits.length) accepted.push(...hits.filter((hit) => !left.includes(hit)));
  }
  const found = SEVERITIES.flatMap((severity) => open[severity]);
  const toFinding = ({ at, rule }: Hit): KeyFinding[] => {
    const on = rowAt(keys, places, at);
    return on === null ? [] : [{ ...on, finding: judge.finding(rule, on.key) }];
  };
  const toWaived = (hit: Hit): WaivedFinding[] => {
    const entry = entries.get(hit.at);
    const waiver = entry?.waivers?.find(({ rule, until }) => rule === hit.rule && until >= today);
    if (entry === undefined || waiver === undefined) return [];
    return toFinding(hit).map((finding) => ({ ...finding, waiver, by: entry.by }));
  };
  const toDecided = (entry: ReviewEntry): Decided[] => {
    const on = rowAt(keys, places, entry.row);
    return on === null ? [] : [{ ...on, entry }];
  };
  return {
    open: { high: open.high.length, medium: open.medium.length, low: open.low.length },
    findings: bounded(found, toFinding),
    waived: bounded(accepted, toWaived),
    decided: bounded(review?.entries ?? [], toDecided),
  };
}

const bounded = <S, T>(all: readonly S[], read: (one: S) => readonly T[]): Bounded<T> => ({
  rows: all.slice(0, MOST_REPORT_ROWS).flatMap(read),
  all: all.length,
});

function rowAt(
  keys: readonly InventoryKey[],
  places: readonly InventoryPlace[],
  at: number,
): ReportKey | null {
  const key = keys[at];
  const place = key === undefined ? undefined : places[key.place];
  return key === undefined || place === undefined ? null : { key, place };
}

function judgeOf({ inventory, keys, policy, now }: ReportSource) {
  const places = inventory.places.map(judgedPlace);
  const rows = keys.map((key) => ({ key, place: places[key.place] }));
  const context = findingContext(rows, policy, now);
  const placeOf = ({ place }: InventoryKey): JudgedPlace => {
    const found = places[place];
    if (found === undefined) throw new Error('A key without a place');
    return found;
  };
  return {
    rules: (key: InventoryKey): FindingRule[] => rulesIn(rulesOf(key, placeOf(key), context)),
    finding: (rule: FindingRule, key: InventoryKey): Finding => findingOf(rule, key, placeOf(key), context),
  };
}

function judgedPlace({ console, environment }: InventoryPlace): JudgedPlace {
  const vendor = vendorInfo(console.vendor);
  const { production, maxValidityDays, variant } = environment;
  return { vendor, traits: traitsOf(vendor, variant), environment: { production, maxValidityDays } };
}
