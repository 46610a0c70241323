import { normaliseName } from "../clearance/requirements";
import { hasAirWaybillCheckDigit } from "../document/transport-number";
import { compare, parseDecimal } from "../shared/decimal";
import { type DeclarationDraft, pricedDocuments } from "./assemble";
import type { Fact } from "./facts";
import type { Issue } from "./issue";
import { type Leaf, leafIssue } from "./leaf";

/**
 * What one document says and another denies. Each is a warning that names both values and, beside the document of the
 * declared value, the other one: documents may differ for a reason that the broker knows.
 */
export function checkDocuments(draft: DeclarationDraft, facts: readonly Fact[]): readonly Issue[] {
  const stated = facts.filter((fact) => fact.status !== "rejected" && fact.line === null);
  return [
    ...contradiction("grossWeightKg", "gross_weight_kg", draft.grossWeightKg, stated),
    ...contradiction("packages", "packages", draft.packages, stated),
    ...draft.lines.slice(0, 1).flatMap((line) => originContradiction(draft, line.origin, stated)),
    ...consigneeContradiction(draft),
    ...checkDigit(draft, stated),
    ...furtherInvoices(facts),
  ];
}

function contradiction(path: string, name: string, leaf: Leaf, stated: readonly Fact[]): readonly Issue[] {
  if (!leaf) return [];
  const other = stated.find(
    (fact) => fact.name === name && fact.documentId !== leaf.source.documentId && !isSameValue(fact.value, leaf.value),
  );
  return other ? [differs(path, leaf, leaf.value, other.value, other.documentId)] : [];
}

/** Origins are compared where all lines have one; goods of several origins have no single one to contradict. */
function originContradiction(draft: DeclarationDraft, origin: Leaf, stated: readonly Fact[]): readonly Issue[] {
  const isOne = new Set(draft.lines.map((line) => line.origin?.value)).size === 1;
  return isOne ? contradiction("lines.1.origin", "country_of_origin", origin, stated) : [];
}

/** In retail the consumer is compared at the second gate, without names leaving the vault. */
function consigneeContradiction({ buyer, consignee, consumer }: DeclarationDraft): readonly Issue[] {
  if (!buyer || !consignee || consumer !== null) return [];
  if (normaliseName(buyer.value) === normaliseName(consignee.value)) return [];
  return [differs("consignee", consignee, buyer.value, consignee.value, buyer.source.documentId)];
}

function checkDigit({ transportNumber }: DeclarationDraft, stated: readonly Fact[]): readonly Issue[] {
  const source = stated.find((fact) => fact.id === transportNumber?.source.fieldId);
  if (!transportNumber || source?.documentType !== "air_waybill") return [];
  return hasAirWaybillCheckDigit(transportNumber.value)
    ? []
    : [
        leafIssue(
          "check_digit_wrong",
          "transportNumber",
          transportNumber,
          { value: transportNumber.value },
          { severity: "warning" },
        ),
      ];
}

/** Goods of a second invoice would else be left out of the declaration without a word. */
function furtherInvoices(facts: readonly Fact[]): readonly Issue[] {
  const [used, ...others] = pricedDocuments(facts);
  return others.map((documentId) => ({
    ...leafIssue("invoice_left_out", "lines", null, used === undefined ? {} : { otherDocumentId: used }, {
      severity: "warning",
    }),
    documentId,
  }));
}

function differs(path: string, leaf: Leaf, value: string, other: string, otherDocumentId: string | null): Issue {
  const parameters = { field: path.split(".").at(-1) ?? path, value, other };
  return leafIssue(
    "documents_contradict",
    path,
    leaf,
    otherDocumentId === null ? parameters : { ...parameters, otherDocumentId },
    { severity: "warning" },
  );
}

function isSameValue(a: string, b: string): boolean {
  const [first, second] = [parseDecimal(a), parseDecimal(b)];
  return first.ok && second.ok ? compare(first.value, second.value) === 0 : a === b;
}
