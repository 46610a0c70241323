import type { Failure } from "@/contracts/problem";
import { auditEvidence, type EvidenceFinding } from "@/domain/evidence/audit";
import { ok } from "@/domain/shared/result";
import { auditLog, type LogFinding } from "@/domain/transparency/audit";
import type { Tools } from "@/domain/transparency/checkpoint";
import type { VerifierKey } from "@/domain/transparency/signed-note";
import type { LogStore } from "./log-record";
import type { UnitOfWork, World } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: Pick<World, "now" | "digest">;
  readonly store: Pick<LogStore, "leaves" | "tiles" | "checkpoints" | "openIncident" | "organisations">;
  readonly tools: Tools;
}

/** What does not hold, in the log or in what the log stands for. */
export type EvidenceFault = LogFinding | EvidenceFinding;

/** Shipments that are read at once. */
const AT_ONCE = 100;

/**
 * Computes everything again from what is stored: each entry of evidence, its chain, its leaf, the tree, the tiles and the
 * roots that were signed. What does not hold is named, and is an incident that stops publication.
 */
export async function checkEvidence(ports: Ports, log: VerifierKey): Promise<readonly EvidenceFault[]> {
  const faults: EvidenceFault[] = [...(await auditLog(ports.tools, log, ports.store))];
  for (const organisationId of await ports.store.organisations())
    faults.push(...(await checkOrganisation(ports, organisationId)));
  const [first] = faults;
  if (first) {
    const where = "where" in first ? first.where : first.entryId;
    await ports.store.openIncident("altered", `${first.kind} ${where}`, ports.world.now());
  }
  return faults;
}

async function checkOrganisation({ inTransaction, world }: Ports, organisationId: string): Promise<EvidenceFinding[]> {
  const faults: EvidenceFinding[] = [];
  const system = { kind: "system", id: "system", name: "system", organisationId } as const;
  let after: string | null = null;
  do {
    const read = await inTransaction<{ readonly last: string | null; readonly faults: EvidenceFinding[] }, Failure>(
      system,
      async (tx) => {
        const stored = await tx.evidence.stored(after, AT_ONCE);
        const found = stored.flatMap(({ entries, salt }) => [...auditEvidence(world.digest, entries, salt)]);
        return ok({ last: stored.at(-1)?.shipmentId ?? null, faults: found });
      },
    );
    if (!read.ok) return faults;
    faults.push(...read.value.faults);
    after = read.value.last;
  } while (after !== null);
  return faults;
}
