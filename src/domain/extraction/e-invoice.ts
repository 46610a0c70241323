import { crossIndustryValues } from "./e-invoice-cii";
import { universalValues } from "./e-invoice-ubl";
import type { Statement } from "./e-invoice-values";
import { NOWHERE, type ReadField } from "./field";
import type { XmlElement } from "./xml-tree";

/**
 * What a structured invoice states, in the words of the product; null when the tree is none that is known. It is the
 * original, not a picture of it, so nothing of it is doubted: ZUGFeRD 1.0, Factur-X and ZUGFeRD 2, XRechnung in both of
 * its syntaxes, and any other UBL invoice or credit note. The values have no place on a page yet.
 */
export function readEInvoice(root: XmlElement): readonly ReadField[] | null {
  const values = statementsOf(root);
  return values && withCodes(values).map(toField);
}

/** Whether an element of this name can be the root of a structured invoice. */
export function isEInvoiceRoot(name: string): boolean {
  return Object.hasOwn(SYNTAXES, name);
}

const SYNTAXES: Readonly<Record<string, (root: XmlElement) => readonly Statement[]>> = {
  CrossIndustryDocument: crossIndustryValues,
  CrossIndustryInvoice: crossIndustryValues,
  Invoice: universalValues,
  CreditNote: universalValues,
};

function statementsOf(root: XmlElement): readonly Statement[] | null {
  const values = Object.hasOwn(SYNTAXES, root.name) ? (SYNTAXES[root.name]?.(root) ?? []) : [];
  // Other standards call their root an invoice too; one that names neither its number nor its total is not of these.
  const names = values.filter((each) => each.line === null).map((each) => each.name);
  return names.includes("invoice_number") && names.includes("total") ? values : null;
}

/** Commodity codes of lines stand for the whole document too, as everywhere. */
function withCodes(values: readonly Statement[]): readonly Statement[] {
  const codes = new Map(values.filter((each) => each.name === "hs_code").map((each) => [each.value, each]));
  return [...values, ...[...codes.values()].map((each) => ({ ...each, name: "hs_codes" as const, line: null }))];
}

function toField({ name, line, value, raw }: Statement): ReadField {
  return { name, line, value, raw, page: 1, box: NOWHERE, confidence: 1, method: "embedded_xml" };
}
