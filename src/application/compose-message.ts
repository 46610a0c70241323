import type { DeclarationContent } from "@/domain/declaration/declaration";
import { fault, type MessageFault } from "@/domain/message/fault";
import { lineDuties } from "@/domain/message/line-duties";
import type { InventoryMessage, Message } from "@/domain/message/message";
import { factsOfOrder } from "@/domain/message/order-facts";
import { projectCancellation, projectReturn } from "@/domain/message/project-application";
import {
  DECLARATION_FACTS,
  DECLARATION_LINE_FACTS,
  type DeclarationFacts,
  projectDeclaration,
} from "@/domain/message/project-declaration";
import {
  type Dispatch,
  INVENTORY_FACTS,
  INVENTORY_LINE_FACTS,
  type InventoryFacts,
  projectInventory,
} from "@/domain/message/project-inventory";
import { supportingDocuments } from "@/domain/message/supporting-documents";
import { decimal, formatDecimal } from "@/domain/shared/decimal";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Order } from "@/domain/three-documents/documents";
import type { ChannelRecord, ExchangeMessageRecord, Facts, WithdrawalReason } from "./exchange-record";
import type { ReturnReason } from "./goods-return-record";
import { isEnded, isStanding, listsOf, listsToCancel, withdrawnList } from "./list-standing";
import type { CodecOf } from "./message-codec";
import { DECLARED_FACTS, LINE_MARK, lineMark, markOfLine } from "./message-facts";
import { areNumbers } from "./paper-numbers";
import type { Transaction, World } from "./ports";
import type { DeclarationRecord } from "./records";

/** What customs read as the reason of an application; the form is in Chinese. */
const REASONS: Readonly<Record<ReturnReason, string>> = {
  consumer_withdrew: "消费者申请退货",
  not_delivered: "未能妥投",
  damaged: "商品破损",
  wrong_goods: "商品错发",
  other: "其他原因",
};

const WITHDRAWALS: Readonly<Record<WithdrawalReason, string>> = {
  declared_twice: "重复申报",
  wrong_goods: "商品申报错误",
  wrong_regime: "监管方式申报错误",
  not_imported: "货物未实际进境",
  sent_back: "货物退运",
  other: "其他原因",
};

/**
 * Makes a message from the declaration and the facts beside it, in the bytes of its syntax; or everything that keeps it
 * from being made, each with the field or fact that has to be mended.
 */
export async function composeMessage(
  tx: Transaction,
  world: World,
  codecOf: CodecOf,
  channel: ChannelRecord,
  message: ExchangeMessageRecord,
): Promise<Result<Uint8Array, readonly MessageFault[]>> {
  const declaration = await tx.declarations.get(message.declarationId);
  if (!declaration) throw new Error(`Message ${message.id} is of no declaration`);
  const versions = await tx.exchange.versions(message.kind, message.number);
  const lists = await listsToCancel(tx, message.shipmentId);
  const isBefore = (each: ExchangeMessageRecord) =>
    each.version < message.version && isStanding(each) && !isEnded(lists, each);
  const before = versions.filter(isBefore).at(-1);
  const facts = await factsOf(tx, channel, declaration, message, before);
  const dispatch = dispatchOf(world, message, before, facts);
  const projected = await project(tx, { message, declaration, facts, codecOf, dispatch });
  if (!projected.ok) return projected;
  const codec = codecOf(message.syntax, message.kind);
  return codec
    ? codec.render(projected.value)
    : err([fault("no_counterpart", message.kind, "", { expected: message.syntax })]);
}

interface Projection {
  readonly message: ExchangeMessageRecord;
  readonly declaration: DeclarationRecord;
  readonly facts: Facts;
  readonly codecOf: CodecOf;
  readonly dispatch: Dispatch;
}

function project(tx: Transaction, projection: Projection): Promise<Result<Message, readonly MessageFault[]>> {
  const { declaration, facts, dispatch, message } = projection;
  const lineCount = declaration.content.lines.length;
  if (message.kind === "inventory") {
    const own = pick(INVENTORY_FACTS, facts);
    const lines = linesOf(INVENTORY_LINE_FACTS, facts, lineCount);
    return Promise.resolve(projectInventory(declaration.content, { ...own, lines } satisfies InventoryFacts, dispatch));
  }
  if (message.kind === "return") return projectReturned(tx, projection);
  return message.kind === "cancellation" ? projectWithdrawn(tx, projection) : projectDeclared(tx, projection);
}

/** A general-trade declaration with the taxes as they were worked out, and the papers that go with it. */
async function projectDeclared(
  tx: Transaction,
  { declaration, facts, dispatch }: Projection,
): Promise<Result<Message, readonly MessageFault[]>> {
  const { content, shipmentId, lawDate } = declaration;
  const exit = await tx.clearances.ofStage(shipmentId, "bonded_exit");
  const requirements = exit ? await evidencedOf(tx, exit.id) : [];
  const steps = (await tx.taxes.ofDeclaration(declaration.id))?.lines ?? [];
  const given: DeclarationFacts = {
    ...pick(DECLARATION_FACTS, facts),
    action: dispatch.action,
    declaredAt: dispatch.sentAt,
    messageId: dispatch.messageId,
    documents: supportingDocuments(content, requirements, await tx.exchange.paperTypesOn(lawDate)),
    previousDocuments: [],
    lines: linesOf(DECLARATION_LINE_FACTS, facts, content.lines.length).map((line, index) => ({
      ...line,
      duties: lineDuties(steps, content.lines[index]?.number ?? index + 1),
      documents: [],
    })),
  };
  return projectDeclaration(content, given);
}

/** The requirements of a clearance, each with whether what was given for it is one number that has blanks in it. */
async function evidencedOf(tx: Transaction, clearanceId: string) {
  const requirements = await tx.requirements.ofClearance(clearanceId);
  return Promise.all(
    requirements.map(async (each) => ({ ...each, isOneNumber: !(await areNumbers(tx.permits, each)) })),
  );
}

/** An application for a return takes every value from the list that was sent. */
async function projectReturned(
  tx: Transaction,
  { message, codecOf, dispatch }: Projection,
): Promise<Result<Message, readonly MessageFault[]>> {
  const sent = await sentList(tx, codecOf, message);
  const goodsReturn = message.subjectId ? await tx.goodsReturns.get(message.subjectId) : null;
  if (!sent || !goodsReturn) return err([fault("wrong_reference", "CEB625", "list", { from: "inventory" })]);
  const returned = new Map(
    goodsReturn.lines.map(({ line, quantity }) => [String(line), formatDecimal(decimal(quantity))] as const),
  );
  const projected = projectReturn(sent.list, sent.entryNumber, REASONS[goodsReturn.reason], returned, dispatch);
  // The application has a number of its own: its receipts name it, and would else be taken for the list's.
  return projected.ok
    ? ok({ ...projected.value, head: { ...projected.value.head, ownNumber: message.number } })
    : projected;
}

/** An application to cancel a list takes every value from the list that was sent, too. */
async function projectWithdrawn(
  tx: Transaction,
  { message, declaration, codecOf, dispatch }: Projection,
): Promise<Result<Message, readonly MessageFault[]>> {
  const withdrawn = withdrawnList(await listsOf(tx, message.shipmentId), declaration.version);
  const sent = readSent(codecOf, withdrawn);
  if (!sent || !message.reason) return err([fault("wrong_reference", "CEB623", "list", { from: "inventory" })]);
  const projected = projectCancellation(sent.list, sent.entryNumber, WITHDRAWALS[message.reason], dispatch);
  return projected.ok
    ? ok({ ...projected.value, head: { ...projected.value.head, ownNumber: message.number } })
    : projected;
}

/** The list that the authority has of a shipment, with the number that it gave to it. */
async function sentList(tx: Transaction, codecOf: CodecOf, { shipmentId }: ExchangeMessageRecord) {
  const lists = (await tx.exchange.messagesOf(shipmentId)).filter(({ kind }) => kind === "inventory");
  return readSent(codecOf, lists.filter(({ raw, attempts }) => raw !== null && attempts > 0).at(-1) ?? null);
}

function readSent(codecOf: CodecOf, sent: ExchangeMessageRecord | null) {
  const list = sent?.raw ? readList(codecOf, sent.raw) : null;
  return sent && list ? { list, entryNumber: sent.entryNumber } : null;
}

function readList(codecOf: CodecOf, raw: Uint8Array): InventoryMessage | null {
  const read = codecOf("ceb", "inventory")?.parse(raw);
  const list = read?.ok ? read.value[0] : undefined;
  return list?.kind === "inventory" ? list : null;
}

/** What the declaration already says, what the organisation always states, what the order's feeds said, and what a person gave. */
async function factsOf(
  tx: Transaction,
  channel: ChannelRecord,
  { content, officeId, lawDate, shipmentId }: DeclarationRecord,
  { number }: ExchangeMessageRecord,
  before: ExchangeMessageRecord | undefined,
): Promise<Facts> {
  const office = (await tx.shipments.offices()).find(({ id }) => id === officeId)?.code;
  const identity = await tx.exchange.identityOf(shipmentId);
  const derived = {
    ownNumber: number,
    orderNumber: content.invoiceNumber.value,
    waybillNumber: content.transportNumber.value,
    declaredOn: lawDate,
    enteredOn: lawDate,
    ...(office ? { customsOffice: office, portOfEntry: office } : {}),
    ...(identity ? { buyerName: identity.name, buyerIdNumber: identity.number } : {}),
    ...(before?.entryNumber ? { entryNumber: before.entryNumber } : {}),
    ...(before?.preEntryNumber ? { preEntryNumber: before.preEntryNumber } : {}),
  };
  const order = await tx.orders.ofShipment(shipmentId);
  const ordered = order ? fitting(content, factsOfOrder(order.order, order.waybill), linesOfOrder(order.order)) : {};
  const kept = await tx.exchange.facts(shipmentId);
  const given = fitting(content, kept, (number) => kept[`lines/${number}/${LINE_MARK}`] ?? null);
  // What the declaration says of itself nobody states otherwise; the consumer above all.
  const stated = Object.entries({ ...channel.parties, ...ordered, ...given });
  return { ...Object.fromEntries(stated.filter(([name]) => !DECLARED_FACTS.includes(name))), ...derived };
}

/**
 * Facts of lines count for the goods that they were given for: a line that was amended since in code, quantity or unit is
 * asked for its elements and legal quantities again.
 */
function fitting(content: DeclarationContent, facts: Facts, markOf: (line: string) => string | null): Facts {
  const marks = new Map(content.lines.map((line) => [String(line.number), markOfLine(line)]));
  const fits = (name: string) => {
    const [, number, fact] = /^lines\/(\d+)\/(.+)$/.exec(name) ?? [];
    if (number === undefined || !OF_QUANTITY.includes(fact ?? "")) return true;
    const given = markOf(number);
    return given === null || given === marks.get(number);
  };
  return Object.fromEntries(Object.entries(facts).filter(([name]) => fits(name)));
}

const OF_QUANTITY = ["elements", "barCode", "legalQuantity", "legalUnit", "secondQuantity", "secondUnit"];

/** What of an order's lines has to be declared for their facts to count. */
function linesOfOrder({ lines }: Order): (number: string) => string | null {
  const marks = new Map(
    lines.map(({ number, commodityCode, quantity, unit }) => [String(number), lineMark(commodityCode, quantity, unit)]),
  );
  return (number) => marks.get(number) ?? null;
}

function dispatchOf(
  world: World,
  { guid }: ExchangeMessageRecord,
  before: ExchangeMessageRecord | undefined,
  facts: Facts,
): Dispatch {
  return {
    messageId: guid,
    sentAt: `${world.now().toISOString().slice(0, 19)}Z`,
    action: before ? "change" : "new",
    submission: "declare",
    transfer: {
      senderCode: facts.senderCode ?? "",
      senderName: facts.senderName ?? "",
      channelId: facts.channelId ?? "",
      note: null,
    },
  };
}

function pick<N extends string>(names: readonly N[], facts: Facts): Readonly<Record<N, string | null>> {
  return Object.fromEntries(names.map((name) => [name, facts[name] ?? null])) as Record<N, string | null>;
}

function linesOf<N extends string>(names: readonly N[], facts: Facts, count: number) {
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(names.map((name) => [name, facts[`lines/${index + 1}/${name}`] ?? null])),
  ) as Readonly<Record<N, string | null>>[];
}
