import { isAuthority } from "@/application/actor";
import type { NextClockView, UnderwayView } from "@/contracts/views/clearance-time";
import type { RunningClock } from "@/domain/clearance-time/next-clock";
import { formatDecimal } from "@/domain/shared/decimal";
import { type Clocked, runningClocks } from "./clearance-time-clocks";
import { blindOf } from "./review-blind";
import type { Scope } from "./scope";

/** The shipments of which a clock runs: what can still be saved by slack, then what has run out, the newest first. */
export async function underway(scope: Scope): Promise<UnderwayView[]> {
  const now = scope.world.now().getTime();
  const blind = new Set((await blindOf(scope)).map(({ shipmentId }) => shipmentId));
  const clocked = (await runningClocks(scope, {})).filter(({ id }) => !blind.has(id));
  const ahead = clocked.filter(({ clock }) => clock.dueAt >= now).sort((a, b) => a.clock.dueAt - b.clock.dueAt);
  const past = clocked.filter(({ clock }) => clock.dueAt < now).sort((a, b) => b.clock.dueAt - a.clock.dueAt);
  return [...ahead, ...past].map(({ id, reference, broker, regime, lane, clock, stake }) => ({
    // Each broker numbers its own shipments, so that an authority needs the name; a house knows its own.
    ...{ id, reference, broker: isAuthority(scope.actor) ? broker : null, regime, lane },
    clock: toNextClock(clock),
    slack: clock.dueAt - now,
    stake: toStake(stake),
  }));
}

/** A clock as screens and API name it. */
export function toNextClock({ code, dueAt, dueOn }: RunningClock): NextClockView {
  return { code, dueAt: new Date(dueAt).toISOString(), dueOn };
}

/** What is at stake, as screens and API name it. */
export function toStake(stake: Clocked["stake"]): { readonly amount: string; readonly currency: string } | null {
  return stake && { amount: formatDecimal(stake.amount), currency: stake.currency };
}
