import type { LocalDate } from "@/domain/shared/local-date";
import type { Transaction, World } from "./ports";

/** Beyond so many open shipments the rest is looked at when it is assessed next. */
const MOST = 20_000;

/**
 * Owes another look at every shipment of the own offices that is not released, in the transaction of what may have made
 * credit count for less: what it comes to is worked out for each by itself. From the day on, where that is ahead.
 */
export async function oweReassessment(tx: Transaction, world: World, from: LocalDate | null = null): Promise<number> {
  const open = await tx.credit.openAssessments(MOST);
  for (const { organisationId, clearanceId } of open) {
    const message = { name: "credit.reassess", payload: { organisationId, clearanceId } } as const;
    if (from !== null && from > world.today()) await tx.outbox.put(organisationId, message, startOf(from));
    else await tx.outbox.put(organisationId, message);
  }
  return open.length;
}

/** The day begins first where the offices are: China keeps one time for all of them, eight hours before UTC. */
function startOf(day: LocalDate): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
