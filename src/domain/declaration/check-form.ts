import { compare, ZERO } from "../shared/decimal";
import { isLocalDate, type LocalDate } from "../shared/local-date";
import { parseCommodityCode } from "../tariff/commodity-code";
import { type Reference, rateOn } from "../tariff/reference";
import { ADJUSTMENTS, type AdjustmentKind, deliveryOf, isDeduction, mayDeduct } from "../valuation/adjustments";
import type { DeclarationDraft, DraftLine } from "./assemble";
import type { Issue } from "./issue";
import { type Leaf, leafIssue, numberOf } from "./leaf";

const HEADER_NUMBERS = ["invoiceTotal", "freight", "insurance", "grossWeightKg", "netWeightKg"] as const;
const LINE_NUMBERS = ["quantity", "unitPrice", "amount", "netWeightKg"] as const;

/** Whether each value that is there is one of its kind at all; what comes after can rely on it. */
export function checkForm(draft: DeclarationDraft, reference: Reference, day: LocalDate): readonly Issue[] {
  return [
    ...HEADER_NUMBERS.flatMap((name) => checkNumber(name, name, draft[name])),
    ...ADJUSTMENTS.flatMap((kind) => checkAdjustment(draft, kind)),
    ...draft.lines.flatMap(checkLine),
    ...checkTotal(draft),
    ...checkPackages(draft),
    ...checkDate(draft, day),
    ...checkTerms(draft, reference, day),
  ];
}

function checkNumber(name: string, path: string, leaf: Leaf): readonly Issue[] {
  if (!leaf) return [];
  const number = numberOf(leaf);
  if (!number) return [leafIssue("number_malformed", path, leaf, { field: name, value: leaf.value })];
  return compare(number, ZERO) < 0
    ? [leafIssue("number_negative", path, leaf, { field: name, value: leaf.value })]
    : [];
}

/** A deduction is one of the terms of delivery: who did not pay the seller for it has nothing to take off. */
function checkAdjustment({ adjustments, incoterm }: DeclarationDraft, kind: AdjustmentKind): readonly Issue[] {
  const leaf = adjustments[kind];
  const path = `adjustments.${kind}`;
  const malformed = checkNumber(kind, path, leaf);
  if (!leaf || malformed.length > 0 || !incoterm || !isDeduction(kind) || mayDeduct(kind, incoterm.value))
    return malformed;
  return [leafIssue("deduction_not_due", path, leaf, { field: kind, incoterm: incoterm.value, value: leaf.value })];
}

function checkLine(line: DraftLine): readonly Issue[] {
  const at = (name: string) => `lines.${line.number}.${name}`;
  const parameters = { line: String(line.number) };
  const issues = LINE_NUMBERS.flatMap((name) => checkNumber(name, at(name), line[name]));
  const { commodityCode, origin } = line;
  if (commodityCode && !parseCommodityCode(commodityCode.value).ok)
    issues.push(
      leafIssue("code_malformed", at("commodityCode"), commodityCode, { ...parameters, code: commodityCode.value }),
    );
  if (origin && !/^[A-Z]{2}$/.test(origin.value))
    issues.push(leafIssue("origin_malformed", at("origin"), origin, { ...parameters, origin: origin.value }));
  return issues;
}

function checkTotal({ invoiceTotal }: DeclarationDraft): readonly Issue[] {
  const total = numberOf(invoiceTotal);
  return total && compare(total, ZERO) === 0
    ? [leafIssue("total_not_positive", "invoiceTotal", invoiceTotal, { total: invoiceTotal?.value ?? "" })]
    : [];
}

function checkPackages({ packages }: DeclarationDraft): readonly Issue[] {
  return packages && !/^[1-9]\d*$/.test(packages.value)
    ? [leafIssue("packages_not_positive", "packages", packages, { packages: packages.value })]
    : [];
}

function checkDate({ invoiceDate }: DeclarationDraft, day: LocalDate): readonly Issue[] {
  if (!invoiceDate) return [];
  const parameters = { date: invoiceDate.value };
  if (!isLocalDate(invoiceDate.value)) return [leafIssue("date_malformed", "invoiceDate", invoiceDate, parameters)];
  return invoiceDate.value > day ? [leafIssue("date_in_future", "invoiceDate", invoiceDate, parameters)] : [];
}

/** The terms of delivery, what they leave to be added, and the currency's rate. */
function checkTerms({ incoterm, freight, currency }: DeclarationDraft, reference: Reference, day: LocalDate) {
  const issues: Issue[] = [];
  const additions = incoterm && deliveryOf(incoterm.value);
  if (incoterm && !additions)
    issues.push(leafIssue("incoterm_unknown", "incoterm", incoterm, { incoterm: incoterm.value }));
  if (incoterm && additions?.freight && !freight)
    issues.push(leafIssue("freight_missing", "freight", incoterm, { incoterm: incoterm.value }));
  if (currency && !rateOn(reference, currency.value, day))
    issues.push(leafIssue("rate_missing", "currency", currency, { currency: currency.value, day }, { owner: "admin" }));
  return issues;
}
