import type { DeclarationView, IssueView } from "@/contracts/views/declaration";

/** The parts of a declaration, in the order in which an officer reads them. */
export const SECTIONS = ["papers", "regime", "parties", "invoice", "transport", "goods", "tax"] as const;
export type Section = (typeof SECTIONS)[number];

/** The values of the header that each part holds; what is named nowhere is shown with the invoice. */
const HEADER: Readonly<Partial<Record<Section, readonly string[]>>> = {
  parties: ["seller", "buyer", "consignee"],
  transport: ["transportNumber", "portOfLoading", "portOfDischarge", "packages", "grossWeightKg", "netWeightKg"],
};

/** The part in which a value of the header stands. */
export function sectionOfValue(name: string): Section {
  return SECTIONS.find((section) => HEADER[section]?.includes(name)) ?? "invoice";
}

/** The part at which an issue is shown. */
export function sectionOfIssue({ pointer, code }: Pick<IssueView, "pointer" | "code">): Section {
  if (code.startsWith("document_")) return "papers";
  if (code === "consumer_missing" || code === "office_missing" || code.startsWith("retail_")) return "regime";
  if (code === "rate_missing" || code === "parameter_missing") return "tax";
  return pointer.startsWith("/lines") ? "goods" : sectionOfValue(pointer.split("/")[1] ?? "");
}

/** The numbers of the goods lines, in order. */
export function linesOf({ values }: DeclarationView): readonly number[] {
  return [...new Set(values.flatMap((value) => (value.line === null ? [] : [value.line])))];
}

/** The element that an issue leads to. */
export function anchorOf(section: Section): string {
  return `section-${section}`;
}
