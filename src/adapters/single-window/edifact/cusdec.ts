import { checkMessage } from "@/domain/message/check-message";
import {
  DECLARATION_HEAD,
  DECLARATION_LINE,
  LINE_DUTY,
  PREVIOUS_DOCUMENT,
  SUPPORTING_DOCUMENT,
} from "@/domain/message/declaration-form";
import type { MessageFault } from "@/domain/message/fault";
import type { FormRules, PlainValues } from "@/domain/message/field";
import type { DeclarationMessage, DeclaredLine } from "@/domain/message/message";
import { err, ok, type Result } from "@/domain/shared/result";
import { toWireTime } from "../local-time";
import { fromUn, toUn, unitsWithoutCode } from "../un-values";
import { type EdifactMessage, segment, writeInterchange } from "./interchange";
import { referenceOf, toMessageId, withoutHyphens } from "./reference";
import type { Segment } from "./syntax";
import { collect, complete, isOf, templates, writeTemplates } from "./templates";

const FORM = "CUSDEC";

/**
 * A customs declaration in UN/EDIFACT D.96B, in the subset that the neutral form needs. The qualifiers are field
 * practice, not checked at source; those that begin with Z are between the partners, as the standard provides for.
 */
const HEAD = templates(
  "BGM+929+{ownNumber}+{action}",
  "CST+0+{regime}",
  "LOC+22+{customsOffice}",
  "LOC+9+{portOfLoading}",
  "LOC+11+{portOfDischarge}",
  "LOC+14+{goodsLocation}",
  "LOC+35+{departureCountry}",
  "LOC+ZZZ+{tradeCountry}",
  "DTM+137:{declaredAt}:204",
  "DTM+3:{invoicedOn}:102",
  "MEA+AAE+AAD+KGM:{grossWeightKg}",
  "MEA+AAE+AAC+KGM:{netWeightKg}",
  "FTX+AAI+++{remarks*70}",
  "RFF+ACD:{messageId}",
  "RFF+IV:{invoiceNumber}",
  "RFF+BM:{billNumber}",
  "RFF+CT:{contractNumber}",
  "RFF+IP:{licenceNumber}",
  "RFF+ADE:{accountBook}",
  "TDT+11+{voyage}+{transportMode}+++++:::{conveyance}",
  "NAD+CN+{consigneeCode}++{consigneeName*35}",
  "NAD+CZ+++{consignorName*35}",
  "NAD+AE+{agentCode}++{agentName*35}",
  "TOD+++{incoterm}",
  "CUX+2:{currency}",
  "MOA+39:{invoiceTotal}",
  "MOA+64:{freight}",
  "MOA+67:{insurance}",
  "PAC+{packages}++{packageKind}",
);
const LINE = templates(
  "CST+{number}+{commodityCode}",
  "FTX+AAA+++{description*70}",
  "FTX+PRD+++{elements*70}",
  "LOC+27+{origin}",
  "MEA+AAE+AAA+KGM:{netWeightKg}",
  "MEA+AAE+ZA1+{unit}:{quantity}",
  "MEA+AAE+ZB1+{legalUnit}:{legalQuantity}",
  "MEA+AAE+ZC1+{secondUnit}:{secondQuantity}",
  "PAC+{packages}++{packageKind}",
  "MOA+38:{amount}",
  "MOA+146:{unitPrice}",
);
const DUTY = templates("TAX+1+{tax}+++:::{rate}", "MOA+125:{base}", "MOA+124:{amount}");
const DOCUMENT = templates("DOC+{type}+{number}");
const PREVIOUS = templates("DOC+{type}:::PREVIOUS+{number}::{line}");

/** Writes a declaration as an interchange of one CUSDEC. */
export function renderCusdec(message: DeclarationMessage): Result<Uint8Array, readonly MessageFault[]> {
  const wrong = [...checkMessage(FORM, message), ...unitsWithoutCode(FORM, message)];
  if (wrong.length > 0) return err(wrong);
  const { head } = message;
  const values = { ...toUn(DECLARATION_HEAD, head), messageId: withoutHyphens(message.messageId) };
  const segments = [
    ...writeTemplates(HEAD, values),
    ...message.documents.flatMap((each) => writeTemplates(DOCUMENT, each)),
    ...message.previousDocuments.flatMap((each) => writeTemplates(PREVIOUS, each)),
    segment("UNS", ["D"]),
    ...message.lines.flatMap(writeLine),
    segment("UNS", ["S"]),
  ];
  const envelope = {
    type: FORM,
    sender: head.senderCode,
    receiver: head.receiverCode,
    reference: referenceOf(message.messageId),
    preparedAt: toWireTime(head.declaredAt),
  } as const;
  return ok(writeInterchange(envelope, segments));
}

function writeLine(line: DeclaredLine): readonly Segment[] {
  return [
    ...writeTemplates(LINE, line.values),
    ...line.documents.flatMap((each) => writeTemplates(DOCUMENT, each)),
    ...line.duties.flatMap((each) => writeTemplates(DUTY, each)),
  ];
}

/** Reads a CUSDEC; faults are added to those of its interchange. */
export function readCusdec(message: EdifactMessage, faults: MessageFault[]): DeclarationMessage {
  const { segments } = message;
  const detail = segments.findIndex((each) => isSection(each, "D"));
  const summary = segments.findIndex((each) => isSection(each, "S"));
  const head = segments.slice(0, detail < 0 ? segments.length : detail);
  const body = detail < 0 ? [] : segments.slice(detail + 1, summary < 0 ? segments.length : summary);
  const rest = summary < 0 ? [] : segments.slice(summary + 1);
  collect(FORM, [], rest, "UNS+S/", faults);
  const { plain, documents, previous } = sort(head, faults, "");
  const { messageId, ...values } = collect(FORM, HEAD, plain, "", faults);
  const { sender, receiver } = message;
  const declaration: DeclarationMessage = {
    kind: "declaration",
    messageId: toMessageId(messageId ?? ""),
    head: complete(
      DECLARATION_HEAD,
      fromUn(DECLARATION_HEAD, { ...values, senderCode: sender, receiverCode: receiver }),
    ) as DeclarationMessage["head"],
    documents,
    previousDocuments: previous,
    lines: groupsOf(body, "CST", faults).map((group, index) => readLine(group, `lines/${index + 1}/`, faults)),
  };
  faults.push(...unitsWithoutCode(FORM, declaration));
  return declaration;
}

function isSection({ tag, elements }: Segment, section: string): boolean {
  return tag === "UNS" && elements[0]?.[0] === section;
}

function readLine(segments: readonly Segment[], at: string, faults: MessageFault[]): DeclaredLine {
  const duty = segments.findIndex((each) => each.tag === "TAX");
  const own = duty < 0 ? segments : segments.slice(0, duty);
  const { plain, documents, previous } = sort(own, faults, at);
  for (const each of previous) collect(FORM, [], writeTemplates(PREVIOUS, each), at, faults);
  return {
    values: readValues(DECLARATION_LINE, collect(FORM, LINE, plain, at, faults)) as DeclaredLine["values"],
    documents,
    duties: groupsOf(duty < 0 ? [] : segments.slice(duty), "TAX", faults).map(
      (group) => readValues(LINE_DUTY, collect(FORM, DUTY, group, at, faults)) as DeclaredLine["duties"][number],
    ),
  };
}

function readValues(rules: FormRules, values: PlainValues): PlainValues {
  return complete(rules, fromUn(rules, values));
}

/** Parts the documents, of which there may be many, from the segments that come once. */
function sort(segments: readonly Segment[], faults: MessageFault[], at: string) {
  const isPrevious = (each: Segment) => PREVIOUS.some((template) => isOf(template, each));
  const papers = segments.filter((each) => each.tag === "DOC");
  return {
    plain: segments.filter((each) => each.tag !== "DOC"),
    documents: papers
      .filter((each) => !isPrevious(each))
      .map(
        (each) =>
          complete(
            SUPPORTING_DOCUMENT,
            collect(FORM, DOCUMENT, [each], at, faults),
          ) as DeclaredLine["documents"][number],
      ),
    previous: papers
      .filter(isPrevious)
      .map(
        (each) =>
          complete(
            PREVIOUS_DOCUMENT,
            collect(FORM, PREVIOUS, [each], at, faults),
          ) as DeclarationMessage["previousDocuments"][number],
      ),
  };
}

/** Cuts segments into groups that each begin with one tag; what stands before the first is named. */
function groupsOf(segments: readonly Segment[], tag: string, faults: MessageFault[]): readonly (readonly Segment[])[] {
  const groups: Segment[][] = [];
  for (const each of segments) {
    if (each.tag === tag) groups.push([]);
    const group = groups.at(-1);
    if (group) group.push(each);
    else collect(FORM, [], [each], "", faults);
  }
  return groups;
}
