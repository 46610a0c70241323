import { checkMessage, RETAIL_FORMS } from "@/domain/message/check-message";
import { fault, type MessageFault } from "@/domain/message/fault";
import type { FormRules, PlainValues } from "@/domain/message/field";
import { RECEIPT, RECEIPT_NUMBERS, SCHEMA_ERROR, TAX_BILL_HEAD, TAX_BILL_LINE, TRANSFER } from "@/domain/message/forms";
import { type Message, RETAIL_KINDS, type ReceiptMessage, type RetailMessage } from "@/domain/message/message";
import { err, ok, type Result } from "@/domain/shared/result";
import { toWireTime } from "../local-time";
import { escapeXml } from "../xml";
import { RECEIPT_FORMS, SCHEMA_ERROR_FORM, TAX_BILL } from "./answer-forms";
import type { CebCodes } from "./codes";
import { CEB_NAMESPACE, CEB_VERSION, type CebForm, type Elements, SENT_FORMS, TRANSFER_FIELDS } from "./forms";
import { formatReturnInfo } from "./return-info";
import { type Place, renderElements } from "./values";

type Written = Result<string, readonly MessageFault[]>;

/** Writes a retail message as the single window takes it, without its signature; or says all that keeps it from that. */
export function renderCeb(message: Message, codes: CebCodes): Written {
  switch (message.kind) {
    case "declaration":
      return err([fault("no_place", "CEB", "kind", { value: "declaration" })]);
    case "receipt":
      return renderReceipt(message, codes);
    case "schema_error":
      return renderRecord(SCHEMA_ERROR_FORM, message, { head: SCHEMA_ERROR, line: null }, codes);
    case "tax_bill":
      return renderRecord(TAX_BILL, message, { head: TAX_BILL_HEAD, line: TAX_BILL_LINE }, codes);
    default:
      return renderRecord(SENT_FORMS[message.kind], message, RETAIL_FORMS[message.kind], codes);
  }
}

interface Rules {
  readonly head: FormRules;
  readonly line: FormRules | null;
}

type Recorded = Exclude<Message, { readonly kind: "receipt" | "declaration" }>;

function renderRecord(form: CebForm, message: Recorded, rules: Rules, codes: CebCodes): Written {
  const name = `CEB${form.type}`;
  const wrong = checkMessage(name, message);
  if (wrong.length > 0) return err(wrong);
  const writer = createWriter(name, dayOf(message.head), codes);
  const lines: readonly PlainValues[] = "lines" in message ? message.lines : [];
  const head = writer.write(form.fields, rules.head, message.head, "head/", form.head ? 3 : 2);
  const wrapped = form.head ? wrap(form.head, head, 2) : head;
  const { line } = form;
  const listed = lines.map((values, index) =>
    line ? wrap(line.element, writer.write(line.fields, rules.line ?? {}, values, `lines/${index + 1}/`, 3), 2) : "",
  );
  const record = wrap(form.record, [wrapped, ...listed].join(""), 1);
  const transfer = "transfer" in message ? transferOf(message, writer) : "";
  return writer.faults.length > 0 ? err(writer.faults) : ok(envelope(form.type, message.messageId, record + transfer));
}

function transferOf(message: RetailMessage, writer: Writer): string {
  const values: PlainValues = { ...message.transfer, dxpMode: "DXP" };
  const rules: FormRules = { ...TRANSFER, dxpMode: TRANSFER.senderCode };
  return wrap("BaseTransfer", writer.write(TRANSFER_FIELDS, rules, values, "transfer/", 2), 1);
}

function renderReceipt(receipt: ReceiptMessage, codes: CebCodes): Written {
  const kind = RETAIL_KINDS.find((each) => each === receipt.of);
  if (!kind || receipt.profile !== "ceb")
    return err([fault("no_place", "CEB", "of", { value: `${receipt.of} (${receipt.profile})` })]);
  const form = RECEIPT_FORMS[kind];
  const name = `CEB${form.type}`;
  const placed = new Set<string>(form.numbers.map(([, field]) => field));
  const homeless = Object.entries(receipt.numbers)
    .filter(([field, value]) => value !== null && !placed.has(field))
    .map(([field, value]) => fault("no_place", name, `numbers/${field}`, { value }));
  const info = formatReturnInfo(receipt.texts);
  const lost = info === null ? [fault("no_place", name, "texts", { value: JSON.stringify(receipt.texts) })] : [];
  const wrong = [...checkMessage(name, receipt), ...homeless, ...lost];
  if (wrong.length > 0) return err(wrong);
  const writer = createWriter(name, receipt.returnedAt.slice(0, 10), codes);
  const head = writer.write([["guid", "recordId"]], RECEIPT, { recordId: receipt.recordId }, "", 2);
  const numbers = writer.write(form.numbers, RECEIPT_NUMBERS, receipt.numbers, "numbers/", 2);
  const tail = [
    leaf("returnStatus", receipt.status, 2),
    leaf("returnTime", toWireTime(receipt.returnedAt), 2),
    leaf("returnInfo", info ?? "", 2),
  ].join("");
  return ok(envelope(form.type, receipt.messageId, wrap(form.record, head + numbers + tail, 1)));
}

interface Writer {
  readonly faults: MessageFault[];
  write(elements: Elements, rules: FormRules, values: PlainValues, at: string, depth: number): string;
}

function createWriter(form: string, day: string, codes: CebCodes): Writer {
  const faults: MessageFault[] = [];
  return {
    faults,
    write(elements, rules, values, at, depth) {
      const place: Place = { form, at, day, codes };
      const written = renderElements(elements, rules, values, place);
      faults.push(...written.faults);
      return written.parts.map(([element, wire]) => leaf(element, wire, depth)).join("");
    },
  };
}

/** The day at the customs on which the message is sent: its codes are those of that day. */
function dayOf(head: PlainValues): string {
  const at = head.sentAt ?? head.returnedAt ?? "";
  return toWireTime(at).replace(/^(\d{4})(\d{2})(\d{2}).*$/, "$1-$2-$3");
}

function envelope(type: string, messageId: string, content: string): string {
  const root = `ceb:CEB${type}Message`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns:ceb="${CEB_NAMESPACE}" guid="${messageId}" version="${CEB_VERSION}">\n${content}</${root}>\n`;
}

function wrap(element: string, content: string, depth: number): string {
  const indent = "  ".repeat(depth);
  return `${indent}<ceb:${element}>\n${content}${indent}</ceb:${element}>\n`;
}

function leaf(element: string, text: string, depth: number): string {
  return `${"  ".repeat(depth)}<ceb:${element}>${escapeXml(text)}</ceb:${element}>\n`;
}
