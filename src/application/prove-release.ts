import type { Failure } from "@/contracts/problem";
import { fieldDigest, fieldSalt, leafSalt } from "@/domain/evidence/commitment";
import { type ReleaseState, statusText } from "@/domain/evidence/status-note";
import type { EvidenceBundle, ProvenEntry, ReleaseStatement } from "@/domain/evidence/verify-bundle";
import { toBase64 } from "@/domain/shared/bytes";
import { err, ok, type Result } from "@/domain/shared/result";
import { formatProof } from "@/domain/transparency/log-proof";
import { inclusionProof, subtreesOfInclusion } from "@/domain/transparency/merkle-tree";
import { readingTiles, tilesOf } from "@/domain/transparency/tiles";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { LogSigner } from "./log-record";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { StatedRelease } from "./statement-record";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly logSigner: Pick<LogSigner, "signStatus">;
}

/** What is shown of a release: all of it, or what is not named here. */
interface Asked {
  readonly releaseId: string;
  readonly leaveOut: readonly string[];
}

interface Proven {
  readonly number: string;
  readonly releaseId: string;
  readonly state: ReleaseState;
  readonly entry: ProvenEntry;
  readonly statement: ReleaseStatement;
}

/**
 * The proof of a release for whoever has nothing but keys: the entry, its place in the log under a published checkpoint,
 * the fields that are shown, and what is said of the release now. It is refused while the log has not published the
 * entry, and for good once the salt of the shipment was erased.
 */
export async function proveRelease(
  { inTransaction, world, logSigner }: Ports,
  actor: Actor,
  { releaseId, leaveOut }: Asked,
): Promise<Result<{ readonly number: string; readonly bundle: EvidenceBundle }, Failure>> {
  const read = await inTransaction<Proven, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "read");
    if (!allowed.ok) return allowed;
    const stated = found(await tx.statements.get(releaseId), "release statement");
    if (!stated.ok) return stated;
    const salt = await tx.statements.saltOf(stated.value);
    if (!salt) return err({ kind: "evidence_erased" });
    const entry = await proveEntry(tx, world, stated.value, salt);
    if (!entry.ok) return entry;
    await tx.audit.add("evidence.release_proven", "release_order", releaseId, { leftOut: String(leaveOut.length) });
    return ok({
      number: stated.value.number,
      releaseId,
      state: await stateOf(tx, stated.value.shipmentId),
      entry: entry.value,
      statement: show(world, stated.value, salt, leaveOut),
    });
  });
  if (!read.ok) return read;
  const { number, state, entry, statement } = read.value;
  const status = await logSigner.signStatus(statusText({ releaseId, state, asOf: world.now().toISOString() }));
  return ok({ number, bundle: { format: "twogate.evidence/1", entries: [entry], statement, status } });
}

/** The entry of the release with its salt and its way to a published root. */
async function proveEntry(
  tx: Transaction,
  world: World,
  stated: StatedRelease,
  salt: Uint8Array,
): Promise<Result<ProvenEntry, Failure>> {
  const entry = found(await tx.statements.entryOf(stated), "release statement");
  if (!entry.ok) return entry;
  const { id, hash: _, ...content } = entry.value;
  const index = await tx.log.placeOf(id);
  const published = await tx.log.published();
  if (index === null || !published || published.size <= index) return err({ kind: "not_logged_yet" });
  const tiles = await tx.log.tiles(tilesOf(subtreesOfInclusion(index, published.size)));
  const path = inclusionProof(world.digest, index, published.size, readingTiles(world.digest, tiles));
  return ok({
    entry: content,
    salt: toBase64(leafSalt(world.digest, salt, content.sequence)),
    proof: formatProof({ index, path, checkpoint: published.note }),
  });
}

function show(
  { digest }: World,
  { releaseId, fields }: StatedRelease,
  subjectSalt: Uint8Array,
  leaveOut: readonly string[],
): ReleaseStatement {
  const stated = Object.entries(fields).map(([name, value]) => {
    const salt = fieldSalt(digest, subjectSalt, releaseId, name);
    return { name, value, salt, digest: fieldDigest(digest, salt, name, value) };
  });
  return {
    digests: Object.fromEntries(stated.map((field) => [field.name, field.digest])),
    fields: stated
      .filter(({ name }) => !leaveOut.includes(name))
      .map(({ name, value, salt }) => ({ name, value, salt: toBase64(salt) })),
  };
}

/** What became of the goods since: a release stands, whatever else is said beside it. */
async function stateOf(tx: Transaction, shipmentId: string): Promise<ReleaseState> {
  const exit = await tx.clearances.ofStage(shipmentId, "bonded_exit");
  const returns = exit?.declarationId ? await tx.goodsReturns.ofDeclaration(exit.declarationId) : [];
  if (returns.some(({ state }) => state === "completed")) return "goods_returned";
  const gates = [exit, await tx.clearances.ofStage(shipmentId, "domestic_distribution")];
  return gates.some((gate) => gate?.state === "held") ? "goods_held" : "stands";
}
