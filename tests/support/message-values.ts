import fc from "fast-check";
import { RETAIL_FORMS } from "@/domain/message/check-message";
import {
  DECLARATION_HEAD,
  DECLARATION_LINE,
  LINE_DUTY,
  PREVIOUS_DOCUMENT,
  SUPPORTING_DOCUMENT,
} from "@/domain/message/declaration-form";
import type { FieldRule, FormRules, PlainValues } from "@/domain/message/field";
import { RECEIPT_NUMBERS, SCHEMA_ERROR, TAX_BILL_HEAD, TAX_BILL_LINE, TRANSFER } from "@/domain/message/forms";
import {
  type DeclarationMessage,
  type Message,
  NO_NUMBERS,
  RETAIL_KINDS,
  type ReceiptMessage,
  type RetailKind,
} from "@/domain/message/message";
import rows from "../../prisma/reference/ceb-codes.json";

/** Generated messages that keep every rule of their forms, with all that syntaxes trip over in their texts. */

const codesOf = (list: string) => rows.filter((row) => row.list === list).map((row) => row.neutral);

const hex = (length: number) =>
  fc.array(fc.constantFrom(..."0123456789ABCDEF"), { minLength: length, maxLength: length }).map((all) => all.join(""));
export const messageId = fc.tuple(hex(8), hex(4), hex(4), hex(4), hex(12)).map((parts) => parts.join("-"));

const digits = (min: number, max: number) =>
  fc.array(fc.constantFrom(..."0123456789"), { minLength: min, maxLength: max }).map((all) => all.join(""));

const TRICKY = [..."a中文é'+:?*&<>\"/\\ #ß龘𠮷;[]{}-.,0"];

/** Chinese, accents, release characters, apostrophes, markup and brackets, without blanks at the ends. */
export const text = (max: number) =>
  fc
    .array(fc.constantFrom(...TRICKY), { minLength: 1, maxLength: max })
    .map((all) => all.join("").trim())
    .filter((value) => value !== "");

const time = (min: string) =>
  fc.date({ min: new Date(min), max: new Date("2035-12-31T23:59:59Z"), noInvalidDate: true });
export const instant = time("2016-04-08T00:00:00Z").map((at) => at.toISOString());
const second = time("2016-04-09T00:00:00Z").map((at) => `${at.toISOString().slice(0, 19)}Z`);

function decimalOf({ max, fraction }: FieldRule) {
  return fc.tuple(fc.integer({ min: 0, max: fraction }), fc.integer({ min: 1, max })).chain(([scale, length]) =>
    digits(length, length).map((all) => {
      const units = all.replace(/^0+/, "").padStart(scale + 1, "0");
      const whole = units.slice(0, units.length - scale);
      return scale === 0 ? whole : `${whole}.${units.slice(-scale)}`.replace(/\.?0+$/, "");
    }),
  );
}

const PATTERNS: readonly (readonly [probe: string, values: fc.Arbitrary<string>])[] = [
  ["00000000-0000-0000-0000-000000000000", messageId],
  ["B20261127000000001", digits(17, 17).map((all) => `B${all}`)],
  ["29242026I000000001", fc.tuple(digits(8, 8), digits(9, 9)).map(([a, b]) => `${a}I${b}`)],
  ["1234567890", digits(10, 10)],
  ["CIF", fc.constantFrom("CIF", "FOB", "EXW")],
];

function anyOf(rule: FieldRule): fc.Arbitrary<string> {
  if (rule.codes) return fc.constantFrom(...rule.codes);
  const { pattern } = rule;
  if (pattern) {
    const found = PATTERNS.find(([probe]) => pattern.test(probe));
    if (!found) throw new Error(`no values for ${pattern.source}`);
    return found[1];
  }
  switch (rule.kind) {
    case "digits":
      return digits(rule.max, rule.max);
    case "decimal":
      return decimalOf(rule);
    case "second":
      return second;
    case "instant":
      return instant;
    case "day":
      return instant.map((at) => at.slice(0, 10));
    case "country":
    case "currency":
    case "unit":
      return fc.constantFrom(...codesOf(rule.kind));
    default:
      return text(Math.min(rule.max, 40));
  }
}

export function valuesFor(rules: FormRules): fc.Arbitrary<PlainValues> {
  return fc.record(
    Object.fromEntries(
      Object.entries(rules).map(([field, rule]) => [
        field,
        rule.isRequired ? anyOf(rule) : fc.option(anyOf(rule), { nil: null }),
      ]),
    ),
  );
}

const withUnUnits = (values: PlainValues): PlainValues =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value?.startsWith("CN-") ? "C62" : value]));

const numbered = (rules: FormRules) =>
  fc
    .array(valuesFor(rules), { minLength: 1, maxLength: 3 })
    .map((lines) => lines.map((line, index) => ({ ...line, number: String(index + 1) })));

export function retailMessage(kind: RetailKind): fc.Arbitrary<Message> {
  const rules = RETAIL_FORMS[kind];
  return fc.record({
    kind: fc.constant(kind),
    messageId,
    head: valuesFor(rules.head),
    lines: rules.line ? numbered(rules.line) : fc.constant([]),
    transfer: valuesFor(TRANSFER),
  }) as unknown as fc.Arbitrary<Message>;
}

export const anyRetail: fc.Arbitrary<Message> = fc.oneof(...RETAIL_KINDS.map(retailMessage));

/** The numbers that a receipt of each retail form has a place for. */
const PLACES: Readonly<Record<RetailKind, readonly (keyof typeof RECEIPT_NUMBERS)[]>> = {
  order: ["platformCode", "merchantCode", "orderNumber"],
  payment: ["payerCode", "paymentNumber"],
  waybill: ["carrierCode", "waybillNumber"],
  inventory: [
    "customsOffice",
    "platformCode",
    "merchantCode",
    "agentCode",
    "ownNumber",
    "preEntryNumber",
    "entryNumber",
  ],
  cancellation: [
    "customsOffice",
    "platformCode",
    "merchantCode",
    "agentCode",
    "ownNumber",
    "preEntryNumber",
    "entryNumber",
  ],
  return: ["customsOffice", "platformCode", "merchantCode", "agentCode", "ownNumber", "preEntryNumber", "entryNumber"],
};

const words = text(30).filter((value) => !/[[\];]/.test(value));

export function retailReceipt(of: RetailKind): fc.Arbitrary<ReceiptMessage> {
  const numbers = Object.fromEntries(PLACES[of].map((field) => [field, RECEIPT_NUMBERS[field]]));
  const coded = fc.array(fc.record({ code: digits(4, 4), text: words, at: fc.constant(null) }), { maxLength: 3 });
  const plain = words.map((value) => [{ code: null, text: value, at: null }]);
  return fc.record({
    kind: fc.constant("receipt" as const),
    of: fc.constant(of),
    messageId,
    recordId: messageId,
    profile: fc.constant("ceb" as const),
    numbers: valuesFor(numbers).map((values) => ({ ...NO_NUMBERS, ...values })),
    status: fc.constantFrom("1", "120", "300", "-301", "800"),
    returnedAt: instant,
    texts: fc.oneof(coded, plain),
  });
}

export const anyRetailReceipt: fc.Arbitrary<Message> = fc.oneof(...RETAIL_KINDS.map(retailReceipt));

export const taxBill: fc.Arbitrary<Message> = fc.record({
  kind: fc.constant("tax_bill"),
  messageId,
  head: valuesFor(TAX_BILL_HEAD),
  lines: numbered(TAX_BILL_LINE),
}) as unknown as fc.Arbitrary<Message>;

export const schemaError: fc.Arbitrary<Message> = fc.record({
  kind: fc.constant("schema_error"),
  messageId,
  head: valuesFor(SCHEMA_ERROR),
}) as unknown as fc.Arbitrary<Message>;

const some = (rules: FormRules) => fc.array(valuesFor(rules), { maxLength: 2 });

export const declarationMessage: fc.Arbitrary<DeclarationMessage> = fc.record({
  kind: fc.constant("declaration"),
  messageId,
  head: valuesFor(DECLARATION_HEAD),
  documents: some(SUPPORTING_DOCUMENT),
  previousDocuments: some(PREVIOUS_DOCUMENT),
  lines: numbered(DECLARATION_LINE).chain((lines) =>
    fc.tuple(
      ...lines.map((values) =>
        fc.record({
          values: fc.constant(withUnUnits(values)),
          duties: some(LINE_DUTY),
          documents: some(SUPPORTING_DOCUMENT),
        }),
      ),
    ),
  ),
}) as unknown as fc.Arbitrary<DeclarationMessage>;

/** A response to a declaration, in the codes of UN/EDIFACT. */
export const declarationReceipt: fc.Arbitrary<ReceiptMessage> = fc.record({
  kind: fc.constant("receipt" as const),
  of: fc.constantFrom("declaration" as const, "inventory" as const),
  messageId,
  recordId: messageId,
  profile: fc.constant("un" as const),
  numbers: valuesFor({
    customsOffice: RECEIPT_NUMBERS.customsOffice,
    platformCode: RECEIPT_NUMBERS.platformCode,
    merchantCode: RECEIPT_NUMBERS.merchantCode,
    agentCode: RECEIPT_NUMBERS.agentCode,
    ownNumber: RECEIPT_NUMBERS.ownNumber,
    preEntryNumber: RECEIPT_NUMBERS.preEntryNumber,
    entryNumber: RECEIPT_NUMBERS.entryNumber,
  }).map((values) => ({ ...NO_NUMBERS, ...values })),
  status: fc.constantFrom("1", "2", "3", "4", "5", "6", "7"),
  returnedAt: instant,
  texts: fc.array(
    fc.record({
      code: fc.option(digits(3, 8), { nil: null }),
      text: text(30),
      at: fc.constantFrom(null, "head/invoiceNumber", "head/grossWeightKg", "lines/1/commodityCode", "lines/12/origin"),
    }),
    { maxLength: 3 },
  ),
});
