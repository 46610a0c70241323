import type { CodecOf } from "@/application/message-codec";
import type { Knobs } from "@/contracts/simulator";
import type { Chance } from "@/domain/generated-year/chance";
import {
  type CancellationMessage,
  type DeclarationMessage,
  type InventoryMessage,
  type Message,
  NO_NUMBERS,
  type ReceiptMessage,
  type ReturnMessage,
  type TaxBillMessage,
} from "@/domain/message/message";
import { translateStatus } from "@/domain/message/receipt-status";
import { add, decimal, formatDecimal, multiply, round, ZERO } from "@/domain/shared/decimal";

/** A message that it takes. */
export type Taken = InventoryMessage | DeclarationMessage | ReturnMessage | CancellationMessage;

const TAKEN: readonly Message["kind"][] = ["inventory", "declaration", "return", "cancellation"];

/** Whether it takes messages of that kind. */
export function isTaken(message: Message): message is Taken {
  return TAKEN.includes(message.kind);
}

/** One answer: its bytes, when it is made, and how often it is handed out. */
export interface Answer {
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly status: string;
  readonly returnedAt: string;
  /** Whether it says where the message stands; a bill does not. */
  readonly isStatus: boolean;
  deliveries: number;
}

interface Question {
  readonly codecOf: CodecOf;
  readonly chance: Chance;
  readonly knobs: Knobs;
  readonly message: Taken;
  readonly guid: string;
  readonly now: number;
  /** What an earlier version of the message was entered under; null for a first one. */
  readonly entryNumber: string | null;
}

/** What a message goes through: received, perhaps looked at, then released or rejected; and what goes wrong on the way. */
export function courseOf(question: Question): { answers: readonly Answer[]; entryNumber: string | null } {
  const { chance, knobs, message, now } = question;
  const statuses = statusesOf(chance, knobs);
  const day = new Date(now).toISOString().slice(0, 10).replaceAll("-", "");
  const preEntryNumber = `B${day}${digits(chance)}`;
  const office = /^\d{4}$/.test(message.head.customsOffice) ? message.head.customsOffice : "0000";
  const entryNumber = question.entryNumber ?? `${office}${day.slice(0, 4)}I${digits(chance)}`;
  const step = knobs.delayMs + 1;
  const receipts = statuses.map((status, index) => {
    const at = now + step * (index + 1);
    const isEntered = Number(status) > 120;
    return receiptOf(question, { at, status, preEntryNumber, entryNumber: isEntered ? entryNumber : null });
  });
  const isReleased = statuses.at(-1) === "800" && message.kind === "inventory";
  const bills =
    isReleased && chance.next() < knobs.taxBills
      ? [billOf(question, entryNumber, now + step * (statuses.length + 1))]
      : [];
  return { answers: [...receipts, ...bills], entryNumber };
}

/** Codes of the retail messages; other syntaxes get theirs with the same meaning. */
function statusesOf(chance: Chance, knobs: Knobs): readonly string[] {
  const isSilent = chance.next() < knobs.silence;
  const isReviewed = chance.next() < knobs.reviews;
  const end = chance.next() < knobs.rejections ? "100" : "800";
  const review = isReviewed ? [chance.next() < 0.5 ? "300" : "500"] : [];
  const isTorn = chance.next() < knobs.contradictory;
  if (isSilent) return chance.next() < 0.5 ? [] : ["120"];
  const torn = isTorn ? [end === "800" ? "700" : "800"] : [];
  return ["120", ...review, end, ...torn];
}

function digits(chance: Chance): string {
  return String(Math.floor(chance.next() * 1e9)).padStart(9, "0");
}

/** An id as the messages have it, drawn from the seed. */
function idFrom(chance: Chance): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(chance.next() * 16).toString(16)).join("");
  const parts = [0, 8, 12, 16, 20, 32].map((from, index, all) => hex.slice(from, all[index + 1])).slice(0, -1);
  return parts.join("-").toUpperCase();
}

interface Step {
  readonly at: number;
  readonly status: string;
  readonly preEntryNumber: string;
  readonly entryNumber: string | null;
}

const WORDS: Readonly<Record<string, string>> = {
  "100": "商品编码与商品名称不符",
  "120": "海关入库",
  "300": "人工审核",
  "500": "查验",
  "700": "退单",
  "800": "放行",
};

function receiptOf(question: Question, { at, status, preEntryNumber, entryNumber }: Step): Answer {
  const { message, guid, chance } = question;
  const isRetail = message.kind !== "declaration";
  const code = isRetail ? status : (translateStatus("ceb", status, "un") ?? translateStatus("ceb", "100", "un") ?? "3");
  const returnedAt = new Date(at).toISOString();
  const isRejection = status === "100";
  const receipt: ReceiptMessage = {
    kind: "receipt",
    of: message.kind,
    messageId: idFrom(chance),
    recordId: guid,
    profile: isRetail ? "ceb" : "un",
    numbers: {
      ...NO_NUMBERS,
      customsOffice: /^\d{4}$/.test(message.head.customsOffice) ? message.head.customsOffice : null,
      agentCode: message.head.agentCode,
      ...("platformCode" in message.head
        ? { platformCode: message.head.platformCode, merchantCode: message.head.merchantCode }
        : {}),
      ownNumber: message.head.ownNumber,
      preEntryNumber,
      entryNumber,
    },
    status: code,
    returnedAt,
    texts: [
      {
        code: isRejection ? "22001" : null,
        text: WORDS[status] ?? status,
        at: isRejection && !isRetail ? "lines/1/commodityCode" : null,
      },
    ],
  };
  return answerOf(question, receipt, { at, status: code, isStatus: true });
}

const TAXED_SHARE = decimal("0.7");
const VAT_RATE = decimal("0.13");

/** A bill as for goods free of duty and of consumption tax: what it asks is the declarant's to compare. */
function billOf(question: Question, entryNumber: string, at: number): Answer {
  const { chance, guid, message } = question;
  if (message.kind !== "inventory") throw new Error("Only an inventory list has a bill");
  const lines = message.lines.map((line) => {
    const valueAddedTax = round(multiply(multiply(decimal(line.total), TAXED_SHARE), VAT_RATE), 2);
    return { line, valueAddedTax };
  });
  const bill: TaxBillMessage = {
    kind: "tax_bill",
    messageId: idFrom(chance),
    head: {
      recordId: guid,
      returnedAt: new Date(at).toISOString(),
      entryNumber,
      taxNumber: `T${entryNumber}${digits(chance).slice(0, 3)}`,
      customsDuty: "0",
      valueAddedTax: plain(formatDecimal(lines.reduce((total, each) => add(total, each.valueAddedTax), ZERO))),
      consumptionTax: "0",
      status: "1",
      taxNoteNumber: null,
      note: null,
      guarantorCode: message.head.guarantorCode,
      merchantCode: message.head.merchantCode,
      carrierCode: message.head.carrierCode,
      agentCode: message.head.agentCode,
      customsOffice: message.head.customsOffice,
      orderNumber: message.head.orderNumber,
      waybillNumber: message.head.waybillNumber,
    },
    lines: lines.map(({ line, valueAddedTax }) => ({
      number: line.number,
      commodityCode: line.commodityCode,
      taxableValue: line.total,
      customsDuty: "0",
      valueAddedTax: plain(formatDecimal(valueAddedTax)),
      consumptionTax: "0",
    })),
  };
  return answerOf(question, bill, { at, status: "816", isStatus: false });
}

function plain(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** What is said of bytes that nobody could read. */
export function schemaError(codecOf: CodecOf, guid: string, at: number): Answer {
  const returnedAt = new Date(at).toISOString();
  const message: Message = {
    kind: "schema_error",
    messageId: guid,
    head: {
      recordId: guid,
      status: "-1",
      returnedAt,
      info: "报文结构校验失败",
      originalMessageId: guid,
      originalType: null,
      originalContent: null,
    },
  };
  return answerOf({ codecOf, message: null }, message, { at, status: "900", isStatus: false });
}

function answerOf(
  { codecOf, message: of }: Pick<Question, "codecOf"> & { readonly message: Taken | null },
  message: Message,
  { at, status, isStatus }: Pick<Answer, "at" | "status" | "isStatus">,
): Answer {
  const codec = codecOf(of?.kind === "declaration" ? "edifact" : "ceb", message.kind);
  const rendered = codec?.render(message);
  if (!rendered?.ok) throw new Error(`An answer cannot be written: ${JSON.stringify(rendered?.error ?? message.kind)}`);
  return { bytes: rendered.value, at, status, returnedAt: new Date(at).toISOString(), isStatus, deliveries: 0 };
}
