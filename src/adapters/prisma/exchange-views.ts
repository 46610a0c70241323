import type { Listing } from "@/application/listing";
import {
  type AnswerView,
  answerView,
  type ChannelView,
  channelView,
  type MessageCountsView,
  type MessageDetailView,
  type MessageRowView,
  type MessageState,
  type MessageView,
  messageRowView,
} from "@/contracts/views/exchange";
import { profileOf } from "@/domain/exchange/message-state";
import { statusOf } from "@/domain/message/receipt-status";
import { COUNTED, countEach } from "./counted";
import { toAnswer, toChannel, toMessage } from "./exchange-rows";
import { Prisma } from "./generated/client";
import { before, page } from "./paging";
import type { Scope } from "./scope";

/** The reads of the exchange with authorities, of the own organisation alone. */
export const exchange = { list, count, get, ofShipment, quarantine, channels };

const WITH_SHIPMENT = { shipment: { select: { id: true, reference: true } } } as const;
/** Without the bytes, which no list needs. */
const ROW = { ...WITH_SHIPMENT } as const satisfies Prisma.AuthorityMessageInclude;
type Row = Omit<Prisma.AuthorityMessageGetPayload<{ include: typeof ROW }>, "raw">;

interface Options {
  readonly cursor?: string;
  readonly limit: number;
  readonly state?: MessageState;
  readonly kind?: MessageRowView["kind"];
  readonly search?: string;
}

/** Messages, of one state and kind or all, the newest first. */
async function list(
  { db, organisationId }: Scope,
  { state, kind, search, ...options }: Options,
): Promise<Listing<MessageRowView>> {
  const words = search?.trim();
  const contains = { contains: words ?? "", mode: "insensitive" } as const;
  const found = words ? { OR: [{ number: contains }, { shipment: { reference: contains } }] } : {};
  const rows = await db.authorityMessage.findMany({
    where: {
      organisationId,
      ...(state ? { state } : {}),
      ...(kind ? { kind } : {}),
      ...found,
      ...before(options.cursor),
    },
    omit: { raw: true },
    include: ROW,
    orderBy: { id: "desc" },
    take: options.limit + 1,
  });
  return page(rows, options, toRow);
}

async function count(scope: Scope): Promise<MessageCountsView> {
  const { db, organisationId } = scope;
  const of = (state: MessageState) =>
    Prisma.sql`select from authority_message where organisation_id = ${organisationId}::uuid and state = ${state}`;
  const states = await countEach(scope, {
    ...{ queued: of("queued"), sent: of("sent"), unanswered: of("unanswered") },
    ...{ answered: of("answered"), failed: of("failed"), contested: of("contested") },
  });
  return { ...states, quarantine: await db.authorityReceipt.count({ where: waiting(organisationId), take: COUNTED }) };
}

function toRow(row: Row): MessageRowView {
  const { id, shipment, kind, number, version, state, status, contested, lastError } = row;
  return {
    ...{ id, shipment, number, version, status, lastError },
    kind: messageRowView.shape.kind.parse(kind),
    state: messageRowView.shape.state.parse(state),
    contested: messageRowView.shape.contested.parse(contested),
    meaning: status === null ? null : (statusOf(profileOf(row), status)?.meaning ?? null),
    faultCount: Array.isArray(row.faults) ? row.faults.length : 0,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  };
}

const RULINGS = { rulings: { orderBy: { id: "asc" } } } as const satisfies Prisma.AuthorityReceiptInclude;
type AnswerRow = Prisma.AuthorityReceiptGetPayload<{ include: typeof RULINGS }>;

/** The messages of a shipment with all that was answered to them. */
async function ofShipment(scope: Scope, shipmentId: string): Promise<readonly MessageView[]> {
  const { db, organisationId } = scope;
  const rows = await db.authorityMessage.findMany({
    where: { organisationId, shipmentId },
    include: { ...ROW, receipts: { include: RULINGS, orderBy: { id: "asc" } } },
    orderBy: { id: "asc" },
  });
  const ids = rows.map(({ id }) => id);
  const attached = await db.authorityReceipt.findMany({
    where: { organisationId, rulings: { some: { act: "attach", messageId: { in: ids } } } },
    include: RULINGS,
    orderBy: { id: "asc" },
  });
  return rows.map((row) => {
    const { faults } = toMessage(scope, row);
    const own = attached.filter(({ rulings }) => rulings.some(({ messageId }) => messageId === row.id));
    const { guid, syntax, sha256, attempts, preEntryNumber, entryNumber } = row;
    return {
      ...toRow(row),
      ...{ guid, syntax, sha256, attempts, preEntryNumber, entryNumber },
      faults: [...faults],
      answers: [...row.receipts, ...own].map((each) => toAnswerView(scope, each)),
    };
  });
}

/** One message, with all versions of what it states. */
async function get(scope: Scope, id: string): Promise<MessageDetailView | null> {
  const { db, organisationId } = scope;
  const known = await db.authorityMessage.findFirst({ where: { organisationId, id }, select: { shipmentId: true } });
  const all = known ? await ofShipment(scope, known.shipmentId) : [];
  const message = all.find((each) => each.id === id);
  if (!message) return null;
  const versions = all.filter(({ kind, number }) => kind === message.kind && number === message.number);
  return { ...message, versions: versions.map((each) => messageRowView.parse(each)) };
}

function toAnswerView(scope: Scope, { rulings, ...row }: AnswerRow): AnswerView {
  const { id, kind, number, status, returnedAt, via, outcome, why, receipt, arrivedAt } = toAnswer(scope, row);
  const ruling = rulings.at(-1);
  return {
    ...{ id, kind, number, status, returnedAt, via, outcome, why },
    arrivedAt: arrivedAt.toISOString(),
    entryNumber: receipt?.numbers.entryNumber ?? null,
    meaning: receipt ? (statusOf(receipt.profile, receipt.status)?.meaning ?? null) : null,
    texts: [...(receipt?.texts ?? [])],
    ruling: ruling
      ? {
          act: answerView.shape.ruling.unwrap().shape.act.parse(ruling.act),
          reason: ruling.reason,
          at: ruling.ruledAt.toISOString(),
        }
      : null,
  };
}

/** Answers that wait for a person, the newest first. */
async function quarantine(
  scope: Scope,
  options: { readonly cursor?: string; readonly limit: number },
): Promise<Listing<AnswerView>> {
  const rows = await scope.db.authorityReceipt.findMany({
    where: { ...waiting(scope.organisationId), ...before(options.cursor) },
    include: RULINGS,
    orderBy: { id: "desc" },
    take: options.limit + 1,
  });
  return page(rows, options, (row) => toAnswerView(scope, row));
}

/** Of the answers, those that wait for a person. */
function waiting(organisationId: string): Prisma.AuthorityReceiptWhereInput {
  return {
    organisationId,
    outcome: "quarantined",
    rulings: { none: {} },
    // What contradicts a message is ruled there.
    why: { notIn: ["contradictory_final", "contradictory_number"] },
  };
}

const SHOWN_DIFFERENCES = 50;

async function channels(scope: Scope): Promise<readonly ChannelView[]> {
  const { db, organisationId } = scope;
  const rows = await db.authorityChannel.findMany({ where: { organisationId }, orderBy: { id: "desc" } });
  const differences = await db.authorityDifference.findMany({
    where: { organisationId },
    orderBy: { id: "desc" },
    take: SHOWN_DIFFERENCES,
  });
  return rows.map((row) => {
    const { id, kind, address, generalSyntax, state, isBinding, windows, parties, ...rest } = toChannel(scope, row);
    const { answerWithinMinutes, pollEverySeconds, reconciledAt } = rest;
    return channelView.parse({
      ...{
        id,
        kind,
        address,
        generalSyntax,
        state,
        isBinding,
        windows,
        parties,
        answerWithinMinutes,
        pollEverySeconds,
      },
      reconciledAt: reconciledAt?.toISOString() ?? null,
      differences: differences.filter(({ channelId }) => channelId === id),
    });
  });
}
