import { checkMessage } from "@/domain/message/check-message";
import { DECLARATION_HEAD, DECLARATION_LINE } from "@/domain/message/declaration-form";
import { fault, type MessageFault } from "@/domain/message/fault";
import { RECEIPT, RECEIPT_NUMBERS } from "@/domain/message/forms";
import { NO_NUMBERS, type ReceiptMessage, type ReceiptText, type SentKind } from "@/domain/message/message";
import { err, ok, type Result } from "@/domain/shared/result";
import { toWireTime } from "../local-time";
import { fromUn, toUn, withoutPlace } from "../un-values";
import { componentOf, type EdifactMessage, segment, writeInterchange } from "./interchange";
import { referenceOf, toMessageId, withoutHyphens } from "./reference";
import type { Segment } from "./syntax";
import { collect, complete, templates, writeTemplates } from "./templates";

const FORM = "CUSRES";

/** What is answered (UN/EDIFACT 1001): 929 is the goods declaration for importation, the other is between the partners. */
const ANSWERED: Partial<Record<SentKind, string>> = { declaration: "929", inventory: "ZIL" };

const HEAD = templates(
  "BGM+{of}+{ownNumber}",
  "LOC+22+{customsOffice}",
  // To the millisecond, for which the standard has no form of its own.
  "DTM+9:{returnedAt}:ZZZ",
  "RFF+ACD:{messageId}",
  "RFF+ACW:{recordId}",
  "RFF+ABT:{entryNumber}",
  "RFF+ZPE:{preEntryNumber}",
  "NAD+AE+{agentCode}",
  "NAD+SE+{merchantCode}",
  "NAD+ZPL+{platformCode}",
  "GIS+{status}",
);
const TEXT = templates("ERP+{section}:{line}:{field}", "ERC+{code}", "FTX+AAO+++{text*70}");

/** The fields that an error point can name, each by its place in the form, from 1. */
const HEAD_FIELDS = Object.keys(DECLARATION_HEAD);
const LINE_FIELDS = Object.keys(DECLARATION_LINE);

/** Writes a receipt as an interchange of one CUSRES, as a simulated authority or another system needs it. */
export function renderCusres(receipt: ReceiptMessage): Result<Uint8Array, readonly MessageFault[]> {
  const of = ANSWERED[receipt.of];
  const homeless = of ? [] : [fault("no_place", FORM, "of", { value: receipt.of })];
  const points = receipt.texts.map(({ at }) => pointOf(at));
  const lost = points.flatMap((point, index) =>
    point ? [] : [fault("no_place", FORM, `texts/${index + 1}/at`, { value: receipt.texts[index]?.at ?? null })],
  );
  const wrong = [...checkMessage(FORM, receipt), ...withoutPlace(FORM, receipt), ...homeless, ...lost];
  if (wrong.length > 0) return err(wrong);
  const values = toUn(RECEIPT, {
    ...receipt.numbers,
    of: of ?? null,
    status: receipt.status,
    returnedAt: receipt.returnedAt,
    messageId: withoutHyphens(receipt.messageId),
    recordId: withoutHyphens(receipt.recordId),
  });
  const segments = [
    ...writeTemplates(HEAD, values),
    ...receipt.texts.flatMap(({ code, text }, index) => writeTemplates(TEXT, { ...points[index], code, text })),
  ];
  const envelope = {
    type: FORM,
    // Who transmits a response is not part of it: whoever carries it writes its own envelope.
    sender: "CUSTOMS",
    receiver: "DECLARANT",
    reference: referenceOf(receipt.messageId),
    preparedAt: toWireTime(receipt.returnedAt),
  } as const;
  return ok(writeInterchange(envelope, segments));
}

interface Point {
  readonly section: string;
  readonly line: string | null;
  readonly field: string | null;
}

/** Section 1 is the head, 2 the lines; 0 says that the text is about the whole. */
function pointOf(at: string | null): Point | null {
  if (at === null) return { section: "0", line: null, field: null };
  const head = /^head\/(\w+)$/.exec(at)?.[1];
  const [, line = null, ofLine = ""] = /^lines\/(\d+)\/(\w+)$/.exec(at) ?? [];
  const place = head ? HEAD_FIELDS.indexOf(head) : LINE_FIELDS.indexOf(ofLine);
  if (place < 0) return null;
  return { section: head ? "1" : "2", line, field: String(place + 1) };
}

/** Reads a CUSRES; faults are added to those of its interchange. */
export function readCusres({ segments }: EdifactMessage, faults: MessageFault[]): ReceiptMessage {
  const first = segments.findIndex((each) => each.tag === "ERP");
  const head = first < 0 ? segments : segments.slice(0, first);
  const values = fromUn(RECEIPT, collect(FORM, HEAD, head, "", faults));
  const of = (Object.keys(ANSWERED) as SentKind[]).find((kind) => ANSWERED[kind] === values.of);
  if (!of) faults.push(fault("unknown_message", FORM, "BGM", { value: values.of ?? "" }));
  const numbers = complete(RECEIPT_NUMBERS, values);
  return {
    kind: "receipt",
    of: of ?? "declaration",
    messageId: toMessageId(values.messageId ?? ""),
    recordId: toMessageId(values.recordId ?? ""),
    profile: "un",
    numbers: { ...NO_NUMBERS, ...numbers },
    status: values.status ?? "",
    returnedAt: values.returnedAt ?? "",
    texts: textGroups(first < 0 ? [] : segments.slice(first)).map((group, index) => readText(group, index, faults)),
  };
}

function textGroups(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const groups: Segment[][] = [];
  for (const each of segments) {
    if (each.tag === "ERP") groups.push([]);
    groups.at(-1)?.push(each);
  }
  return groups;
}

function readText(group: readonly Segment[], index: number, faults: MessageFault[]): ReceiptText {
  const { section, line, field, code, text } = collect(FORM, TEXT, group, `texts/${index + 1}/`, faults);
  const name = (section === "1" ? HEAD_FIELDS : LINE_FIELDS)[Number(field ?? 0) - 1];
  if (section !== "0" && !name) {
    const point = group[0] ?? segment("ERP");
    faults.push(
      fault("wrong_reference", FORM, "ERP", { value: [0, 1, 2].map((at) => componentOf(point, 0, at)).join(":") }),
    );
  }
  const at = section === "0" ? null : section === "1" ? `head/${name}` : `lines/${line}/${name}`;
  return { code: code ?? null, text: text ?? "", at };
}
