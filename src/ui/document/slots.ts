import type { DocumentView, FieldView } from "@/contracts/views/document";
import { askedFields } from "@/domain/document/asked-fields";
import { HEADER_FIELDS } from "@/domain/extraction/field";
import type { ReadFact } from "@/domain/reconciliation/questions";
import { COMPARED } from "@/domain/reconciliation/rules";
import { GROUP_NAMES, ofGroup, toGrid } from "./field-groups";

/** Another document of the shipment, with what the rules compare. */
export interface Sibling {
  readonly id: string;
  readonly fileName: string;
  readonly type: DocumentView["type"];
  readonly state: DocumentView["state"];
  readonly copy: DocumentView["copy"];
  readonly placement: DocumentView["placement"];
  readonly pages: DocumentView["pages"];
  readonly fields: readonly FieldView[];
}

const COMPARED_LINES: readonly string[] = COMPARED.flatMap(({ fromLines }) => (fromLines ? [fromLines.name] : []));

/** A document as its siblings need it: its header, and of its lines what the rules sum up and what is asked. */
export function toSibling({ id, fileName, type, state, copy, placement, pages, fields }: DocumentView): Sibling {
  return {
    id,
    fileName,
    type,
    state,
    copy,
    placement,
    pages,
    fields: fields.filter(
      ({ line, name, isUnsure, otherReading }) =>
        line === null || COMPARED_LINES.includes(name) || isUnsure || otherReading !== null,
    ),
  };
}

/** The fields of a document as the domain's rules know them; what stands on a copy is stated by the other paper. */
export function toFacts(
  { type, copy = null }: Pick<Sibling, "type"> & Partial<Pick<Sibling, "copy">>,
  fields: readonly FieldView[],
): readonly ReadFact[] {
  if (copy) return [];
  return fields.filter((field) => !isEmptySlot(field)).map((field) => ({ ...field, documentType: type ?? "other" }));
}

/** Whether nobody knows yet to which shipment a paper belongs; until then it is held against no other. */
export function isUnplaced({ placement }: Partial<Pick<DocumentView, "placement">>): boolean {
  return placement?.reason === "unclear";
}

/** Where a value is missed; it becomes a field when a person fills it or states that it is not there. */
export function emptySlot(documentId: string, name: string, line: number | null): FieldView {
  return {
    id: line === null ? `asked:${name}` : `cell:${line}:${name}`,
    documentId,
    name,
    line,
    value: "",
    raw: "",
    page: null,
    box: null,
    confidence: 0,
    method: "typed",
    status: "suggested",
    isUnsure: false,
    confirmedBy: null,
    confirmedByName: null,
    confirmedAt: null,
    machineValue: null,
    otherReading: null,
    precedence: null,
  };
}

/** Whether nothing stands there yet, neither read nor typed. */
export function isEmptySlot({ id }: FieldView): boolean {
  return id.startsWith("asked:") || id.startsWith("cell:");
}

/** What the document's type asks for, or a person says that it states, and the reader did not find. */
export function askedSlots(
  document: Pick<DocumentView, "id" | "type">,
  fields: readonly FieldView[],
  added: readonly string[] = [],
): readonly FieldView[] {
  return [...new Set<string>([...askedFields(document.type), ...added])]
    .filter((name) => !isStated(fields, name))
    .map((name) => emptySlot(document.id, name, null));
}

/** What a person may still say that the document states. */
export function missingNames(fields: readonly FieldView[]): readonly string[] {
  return HEADER_FIELDS.filter((name) => !isStated(fields, name));
}

function isStated(fields: readonly FieldView[], name: string): boolean {
  return fields.some((field) => field.line === null && field.name === name);
}

/** The fields in the order in which a person goes through them: the header group by group, then line by line. */
export function inOrder(fields: readonly FieldView[]): readonly FieldView[] {
  const { rows, columns } = toGrid(fields);
  return [
    ...GROUP_NAMES.flatMap((group) => ofGroup(fields, group)),
    ...rows.flatMap(({ cells }) => columns.flatMap((column) => cells.get(column) ?? [])),
  ];
}
