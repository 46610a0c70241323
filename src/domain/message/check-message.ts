import {
  DECLARATION_HEAD,
  DECLARATION_LINE,
  LINE_DUTY,
  PREVIOUS_DOCUMENT,
  SUPPORTING_DOCUMENT,
} from "./declaration-form";
import { fault, type MessageFault } from "./fault";
import { checkForm, type FormRules, type PlainValues } from "./field";
import {
  CANCELLATION_HEAD,
  INVENTORY_HEAD,
  INVENTORY_LINE,
  MESSAGE_ID,
  ORDER_HEAD,
  ORDER_LINE,
  PAYMENT_HEAD,
  RECEIPT,
  RECEIPT_NUMBERS,
  RETURN_HEAD,
  RETURN_LINE,
  SCHEMA_ERROR,
  TAX_BILL_HEAD,
  TAX_BILL_LINE,
  TRANSFER,
  WAYBILL_HEAD,
} from "./forms";
import type { DeclarationMessage, Message, ReceiptMessage, RetailKind } from "./message";

/** The fields of head and lines of each retail form; null for lines where it has none. */
export const RETAIL_FORMS: Readonly<Record<RetailKind, { readonly head: FormRules; readonly line: FormRules | null }>> =
  {
    order: { head: ORDER_HEAD, line: ORDER_LINE },
    payment: { head: PAYMENT_HEAD, line: null },
    waybill: { head: WAYBILL_HEAD, line: null },
    inventory: { head: INVENTORY_HEAD, line: INVENTORY_LINE },
    cancellation: { head: CANCELLATION_HEAD, line: null },
    return: { head: RETURN_HEAD, line: RETURN_LINE },
  };

/** Where the values of a message come from, by field of the head and of a line. */
export interface Origins {
  readonly head: Readonly<Record<string, string>>;
  readonly line: (index: number) => Readonly<Record<string, string>>;
}

const NO_ORIGINS: Origins = { head: {}, line: () => ({}) };

/**
 * Everything that is wrong with a message by the rules of its form. A message without faults can be written in any
 * syntax that has the form, and reads back as it was.
 *
 * @param form what the form is called where faults are shown, such as `CEB621`
 */
export function checkMessage(form: string, message: Message, origins: Origins = NO_ORIGINS): readonly MessageFault[] {
  const envelope = MESSAGE_ID.test(message.messageId)
    ? []
    : [fault("wrong_form", form, "messageId", { value: message.messageId, expected: MESSAGE_ID.source })];
  return [...envelope, ...checkContent(form, message, origins)];
}

function checkContent(form: string, message: Message, origins: Origins): readonly MessageFault[] {
  switch (message.kind) {
    case "receipt":
      return checkReceipt(form, message);
    case "schema_error":
      return checkForm(form, SCHEMA_ERROR, message.head, "head/");
    case "tax_bill":
      return [
        ...checkForm(form, TAX_BILL_HEAD, message.head, "head/"),
        ...checkLines(form, TAX_BILL_LINE, message.lines),
      ];
    case "declaration":
      return checkDeclaration(form, message, origins);
    default: {
      const rules = RETAIL_FORMS[message.kind];
      return [
        ...checkForm(form, rules.head, message.head, "head/", origins.head),
        ...(rules.line ? checkLines(form, rules.line, message.lines, origins) : []),
        ...checkForm(form, TRANSFER, message.transfer, "transfer/"),
      ];
    }
  }
}

function checkLines(
  form: string,
  rules: FormRules,
  lines: readonly PlainValues[],
  origins: Origins = NO_ORIGINS,
): readonly MessageFault[] {
  if (lines.length === 0) return [fault("required", form, "lines")];
  return lines.flatMap((line, index) => [
    ...checkForm(form, rules, line, `lines/${index + 1}/`, origins.line(index)),
    ...numbered(form, line.number ?? null, index),
  ]);
}

/** Lines are counted from 1 without a gap, so that a receipt that names one means one. */
function numbered(form: string, number: string | null, index: number): readonly MessageFault[] {
  if (number === null || number === String(index + 1)) return [];
  return [fault("wrong_count", form, `lines/${index + 1}/number`, { value: number, expected: String(index + 1) })];
}

function checkReceipt(form: string, receipt: ReceiptMessage): readonly MessageFault[] {
  const { recordId, status, returnedAt } = receipt;
  const texts = receipt.texts.flatMap(({ code, text, at }, index) =>
    [code, text, at].some((value) => value !== null && /^\s|\s$|^$|\p{Cc}/u.test(value))
      ? [fault("control_character", form, `texts/${index + 1}`, { value: text })]
      : [],
  );
  return [
    ...checkForm(form, RECEIPT, { recordId, status, returnedAt }),
    ...checkForm(form, RECEIPT_NUMBERS, receipt.numbers, "numbers/"),
    ...texts,
  ];
}

function checkDeclaration(form: string, message: DeclarationMessage, origins: Origins): readonly MessageFault[] {
  const each = (rules: FormRules, all: readonly PlainValues[], at: string) =>
    all.flatMap((values, index) => checkForm(form, rules, values, `${at}/${index + 1}/`));
  return [
    ...checkForm(form, DECLARATION_HEAD, message.head, "head/", origins.head),
    ...each(SUPPORTING_DOCUMENT, message.documents, "documents"),
    ...each(PREVIOUS_DOCUMENT, message.previousDocuments, "previousDocuments"),
    ...checkLines(
      form,
      DECLARATION_LINE,
      message.lines.map(({ values }) => values),
      origins,
    ),
    ...message.lines.flatMap((line, index) => [
      ...each(LINE_DUTY, line.duties, `lines/${index + 1}/duties`),
      ...each(SUPPORTING_DOCUMENT, line.documents, `lines/${index + 1}/documents`),
    ]),
  ];
}
