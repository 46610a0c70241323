import type { Fact } from "../declaration/facts";
import { FINAL_INVOICE_TYPES, INVOICE_TYPES } from "../document/document";
import { type Decimal, formatDecimal, parseDecimal, sum } from "../shared/decimal";
import { asNumbers } from "./likeness";
import { COMPARED, type Compared, type RuleId } from "./rules";

/** What one document says to a rule. */
export interface Statement {
  readonly documentId: string;
  readonly value: string;
  /** The fields that make it: one of the header, or those of the lines that were summed up. */
  readonly facts: readonly Fact[];
}

/**
 * One fact, held against what the documents say of it: `alone` when one document says it, `same`, `tolerated` within
 * the rule, `conflicts`, or `ruled` when a person has said which document is right.
 */
export interface Comparison {
  readonly rule: RuleId;
  readonly name: string;
  readonly statements: readonly Statement[];
  readonly outcome: "alone" | "same" | "tolerated" | "conflicts" | "ruled";
}

/** Holds the documents of a shipment against one another under every rule; what nothing states is left out. */
export function reconcileDocuments(facts: readonly Fact[]): readonly Comparison[] {
  const stated = ofOneConsignment(facts.filter((fact) => fact.status !== "rejected" && fact.value.trim() !== ""));
  const documents = [...new Set(stated.flatMap((fact) => fact.documentId ?? []))];
  return COMPARED.flatMap((compared) => {
    const statements = documents.flatMap((documentId) => {
      const own = stated.filter((fact) => fact.documentId === documentId);
      return statementOf(compared, documentId, own) ?? [];
    });
    if (statements.length === 0) return [];
    return [{ rule: compared.rule, name: compared.name, statements, outcome: outcomeOf(compared, statements) }];
  });
}

/** The comparisons that a person has to rule on. */
export function conflictsAmong(comparisons: readonly Comparison[]): readonly Comparison[] {
  return comparisons.filter((comparison) => comparison.outcome === "conflicts");
}

/** The field ids that stand in a conflict, each with its comparison. */
export function conflictsByField(comparisons: readonly Comparison[]): ReadonlyMap<string, Comparison> {
  return new Map(
    conflictsAmong(comparisons).flatMap((comparison) =>
      comparison.statements.flatMap(({ facts }) => facts.map((fact) => [fact.id, comparison] as const)),
    ),
  );
}

/** Goods of a second invoice are another sale: its number, sums and lines contradict nothing of the first. */
export function ofOneConsignment(facts: readonly Fact[]): readonly Fact[] {
  const numbers = facts.filter((fact) => isInvoice(fact) && fact.name === "invoice_number" && fact.line === null);
  const first = numbers.find(isFinal) ?? numbers[0];
  if (!first) return facts;
  const others = numbers.filter((fact) => asNumbers(fact.value, first.value) === "different");
  const left = new Set(others.map((fact) => fact.documentId));
  const isOfOther = (fact: Fact) =>
    fact.name === "invoice_number" && others.some((other) => asNumbers(other.value, fact.value) !== "different");
  return facts.filter((fact) => !left.has(fact.documentId) && !isOfOther(fact));
}

function isFinal({ documentType }: Fact): boolean {
  return documentType !== null && FINAL_INVOICE_TYPES.includes(documentType);
}

function isInvoice({ documentType }: Fact): boolean {
  return documentType !== null && INVOICE_TYPES.includes(documentType);
}

function statementOf(compared: Compared, documentId: string, own: readonly Fact[]): Statement | null {
  const type = own[0]?.documentType ?? "other";
  for (const name of compared.statedBy(type)) {
    const facts = own.filter((fact) => fact.line === null && fact.name === name);
    if (facts.length > 0) return { documentId, facts, value: facts.map((fact) => fact.value).join(", ") };
  }
  return compared.fromLines ? ofLines(documentId, own, compared.fromLines) : null;
}

function ofLines(
  documentId: string,
  own: readonly Fact[],
  { name, as }: NonNullable<Compared["fromLines"]>,
): Statement | null {
  const lines = new Set(own.flatMap((fact) => (fact.line === null ? [] : [fact.line])));
  const facts = own.filter((fact) => fact.line !== null && fact.name === name);
  // A line that says nothing would make the sum too small and the comparison false.
  if (facts.length === 0 || facts.length < lines.size) return null;
  if (as === "shared") {
    const values = new Set(facts.map((fact) => fact.value));
    return values.size === 1 ? { documentId, facts, value: facts[0]?.value ?? "" } : null;
  }
  const numbers = facts.flatMap((fact): readonly Decimal[] => {
    const parsed = parseDecimal(fact.value);
    return parsed.ok ? [parsed.value] : [];
  });
  return numbers.length < facts.length ? null : { documentId, facts, value: formatDecimal(sum(numbers)) };
}

function outcomeOf({ likeness }: Compared, statements: readonly Statement[]): Comparison["outcome"] {
  if (statements.length === 1) return "alone";
  const pairs = (among: readonly Statement[]) =>
    among.flatMap((one, index) => among.slice(index + 1).map((other) => likeness(one.value, other.value)));
  const standing = statements.filter((statement) => !yields(statement));
  if (pairs(standing).includes("different")) return "conflicts";
  const all = pairs(statements);
  if (all.includes("different")) return standing.some(prevails) ? "ruled" : "conflicts";
  return all.includes("tolerated") ? "tolerated" : "same";
}

function yields({ facts }: Statement): boolean {
  return facts.every((fact) => fact.precedence === "yields");
}

function prevails({ facts }: Statement): boolean {
  return facts.every((fact) => fact.precedence === "prevails");
}
