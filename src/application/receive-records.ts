import { FEED_RECORDS, FEED_SCHEMAS, type SentRecord } from "@/contracts/order-feeds";
import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import type { FeedKind, OrderKey } from "@/domain/three-documents/documents";
import { inOwnCodes } from "@/domain/three-documents/feed-codes";
import { differingFields, type Receipt, receive } from "@/domain/three-documents/receive";
import { type Actor, authorise } from "./actor";
import type { AnyFeedRecord, ContestedRecord, KeptRecord, RowError } from "./order-record";
import type { Transaction, UnitOfWork, World } from "./ports";

/** How many orders one job matches: few enough for one transaction on a machine that is busy. */
const MATCHED_AT_ONCE = 100;
/** More than a day's orders; sharing a payment is rare among them. */
const SHARERS_AT_MOST = 10_000;

/** What became of one record of a sending. */
export interface RecordReceipt {
  /** From 0, in the sending. */
  readonly index: number;
  readonly orderNumber: string | null;
  readonly outcome: Receipt | "refused";
  /** A JSON pointer into the record; of a contradiction the field that differs. */
  readonly pointer: string | null;
  readonly fault: string | null;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What a sending came to. */
export interface FeedReceipt {
  /** Null when nothing was kept. */
  readonly batchId: string | null;
  readonly accepted: number;
  readonly duplicate: number;
  readonly contradictory: number;
  readonly refused: number;
  readonly receipts: readonly RecordReceipt[];
}

interface Sending {
  readonly kind: FeedKind;
  readonly source: "api" | "csv";
  /** The records as they came, unread. */
  readonly records: readonly unknown[];
  /** Tries what would become of them and keeps nothing. */
  readonly isTrial: boolean;
  /** The row of the file at which a record begins; of a request its place. */
  readonly rowOf?: (index: number) => number;
  /** What was wrong with a record before it could be read as one. */
  readonly faultOf?: (index: number) => RecordFault | null;
}

type RecordFault = Pick<RowError, "pointer" | "fault" | "parameters">;

/**
 * Takes the records of a feed, in whatever order the feeds come: new ones and changes are kept, what says the same again
 * is harmless, what contradicts lies beside what was there until a person takes it. Orders that have all three records
 * are owed a match. Every record has its answer; one that is refused takes none of the others with it.
 */
export function receiveRecords(
  ports: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  sending: Sending,
): Promise<Result<FeedReceipt, Failure>> {
  return ports.inTransaction<FeedReceipt, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "feed_orders");
    if (!allowed.ok) return allowed;
    const { records, source } = sending;
    if (source === "api" && records.length > FEED_RECORDS)
      return err({
        kind: "invalid_input",
        pointer: "/records",
        fault: "too_many_records",
        parameters: { limit: String(FEED_RECORDS) },
      });
    await tx.orders.lockFeeds();
    const taken = await takeIn(tx, ports.world, sending);
    if (sending.isTrial) return ok({ batchId: null, ...counted(taken.receipts) });
    await keep(tx, sending.kind, taken);
    await oweMatches(tx, actor.organisationId, taken.touched);
    if (sending.kind === "payment" && taken.replaced.length > 0) await oweSharers(tx, actor.organisationId);
    const batchId = ports.world.newId();
    const { receipts, ...counts } = counted(taken.receipts);
    await tx.orders.addBatch({
      id: batchId,
      kind: sending.kind,
      source,
      counts,
      errors: receipts.flatMap((receipt) => toError(receipt, sending)),
    });
    await tx.audit.add("orders.received", "feed_batch", batchId, {
      kind: sending.kind,
      records: String(records.length),
    });
    return ok({ batchId, ...counts, receipts });
  });
}

interface Taken {
  readonly added: KeptRecord[];
  readonly replaced: KeptRecord[];
  readonly contested: ContestedRecord[];
  readonly touched: OrderKey[];
  readonly receipts: RecordReceipt[];
}

interface Seen {
  readonly id: string;
  readonly token: string;
  readonly isLodged: boolean;
  readonly record: AnyFeedRecord;
}

async function takeIn(tx: Transaction, world: World, sending: Sending): Promise<Taken> {
  const { kind, records } = sending;
  const taken: Taken = { added: [], replaced: [], contested: [], touched: [], receipts: [] };
  const codes = await tx.orders.codesOn(world.today());
  const read = records.map((each) => FEED_SCHEMAS[kind].safeParse(each));
  const keys = read.flatMap((each) => (each.success ? [each.data.record] : []));
  const seen = new Map<string, Seen>((await tx.orders.known(kind, keys)).map((each) => [nameOf(each), each]));
  for (const [index, each] of read.entries()) {
    const fault = sending.faultOf?.(index) ?? null;
    if (fault) taken.receipts.push({ ...refused(index, records[index], undefined), ...fault });
    else if (each.success)
      takeOne(tx, world, taken, seen, index, { ...each.data, record: inOwnCodes(each.data.record, codes) });
    else taken.receipts.push(refused(index, records[index], each.error.issues[0]));
  }
  return taken;
}

function takeOne(
  tx: Transaction,
  world: World,
  taken: Taken,
  seen: Map<string, Seen>,
  index: number,
  { record, isChange }: SentRecord,
): void {
  const name = nameOf(record);
  const known = seen.get(name) ?? null;
  const token = tx.orders.tokenOf(record);
  const outcome = receive(known, { token, isChange });
  const id = known?.id ?? world.newId();
  const isContradictory = outcome === "contradictory";
  const fields = known && isContradictory ? differingFields(known.record, record) : [];
  place(taken, outcome, { id, record, fields }, known);
  if (outcome === "accepted" || outcome === "corrected")
    seen.set(name, { id, token, isLodged: known?.isLodged ?? false, record });
  if (outcome !== "duplicate") taken.touched.push(record);
  taken.receipts.push({
    index,
    orderNumber: record.orderNumber,
    outcome,
    pointer: fields[0] === undefined ? null : `/${fields[0]}`,
    fault: isContradictory ? contradictionOf(known) : null,
    parameters: isContradictory ? { fields: fields.join(", ") } : {},
  });
}

function contradictionOf(known: Seen | null): string {
  return known?.isLodged ? "record_of_lodged_order" : "record_contradicts";
}

function place(taken: Taken, outcome: Receipt, kept: ContestedRecord, known: Seen | null): void {
  const isNewHere = taken.added.findIndex((each) => each.id === kept.id);
  if (outcome === "accepted") taken.added.push(kept);
  if (outcome === "contradictory" && known) taken.contested.push(kept);
  if (outcome !== "corrected") return;
  // What came and was changed within one sending was never anything else.
  if (isNewHere >= 0) taken.added[isNewHere] = kept;
  else taken.replaced.push(kept);
}

/** Our own words for a fault; what the schema itself says is in English and repeats keys of the sender. */
const FAULT = /^[a-z]+(_[a-z0-9]+)+$/;
const IDENTITY = /\d{17}[\dX]/i;

interface SchemaIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function refused(index: number, record: unknown, issue: SchemaIssue | undefined): RecordReceipt {
  const pointer = `/${(issue?.path ?? []).map(String).join("/")}`;
  const number = typeof record === "object" && record !== null && "orderNo" in record ? record.orderNo : null;
  // What is kept of a refused record names no person: neither a number that is none of an order nor a key of the sender.
  const isNumber = typeof number === "string" && issue?.path[0] !== "orderNo" && !IDENTITY.test(number);
  return {
    index,
    orderNumber: isNumber ? number.slice(0, 100) : null,
    outcome: "refused",
    pointer,
    fault: issue && FAULT.test(issue.message) ? issue.message : "malformed",
    parameters: {},
  };
}

async function keep(tx: Transaction, kind: FeedKind, { added, replaced, contested }: Taken): Promise<void> {
  if (added.length > 0) await tx.orders.add(kind, added);
  if (replaced.length > 0) await tx.orders.replace(kind, replaced);
  if (contested.length > 0) await tx.orders.contest(kind, contested);
}

/** Owes the match of the orders that have all their records, in jobs of some hundred ids. */
export async function oweMatches(tx: Transaction, organisationId: string, keys: readonly OrderKey[]): Promise<void> {
  if (keys.length > 0) await oweMatchesOf(tx, organisationId, await tx.orders.toMatch(keys));
}

/** The same for orders that are known by their ids. */
export async function oweMatchesOf(tx: Transaction, organisationId: string, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += MATCHED_AT_ONCE)
    await tx.outbox.put(organisationId, {
      name: "orders.match",
      payload: { organisationId, orderIds: ids.slice(from, from + MATCHED_AT_ONCE) },
    });
}

/**
 * Owes the match of the orders whose payment another names: a payment that was corrected may have left one of them the
 * only one that names the one before.
 */
export async function oweSharers(tx: Transaction, organisationId: string): Promise<void> {
  await oweMatchesOf(tx, organisationId, await tx.orders.withRule("M02", SHARERS_AT_MOST));
}

function counted(receipts: readonly RecordReceipt[]): Omit<FeedReceipt, "batchId"> {
  const count = (...outcomes: readonly RecordReceipt["outcome"][]) =>
    receipts.filter((each) => outcomes.includes(each.outcome)).length;
  return {
    accepted: count("accepted", "corrected"),
    duplicate: count("duplicate"),
    contradictory: count("contradictory"),
    refused: count("refused"),
    receipts,
  };
}

function toError(receipt: RecordReceipt, { rowOf = (index) => index + 1 }: Sending): readonly RowError[] {
  const { index, orderNumber, outcome, pointer, fault, parameters } = receipt;
  if (outcome !== "refused" && outcome !== "contradictory") return [];
  return [
    { row: rowOf(index), orderNumber, outcome, pointer: pointer ?? "/", fault: fault ?? "malformed", parameters },
  ];
}

function nameOf({ platform, orderNumber }: OrderKey): string {
  return JSON.stringify([platform, orderNumber]);
}
