import { compile, holds } from '../expression/expression.js';
import type { RankClass } from '../rank/rank.js';
import { capReached, countAtCaps, tieAcrossCap, type HeldTie, type Proof, type Work } from './selection-work.js';

/** What the quota changed: who made room, and all ties that a person must decide. */
export interface QuotaFilled {
  displaced: number[];
  undecided: number[];
}

/**
 * Meets the least number of a kind: the best who wait come in, the last of the others make room, and no cap is exceeded for it. Where a tie would have to be split for
 * that, nobody of it is preferred: a person decides. `cut` is the tie across the last place; whom the quota leaves no place there is no longer part of it.
 */
export function fillQuota(work: Work, classes: readonly RankClass[], cut: readonly number[]): QuotaFilled {
  const open = [...work.held.filter((tie) => tie.kept).flatMap((tie) => tie.entries), ...cut];
  const { quota } = work.rule;
  if (!quota) return { displaced: [], undecided: open };
  const when = compile(quota.when);
  const filling = new QuotaFilling(work, classes, quota.atLeast, (entry) => holds(when(work.field.lookup(entry))));
  return filling.needed > 0 ? filling.fill(cut) : { displaced: [], undecided: open };
}

class QuotaFilling {
  /** So many of the kind are missing. */
  readonly needed: number;
  private missing: number;
  /** Missing ones that a person chooses from a tie whose places are kept already. */
  private keptForThem = 0;
  private readonly tieOf: ReadonlyMap<number, RankClass>;
  private readonly coming: number[] = [];
  private readonly unsettled: number[] = [];

  constructor(
    private readonly work: Work,
    classes: readonly RankClass[],
    private readonly atLeast: number,
    private readonly fulfils: (entry: number) => boolean,
  ) {
    this.needed = Math.min(atLeast, work.places) - work.chosen.filter((one) => fulfils(one.entry)).length;
    this.missing = this.needed;
    this.tieOf = new Map(classes.flatMap((one) => one.entries.map((entry) => [entry, one] as const)));
  }

  fill(cut: readonly number[]): QuotaFilled {
    const { work } = this;
    for (const tie of work.held) this.fromHeld(tie);
    const tooMany = work.chosen.length + work.kept + this.needed - this.keptForThem - work.places;
    const leaving = upTo(Math.max(0, tooMany), this.inTies(work.chosen.map((one) => one.entry).filter((entry) => !this.fulfils(entry))).reverse());
    if (leaving.split.length === 0) this.release(tooMany - leaving.taken.length);
    const gone = new Set([...leaving.taken, ...leaving.split]);
    work.chosen = work.chosen.filter((one) => !gone.has(one.entry));
    for (const entry of leaving.taken) this.prove(entry, false, 'madeRoom', { places: work.places });
    for (const entry of leaving.split) this.prove(entry, false, 'quotaTieUndecided', { atLeast: this.atLeast });
    this.countAnew(leaving.split);
    for (const tie of this.candidates()) this.fromWaiting(tie);
    const stillNeeded = this.needed - this.keptForThem - this.coming.length;
    for (const entry of this.coming) {
      work.chosen.push({ entry, above: work.chosen.length, taken: work.chosen.length + 1, unlike: 0, byQuota: true });
      this.prove(entry, true, 'quota', { atLeast: this.atLeast });
    }
    const free = work.places - work.chosen.length - work.kept - stillNeeded;
    const order = new Map([...this.tieOf.keys()].map((entry, index) => [entry, index]));
    return {
      displaced: leaving.taken.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
      undecided: [...new Set([...leaving.split, ...this.stillHeld(), ...this.atTheCut(cut, free), ...this.unsettled])],
    };
  }

  private prove(entry: number, chosen: boolean, reason: string, params: Proof['params']): void {
    this.work.proof.set(entry, { entry: this.work.field.idOf(entry), chosen, reason, params });
  }

  /** Entries that share their rank, best first. */
  private inTies(entries: readonly number[]): number[][] {
    const ties = new Map<RankClass | undefined, number[]>();
    for (const entry of entries) ties.set(this.tieOf.get(entry), [...(ties.get(this.tieOf.get(entry)) ?? []), entry]);
    return [...ties.values()];
  }

  /** What the caps allow once room was made; who may yet have to leave counts as in. */
  private countAnew(undecided: readonly number[]): void {
    const { work } = this;
    work.counts.clear();
    for (const cap of work.caps) cap.exempted = 0;
    for (const entry of [...work.chosen.map((one) => one.entry), ...undecided, ...this.coming]) countAtCaps(work, entry);
    for (const tie of work.held) if (tie.entries.length > 0) work.counts.set(tie.key, tie.cap.most);
  }

  /** Those of the kind who are not in, best first: also whom a cap kept out, now that room was made. */
  private candidates(): number[][] {
    const settled = new Set([...this.work.held.flatMap((tie) => tie.entries), ...this.coming]);
    const outside = new Set([...this.work.waiting, ...this.work.barred].filter((entry) => this.fulfils(entry) && !settled.has(entry)));
    return this.inTies([...this.tieOf.keys()].filter((entry) => outside.has(entry)));
  }

  /** A tie at a cap: those of the kind come before the others of it, inside the room the cap leaves. */
  private fromHeld(tie: HeldTie): void {
    const own = tie.entries.filter((entry) => this.fulfils(entry));
    const wanted = Math.min(tie.room, this.missing);
    if (own.length === 0 || wanted === 0) return;
    this.missing -= Math.min(own.length, wanted);
    if (own.length > wanted) {
      this.leaveOpen(own);
      if (tie.kept) this.keptForThem += wanted;
      tie.entries = wanted === tie.room ? own : tie.entries;
      return;
    }
    this.coming.push(...own);
    if (tie.kept) this.work.kept -= own.length;
    tie.room -= own.length;
    const others = tie.entries.filter((entry) => !own.includes(entry));
    tie.entries = tie.room > 0 ? others : [];
    if (tie.room === 0) for (const entry of others) this.prove(entry, false, 'capReached', { attribute: tie.cap.rule.attribute, most: tie.cap.most });
  }

  /** A tie of the kind further down: all of it, as many as the caps let in, or a person decides. */
  private fromWaiting(tie: readonly number[]): void {
    if (this.missing <= 0) return;
    let open = tie.filter((entry) => !this.work.caps.some((cap) => capReached(cap, entry, this.work)));
    for (let across = tieAcrossCap(this.work, open); across; across = tieAcrossCap(this.work, open)) {
      const crossing = across.entries;
      this.leaveOpen(crossing);
      this.missing -= Math.min(this.missing, across.room);
      this.work.counts.set(across.key, across.cap.most);
      open = open.filter((entry) => !crossing.includes(entry));
    }
    if (open.length > this.missing) {
      if (this.missing > 0) this.leaveOpen(open);
      this.missing = 0;
      return;
    }
    this.missing -= open.length;
    this.coming.push(...open);
    for (const entry of open) countAtCaps(this.work, entry);
  }

  /** Places kept for ties at caps are given up, the lowest first, where nobody else can make room. */
  private release(places: number): void {
    let wanted = places;
    for (const tie of [...this.work.held].reverse()) {
      if (wanted <= 0) return;
      if (!tie.kept || tie.entries.some((entry) => this.fulfils(entry))) continue;
      const given = Math.min(wanted, tie.room);
      tie.room -= given;
      this.work.kept -= given;
      wanted -= given;
      if (tie.room > 0) continue;
      for (const entry of tie.entries) this.prove(entry, false, 'noPlaceLeft', { places: this.work.places });
      tie.entries = [];
    }
  }

  private leaveOpen(entries: readonly number[]): void {
    this.unsettled.push(...entries);
    for (const entry of entries) this.prove(entry, false, 'quotaTieUndecided', { atLeast: this.atLeast });
  }

  private stillHeld(): number[] {
    return this.work.held.filter((tie) => tie.kept).flatMap((tie) => tie.entries);
  }

  /** Who of the tie across the last place can still have one. */
  private atTheCut(cut: readonly number[], free: number): number[] {
    const rest = cut.filter((entry) => !this.coming.includes(entry) && !this.unsettled.includes(entry));
    if (free > 0) return rest;
    for (const entry of rest) this.prove(entry, false, 'noPlaceLeft', { places: this.work.places });
    return [];
  }
}

/** So many of the ties, whole ones only; `split`: the tie of which only some would be needed. */
function upTo(count: number, ties: readonly number[][]): { taken: number[]; split: number[] } {
  const taken: number[] = [];
  for (const tie of ties) {
    if (taken.length >= count) break;
    if (taken.length + tie.length > count) return { taken, split: tie };
    taken.push(...tie);
  }
  return { taken, split: [] };
}
