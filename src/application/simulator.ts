import type { Failure } from "@/contracts/problem";
import type { Knobs, LedgerEntry } from "@/contracts/simulator";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { UnitOfWork } from "./ports";

/** The simulated authority of the demonstration. Every act throws DependencyError when it is not to be reached. */
export interface SimulatorControl {
  knobs(): Promise<Knobs>;
  setKnobs(knobs: Knobs): Promise<void>;
  ledger(): Promise<readonly LedgerEntry[]>;
}

/** How ill the simulated authority is made to be, and what it took and answered until now. */
export interface SimulatorState {
  readonly knobs: Knobs;
  readonly ledger: readonly LedgerEntry[];
}

const ABSENT: Failure = { kind: "not_found", what: "simulator" };

/** Reads the simulated authority; there is none in an installation that is no demonstration. */
export async function readSimulator(
  simulator: SimulatorControl | null,
  actor: Actor,
): Promise<Result<SimulatorState, Failure>> {
  const allowed = authorise(actor, "turn_simulator");
  if (!allowed.ok) return allowed;
  if (!simulator) return err(ABSENT);
  const [knobs, ledger] = await Promise.all([simulator.knobs(), simulator.ledger()]);
  return ok({ knobs, ledger });
}

/** Turns the knobs of the simulated authority. Who turned which is in the audit before they turn. */
export async function turnSimulator(
  { inTransaction, simulator }: { readonly inTransaction: UnitOfWork; readonly simulator: SimulatorControl | null },
  actor: Actor,
  knobs: Knobs,
): Promise<Result<void, Failure>> {
  const written = await inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "turn_simulator");
    if (!allowed.ok) return allowed;
    if (!simulator) return err(ABSENT);
    await tx.audit.add("simulator_turned", "simulator", actor.organisationId, {
      knobs: Object.entries(knobs)
        .map(([name, value]) => `${name} ${value}`)
        .join(", "),
    });
    return ok(undefined);
  });
  if (!written.ok) return written;
  await simulator?.setKnobs(knobs);
  return ok(undefined);
}
