import { type AttributedTime, between, type MinutesByOwner, totalOf } from "./attribute";

/** The parts of the way: the draft, then each gate. */
export const PHASES = ["draft", "bonded_exit", "domestic_distribution"] as const;
export type Phase = (typeof PHASES)[number];

/** What a part of the way took, by owner and together, in milliseconds. */
export interface PhaseTime {
  readonly phase: Phase;
  readonly owners: MinutesByOwner;
  readonly total: number;
}

/**
 * The time of a shipment by the part of the way: the draft until the lodging, gate one until its release, gate two from
 * there. The parts add up to the whole, to the millisecond.
 */
export function byPhase(time: AttributedTime): readonly PhaseTime[] {
  const within = (instant: number | null) => Math.min(time.to, Math.max(time.from, instant ?? time.to));
  const lodged = within(time.lodgedAt);
  const passed = Math.max(lodged, within(time.passedAt));
  const edges = [time.from, lodged, passed, time.to];
  return PHASES.map((phase, index) => {
    const owners = between(time, edges[index] ?? time.to, edges[index + 1] ?? time.to);
    return { phase, owners, total: totalOf(owners) };
  });
}

/** The same of many shipments together. */
export function sumPhases(all: readonly (readonly PhaseTime[])[]): readonly PhaseTime[] {
  return PHASES.map((phase) => {
    const owners = { broker: 0, system: 0, officer: 0, authority: 0, payer: 0 };
    for (const each of all.flat())
      if (each.phase === phase)
        for (const owner of Object.keys(owners) as (keyof MinutesByOwner)[]) owners[owner] += each.owners[owner];
    return { phase, owners, total: totalOf(owners) };
  });
}
