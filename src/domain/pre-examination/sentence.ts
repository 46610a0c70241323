import type { DeclarationContent } from "../declaration/declaration";
import type { Fact } from "../declaration/facts";
import type { Box, Sourced } from "../shared/sourced";

/** Where the fact of a sentence stands. */
export type FactLink =
  /** A value on a paper, with its page and place. */
  | {
      readonly kind: "field";
      readonly fieldId: string;
      readonly documentId: string | null;
      readonly page: number | null;
      readonly box: Box | null;
    }
  /** A declared value that no paper carries, by its path in the declaration. */
  | { readonly kind: "declared"; readonly path: string }
  /** A line of goods in the authority's history. */
  | { readonly kind: "history"; readonly entryId: string; readonly reference: string; readonly isGenerated: boolean }
  /** A version of a rule of risk. */
  | { readonly kind: "rule"; readonly ruleId: string; readonly versionId: string; readonly version: number }
  /** A row of a register: a scorecard, a policy, a model, a control profile, a requirement, an alert, the papers. */
  | { readonly kind: "register"; readonly register: Register; readonly key: string };

export const REGISTERS = [
  "scorecard",
  "policy",
  "model",
  "control",
  "rule",
  "alert",
  "switch",
  "requirement",
  "authorisation",
  "tax",
  "reviews",
  "papers",
] as const;
export type Register = (typeof REGISTERS)[number];

/** Links that are never none: a sentence without its fact is not written. */
export type FactLinks = readonly [FactLink, ...FactLink[]];

/** The sentences that are neither a factor, a control, a chance nor a kind of irregularity. */
export const SENTENCES = {
  contradiction: "contradiction",
  ruleHit: "rule",
  ruleFault: "rule_fault",
  requirementOpen: "requirement_open",
  requirementFailed: "requirement_failed",
  paperAbsent: "paper_absent",
  valueUnsure: "value_unsure",
} as const;

/** One thing that is said of a case, with the facts that it rests on. */
export interface Sentence {
  /** Of the interface's catalogue. */
  readonly code: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly links: FactLinks;
}

/** The links, or the one that is always there when there are none. */
export function linksOr(links: readonly FactLink[], otherwise: FactLink): FactLinks {
  const [first, ...rest] = links;
  return first ? [first, ...rest] : [otherwise];
}

/** A row of a register as a link. */
export function register(name: Register, key: string): FactLink {
  return { kind: "register", register: name, key };
}

/** The place of a fact on its paper. */
export function linkOfFact({ id, documentId, page, box }: Fact): FactLink {
  return { kind: "field", fieldId: id, documentId, page, box };
}

/** The place of a declared value: on its paper, or else in the declaration. */
export function linkOfDeclared(path: string, { source }: Sourced<string>): FactLink {
  const { fieldId, documentId, page, box } = source;
  return fieldId === null ? { kind: "declared", path } : { kind: "field", fieldId, documentId, page, box };
}

/** The declared value at a path such as `lines.2.origin` or `buyer`; null where there is none. */
export function declaredAt(content: DeclarationContent, path: string): Sourced<string> | null {
  const [first = "", number = "", name = ""] = path.split(".");
  const holder: object | undefined =
    first === "lines" ? content.lines.find((line) => String(line.number) === number) : content;
  const found: unknown =
    holder && Object.entries(holder).find(([key]) => key === (first === "lines" ? name : first))?.[1];
  return isSourced(found) ? found : null;
}

function isSourced(value: unknown): value is Sourced<string> {
  return typeof value === "object" && value !== null && "source" in value && "value" in value;
}
