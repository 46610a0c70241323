import type { HashBytes } from "@/domain/shared/bytes";
import { seenBy, type Tools } from "@/domain/transparency/checkpoint";
import { consistencyProof, leafHash, rootOf, subtreesOfConsistency } from "@/domain/transparency/merkle-tree";
import { formatSignature, parseKey, parseNote, parseSignatures, signaturesBy } from "@/domain/transparency/signed-note";
import { appendToTiles, readingTiles, type Tile, tilesOf, tilesOfRoot } from "@/domain/transparency/tiles";
import { formatAddCheckpoint } from "@/domain/transparency/witness";
import type {
  CosignatureRecord,
  LogSigner,
  LogStore,
  SignedHead,
  WitnessAnswer,
  WitnessClient,
  WitnessRecord,
} from "./log-record";
import { DependencyError } from "./ports";

interface Ports {
  readonly store: LogStore;
  readonly signer: LogSigner;
  readonly now: () => Date;
  readonly tools: Tools;
}

/** Leaves that get their places at once. One transaction and one signature are paid for all of them. */
export const BATCH = 4_096;

/**
 * Gives the leaves that wait their places, and has the greatest state signed. Leaves are durable before anything is
 * signed, so what was signed can be shown for ever. How many leaves got their places.
 */
export async function sequenceLeaves(ports: Ports, batch = BATCH): Promise<number> {
  const { store, now, tools } = ports;
  const done = await store.sequence(batch, (...parts) => growTree(tools.sha256, ...parts), now());
  await signHead(ports);
  return done?.added ?? 0;
}

/** The tiles that change when these commitments are appended, and the root after it. */
export function growTree(sha256: HashBytes, size: number, edge: readonly Tile[], commitments: readonly Uint8Array[]) {
  const leaves = commitments.map((commitment) => leafHash(sha256, commitment));
  const changed = appendToTiles(sha256, size, edge, leaves);
  const after = size + leaves.length;
  const byPlace = new Map([...edge, ...changed].map((tile) => [`${tile.level}/${tile.index}`, tile]));
  const needed = tilesOfRoot(after).flatMap(({ level, index }) => byPlace.get(`${level}/${index}`) ?? []);
  return { changed, root: rootOf(sha256, after, readingTiles(sha256, needed)) };
}

/** Has the greatest state signed that is not. A signer that signed a greater log before is an incident. */
async function signHead({ store, signer, now, tools }: Ports): Promise<void> {
  const head = await store.unsigned();
  if (!head) return;
  const before = await signer.lastSize();
  if (before > head.size) {
    await store.openIncident("rolled_back", `the log has ${head.size} leaves, and ${before} were signed`, now());
    return;
  }
  const signed = await signer.signCheckpoint(head, before, await proofBetween(store, tools.sha256, before, head.size));
  if (signed.kind === "signed") return store.sign(head.size, signed.note, now());
  const detail = `what the log has now does not begin with the ${signed.lastSize} leaves that were signed`;
  await store.openIncident("rolled_back", detail, now());
}

/** A witness that restarts is no incident; one that stays away so long is. */
const PATIENCE_MS = 60_000;

interface WitnessPorts extends Omit<Ports, "signer"> {
  readonly client: WitnessClient;
  /** How many witnesses must have seen a checkpoint. */
  readonly quorum: number;
}

/** What became of the publication of a checkpoint. */
export type Publication = "nothing" | "published" | "unwitnessed" | "stopped";

/**
 * Shows the greatest signed state to the witnesses and publishes it with what they signed. Where fewer saw it than are
 * asked for, it is published as unwitnessed, for the work must go on; where one has seen another history, nothing is
 * published until a person has looked.
 */
export async function publishHead(ports: WitnessPorts): Promise<Publication> {
  let outcome: Publication = "nothing";
  await ports.store.asPublisher(async () => {
    outcome = await publish(ports);
  });
  return outcome;
}

async function publish(ports: WitnessPorts): Promise<Publication> {
  const { store, now, quorum } = ports;
  if (await store.isStopped()) return "stopped";
  const head = await store.unpublished();
  if (!head) return "nothing";
  const asked = await Promise.all((await store.witnesses()).map((witness) => askWitness(ports, witness, head)));
  if (asked.includes("other_history")) return "stopped";
  const cosigned = asked.filter((each) => each !== "failed" && each !== "other_history");
  const isUnwitnessed = cosigned.length < quorum;
  await store.publish(head.size, cosigned, isUnwitnessed, now());
  return isUnwitnessed ? "unwitnessed" : "published";
}

async function askWitness(
  ports: WitnessPorts,
  witness: WitnessRecord,
  head: SignedHead,
): Promise<CosignatureRecord | "failed" | "other_history"> {
  const { store, now } = ports;
  const failed = async (error: string) => {
    await store.markWitness(witness.name, { failedAt: now(), error });
    if (witness.failedSince && now().getTime() - witness.failedSince.getTime() > PATIENCE_MS)
      await store.openIncident("witness_away", witness.name, now());
    return "failed" as const;
  };
  try {
    const answer = await showTo(ports, witness, head);
    if (answer.kind === "cosigned") {
      const cosigned = readCosignature(ports, witness, head, answer.lines);
      if (!cosigned) return await failed("its cosignature does not hold");
      await store.markWitness(witness.name, { seenSize: head.size });
      if (witness.failedSince) await store.closeIncident("witness_away", witness.name, "it answers again", now());
      return cosigned;
    }
    if (answer.kind === "refused" && answer.reason !== "other_history") return await failed(answer.reason);
    const detail = `${witness.name} has seen a log that ours with ${head.size} leaves does not continue`;
    await store.openIncident("other_history", detail, now());
    return "other_history";
  } catch (error) {
    if (!(error instanceof DependencyError)) throw error;
    return failed(error.message);
  }
}

/**
 * Asks from the size that the witness saw last; it says so itself where that is another than we know. A conflict that
 * remains is over the history: no process but this one shows the log to witnesses, and it shows the greatest state.
 */
async function showTo(ports: WitnessPorts, witness: WitnessRecord, head: SignedHead): Promise<WitnessAnswer> {
  const { store, client, tools } = ports;
  const ask = async (before: number) => {
    const proof = await proofBetween(store, tools.sha256, before, head.size);
    return client.addCheckpoint(witness.address, formatAddCheckpoint({ before, proof, checkpoint: head.note }));
  };
  const before = Math.min(witness.seenSize, head.size);
  const first = await ask(before);
  return first.kind === "conflict" && first.seen <= head.size && first.seen !== before ? ask(first.seen) : first;
}

/** The witness's own line among those that it sent, where it holds for this checkpoint. */
function readCosignature(
  { tools, now }: WitnessPorts,
  witness: WitnessRecord,
  head: SignedHead,
  lines: string,
): CosignatureRecord | null {
  const key = parseKey(tools.sha256, witness.key);
  const note = parseNote(head.note);
  const signatures = parseSignatures(lines);
  if (!key || !note || !signatures) return null;
  const cosigned = { ...note, signatures };
  const [own] = signatures.filter(
    (each) => signaturesBy(tools.sha256, { ...note, signatures: [each] }, key).length > 0,
  );
  const seenAt = own ? seenBy(tools, { ...cosigned, signatures: [own] }, key) : null;
  return own && seenAt && seenAt <= new Date(now().getTime() + CLOCK_SKEW_MS)
    ? { witness: witness.name, line: formatSignature(own), seenAt }
    : null;
}

/** Clocks of two houses are never the same; a cosignature from farther in the future is not believed. */
const CLOCK_SKEW_MS = 60_000;

/** The proof that the log of the first size is the beginning of the log of the second. */
export async function proofBetween(
  store: Pick<LogStore, "tiles">,
  sha256: HashBytes,
  before: number,
  size: number,
): Promise<Uint8Array[]> {
  const tiles = await store.tiles(tilesOf(subtreesOfConsistency(before, size)));
  return consistencyProof(sha256, before, size, readingTiles(sha256, tiles));
}
