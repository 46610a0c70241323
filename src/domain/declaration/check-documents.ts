import { hasAirWaybillCheckDigit } from "../document/transport-number";
import { asNames } from "../reconciliation/likeness";
import { ofOneConsignment } from "../reconciliation/reconcile-documents";
import { COMPARED } from "../reconciliation/rules";
import { type DeclarationDraft, pricedDocuments } from "./assemble";
import type { Fact } from "./facts";
import type { Issue } from "./issue";
import { type Leaf, leafIssue } from "./leaf";

/**
 * What one document says and another denies. Each is a warning that names both values and, beside the document of the
 * declared value, the other one: documents may differ for a reason that the broker knows.
 */
export function checkDocuments(draft: DeclarationDraft, facts: readonly Fact[]): readonly Issue[] {
  const stated = ofOneConsignment(facts.filter((fact) => fact.status !== "rejected" && fact.line === null));
  return [
    ...HEADER.flatMap(([path, name]) => contradiction(path, name, draft[path], stated)),
    ...draft.lines.slice(0, 1).flatMap((line) => originContradiction(draft, line.origin, stated)),
    ...consigneeContradiction(draft, stated),
    ...checkDigit(draft, stated),
    ...furtherInvoices(facts),
  ];
}

/** The declared values that several documents state, with the name of the field. */
const HEADER = [
  ["grossWeightKg", "gross_weight_kg"],
  ["netWeightKg", "net_weight_kg"],
  ["packages", "packages"],
  ["invoiceNumber", "invoice_number"],
  ["currency", "currency"],
  ["invoiceTotal", "total"],
  ["incoterm", "incoterm"],
  ["portOfLoading", "port_of_loading"],
  ["portOfDischarge", "port_of_discharge"],
] as const;

/** What differs beyond the tolerance of its rule, unless a person has ruled which document is right. */
function contradiction(path: string, name: string, leaf: Leaf, stated: readonly Fact[]): readonly Issue[] {
  const compared = COMPARED.find((each) => each.name === name);
  if (!leaf || !compared) return [];
  const declared = stated.find((fact) => fact.id === leaf.source.fieldId);
  const other = stated.find(
    (fact) =>
      fact.name === name &&
      fact.documentId !== leaf.source.documentId &&
      !(declared?.precedence === "prevails" && fact.precedence === "yields") &&
      compared.statedBy(fact.documentType ?? "other").includes(name) &&
      compared.likeness(fact.value, leaf.value) === "different",
  );
  return other ? [differs(path, leaf, leaf.value, other.value, other.documentId)] : [];
}

/** Origins are compared where all lines have one; goods of several origins have no single one to contradict. */
function originContradiction(draft: DeclarationDraft, origin: Leaf, stated: readonly Fact[]): readonly Issue[] {
  const isOne = new Set(draft.lines.map((line) => line.origin?.value)).size === 1;
  return isOne ? contradiction("lines.1.origin", "country_of_origin", origin, stated) : [];
}

/** In retail the consumer is compared at the second gate, without names leaving the vault. */
function consigneeContradiction(
  { buyer, consignee, consumer }: DeclarationDraft,
  stated: readonly Fact[],
): readonly Issue[] {
  if (!buyer || !consignee || consumer !== null) return [];
  if (asNames(buyer.value, consignee.value) !== "different") return [];
  const isRuled = [buyer, consignee].some(
    ({ source }) => stated.find((fact) => fact.id === source.fieldId)?.precedence === "prevails",
  );
  return isRuled ? [] : [differs("consignee", consignee, buyer.value, consignee.value, buyer.source.documentId)];
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
