import type { Failure } from "@/contracts/problem";
import { parseTrust } from "@/contracts/trust";
import type { Trust } from "@/domain/evidence/verify-bundle";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { LogSigner } from "./log-record";
import type { UnitOfWork, World } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly logSigner: Pick<LogSigner, "keys">;
  /** How many witnesses must have seen a checkpoint. */
  readonly witnessQuorum: number;
}

/** The keys that proofs of this installation are checked with. Whoever checks gets them from us only if they trust us. */
export async function trustedKeys(
  { inTransaction, world, logSigner, witnessQuorum }: Ports,
  actor: Actor,
): Promise<Result<Trust, Failure>> {
  const witnesses = await inTransaction<readonly string[], Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "read");
    return allowed.ok ? ok(await tx.log.witnessKeys()) : allowed;
  });
  if (!witnesses.ok) return witnesses;
  const { log, status } = await logSigner.keys();
  // No more can be asked for than there are; without any, one is asked for and none found, so that nothing passes for witnessed.
  const quorum = Math.max(1, Math.min(witnessQuorum, witnesses.value.length));
  const file = { format: "twogate.trust/1", log, status, witnesses: witnesses.value, quorum };
  const trust = parseTrust(world.digest, JSON.stringify(file));
  if (!trust.ok) throw new Error(`The keys of the installation are none: ${trust.error.code} ${trust.error.where}`);
  return ok(trust.value);
}
