import { checkMessage, RETAIL_FORMS } from "@/domain/message/check-message";
import { fault, type MessageFault } from "@/domain/message/fault";
import type { FieldRule, FormRules, PlainValues } from "@/domain/message/field";
import { RECEIPT, RECEIPT_NUMBERS, SCHEMA_ERROR, TAX_BILL_HEAD, TAX_BILL_LINE, TRANSFER } from "@/domain/message/forms";
import { type Message, NO_NUMBERS, RETAIL_KINDS, type RetailKind } from "@/domain/message/message";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Element, parseXml } from "../xml";
import { type CebReceiptForm, RECEIPT_FORMS, SCHEMA_ERROR_FORM, TAX_BILL } from "./answer-forms";
import type { CebCodes } from "./codes";
import { CEB_NAMESPACE, CEB_VERSION, type CebForm, type Elements, SENT_FORMS, TRANSFER_FIELDS } from "./forms";
import { parseReturnInfo } from "./return-info";
import { fromWire } from "./values";

/** The namespace of a signature; whether it is right is asked elsewhere, here it is passed over. */
const SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

type Read = Result<readonly Message[], readonly MessageFault[]>;

/** Reads a retail message; one with several records becomes several messages under the same envelope. */
export function parseCeb(bytes: Uint8Array, codes: CebCodes): Read {
  const tree = parseXml(bytes, "CEB");
  if (!tree.ok) return tree;
  const root = tree.value;
  const type = /^CEB(\d{3})Message$/.exec(root.name)?.[1];
  const form = `CEB${type ?? ""}`;
  if (root.namespace !== CEB_NAMESPACE)
    return err([fault("wrong_namespace", form, root.name, { value: root.namespace, expected: CEB_NAMESPACE })]);
  const reader = readerOf(type ?? "");
  if (!reader) return err([fault("unknown_message", form, root.name, { value: root.name })]);
  if (root.attributes.version !== CEB_VERSION)
    return err([
      fault("wrong_version", form, "version", { value: root.attributes.version ?? "", expected: CEB_VERSION }),
    ]);
  const source = createSource(form, codes);
  const messages = reader(root, source).filter((each) => each !== null);
  const wrong = [...source.faults, ...messages.flatMap((each) => checkMessage(form, each))];
  if (wrong.length > 0) return err(distinct(wrong));
  return messages.length > 0 ? ok(messages) : err([fault("required", form, root.name)]);
}

type Reader = (root: Element, source: Source) => readonly Message[];

function readerOf(type: string): Reader | null {
  const sent = RETAIL_KINDS.find((kind) => SENT_FORMS[kind].type === type);
  if (sent) return (root, source) => readSent(sent, root, source);
  const answered = RETAIL_KINDS.find((kind) => RECEIPT_FORMS[kind].type === type);
  if (answered) return (root, source) => readReceipts(answered, RECEIPT_FORMS[answered], root, source);
  if (type === TAX_BILL.type) return readTaxBills;
  return type === SCHEMA_ERROR_FORM.type ? readSchemaErrors : null;
}

function readSent(kind: RetailKind, root: Element, source: Source): readonly Message[] {
  const form = SENT_FORMS[kind];
  const { records, others } = recordsOf(root, form.record, ["BaseTransfer"], source);
  const [carrier, ...more] = others;
  if (!carrier) source.faults.push(fault("required", source.form, "BaseTransfer"));
  for (const _ of more) source.faults.push(fault("repeated_element", source.form, "BaseTransfer"));
  const { dxpMode, ...transfer } = carrier ? readTransfer(carrier, source) : { dxpMode: "DXP" };
  if (dxpMode !== "DXP")
    source.faults.push(
      fault("not_in_list", source.form, "BaseTransfer/dxpMode", { value: dxpMode ?? "", expected: "DXP" }),
    );
  return records.map((record) => {
    const { head, lines } = source.record(form, record, RETAIL_FORMS[kind]);
    return { kind, messageId: messageIdOf(root), head, lines, transfer } as unknown as Message;
  });
}

function readTransfer(element: Element, source: Source): PlainValues {
  const rules: FormRules = { ...TRANSFER, dxpMode: TRANSFER.senderCode };
  return source.fields(TRANSFER_FIELDS, rules, element.children, { at: "transfer/", day: "" });
}

function readReceipts(of: RetailKind, form: CebReceiptForm, root: Element, source: Source): readonly Message[] {
  const { records } = recordsOf(root, form.record, [], source);
  const elements: Elements = [
    ["guid", "recordId"],
    ...form.numbers,
    ["returnStatus", "status"],
    ["returnTime", "returnedAt"],
    ["returnInfo", "info"],
  ];
  const rules: FormRules = { ...RECEIPT, ...RECEIPT_NUMBERS, info: SCHEMA_ERROR.info };
  return records.map((record): Message => {
    const values = source.fields(elements, rules, record.children, { at: "", day: "" });
    const numbers = Object.fromEntries(form.numbers.map(([, field]) => [field, values[field] ?? null]));
    return {
      kind: "receipt",
      of,
      messageId: messageIdOf(root),
      recordId: values.recordId ?? "",
      profile: "ceb",
      numbers: { ...NO_NUMBERS, ...numbers },
      status: values.status ?? "",
      returnedAt: values.returnedAt ?? "",
      texts: parseReturnInfo(values.info ?? ""),
    };
  });
}

function readTaxBills(root: Element, source: Source): readonly Message[] {
  const { records } = recordsOf(root, TAX_BILL.record, [], source);
  return records.map((record) => {
    const content = source.record(TAX_BILL, record, { head: TAX_BILL_HEAD, line: TAX_BILL_LINE });
    return { kind: "tax_bill", messageId: messageIdOf(root), ...content } as unknown as Message;
  });
}

function readSchemaErrors(root: Element, source: Source): readonly Message[] {
  const { records } = recordsOf(root, SCHEMA_ERROR_FORM.record, [], source);
  return records.map((record) => {
    const { head } = source.record(SCHEMA_ERROR_FORM, record, { head: SCHEMA_ERROR, line: null });
    return { kind: "schema_error", messageId: messageIdOf(root), head } as unknown as Message;
  });
}

function messageIdOf(root: Element): string {
  return (root.attributes.guid ?? "").toUpperCase();
}

/** The records under the root and what may stand beside them; anything else is named. */
function recordsOf(root: Element, record: string, beside: readonly string[], source: Source) {
  const children = root.children.filter((each) => each.namespace !== SIGNATURE);
  for (const child of children)
    if (child.name !== record && !beside.includes(child.name))
      source.faults.push(fault("unknown_element", source.form, child.name));
  return {
    records: children.filter((each) => each.name === record),
    others: children.filter((each) => beside.includes(each.name)),
  };
}

interface Position {
  readonly at: string;
  /** Empty while the day is not known: only forms with codes need one, and those say when they were sent. */
  readonly day: string;
}

interface Source {
  readonly form: string;
  readonly faults: MessageFault[];
  fields(elements: Elements, rules: FormRules, children: readonly Element[], position: Position): PlainValues;
  record(
    form: CebForm,
    record: Element,
    rules: { readonly head: FormRules; readonly line: FormRules | null },
  ): { readonly head: PlainValues; readonly lines: readonly PlainValues[] };
}

function createSource(form: string, codes: CebCodes): Source {
  const faults: MessageFault[] = [];
  const fields: Source["fields"] = (elements, rules, children, { at, day }) => {
    faults.push(...strangers(form, elements, children, at));
    return Object.fromEntries(
      elements.map(([element, field]) => {
        const wire = plainText(children.find((each) => each.name === element)?.text ?? "");
        const rule: FieldRule | undefined = rules[field];
        if (wire === "" || !rule) return [field, null];
        const value = fromWire(field, rule, wire, { form, at, day, codes });
        if (typeof value === "string") return [field, value];
        faults.push(value);
        return [field, wire];
      }),
    );
  };
  return {
    form,
    faults,
    fields,
    record(shape, record, rules) {
      const { head, lines, strange } = partsOf(shape, record);
      faults.push(...strange.map((each) => fault("unknown_element", form, each.name)));
      if (!head) faults.push(fault("required", form, shape.head ?? shape.record));
      const children = head?.children ?? [];
      const sent = children.find((each) => each.name === "appTime")?.text ?? "";
      const day = sent.replace(/^(\d{4})(\d{2})(\d{2}).*$/, "$1-$2-$3");
      return {
        head: fields(shape.fields, rules.head, children, { at: "head/", day }),
        lines: lines.map((line, index) =>
          fields(shape.line?.fields ?? [], rules.line ?? {}, line.children, { at: `lines/${index + 1}/`, day }),
        ),
      };
    },
  };
}

/** Blanks around a value are layout, and so are line breaks within the words of a receipt. */
function plainText(text: string): string {
  return text.trim().replace(/\s*[\r\n\t]\s*/g, " ");
}

/** Head, lines and anything else of a record. */
function partsOf(shape: CebForm, record: Element) {
  if (shape.head === null) return { head: record, lines: [], strange: [] };
  const line = shape.line?.element;
  return {
    head: record.children.find((each) => each.name === shape.head) ?? null,
    lines: record.children.filter((each) => each.name === line),
    strange: record.children.filter((each) => each.name !== shape.head && each.name !== line),
  };
}

/** Elements that the form does not have, that come twice, that are of another namespace, or that hold others. */
function strangers(
  form: string,
  elements: Elements,
  children: readonly Element[],
  at: string,
): readonly MessageFault[] {
  const known = new Set(elements.map(([element]) => element));
  const seen = new Set<string>();
  return children.flatMap((child) => {
    const isStrange = !known.has(child.name) || child.namespace !== CEB_NAMESPACE || child.children.length > 0;
    const isRepeated = seen.has(child.name);
    seen.add(child.name);
    if (isStrange) return [fault("unknown_element", form, `${at}${child.name}`, { value: child.text })];
    return isRepeated ? [fault("repeated_element", form, `${at}${child.name}`, { value: child.text })] : [];
  });
}

/** A time that cannot be read would be told of twice, by the wire and by the rule of its field; once is enough. */
function distinct(faults: readonly MessageFault[]): readonly MessageFault[] {
  return faults.filter((each, index) => faults.findIndex((other) => other.field === each.field) === index);
}
