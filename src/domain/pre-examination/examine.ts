import { isRetail } from "../declaration/declaration";
import type { DocumentType } from "../document/document";
import { reconcileDocuments } from "../reconciliation/reconcile-documents";
import type { Lane } from "../selectivity/lanes";
import type { LocalDate } from "../shared/local-date";
import { type Comparable, comparablesOf } from "./comparables";
import { missingEvidence } from "./missing-evidence";
import { type Network, networkOf } from "./network";
import type { PastLine } from "./past-line";
import { type PricePlace, pricePlaceOf } from "./price-place";
import { type Assessed, type Reason, rankedReasons } from "./reasons";
import { linkOfFact, linksOr, register, SENTENCES, type Sentence } from "./sentence";
import { type Suggestion, suggestionsFor } from "./suggestions";

/** Everything that is known of a case before its officer opens it. */
export interface CaseFile extends Assessed {
  readonly day: LocalDate;
  readonly lane: Lane;
  readonly score: number;
  /** Lines of the same headings from before the day. */
  readonly alike: readonly PastLine[];
  /** Lines that share a party, an address, a phone or a payer with the case, from before the day. */
  readonly linked: readonly PastLine[];
  readonly requirements: readonly { readonly id: string; readonly code: string; readonly state: string }[];
  readonly documentTypes: readonly DocumentType[];
}

/** What one paper says of a fact that another contradicts. */
interface Statement {
  readonly documentId: string;
  readonly value: string;
}

/** The pre-examination of a case: every sentence of it has the facts that it rests on. */
export interface PreExamination {
  /** Of its shape; counts up when it changes. */
  readonly schema: 1;
  readonly day: LocalDate;
  readonly lane: Lane;
  readonly score: number;
  readonly contradictions: readonly (Sentence & { readonly statements: readonly Statement[] })[];
  readonly reasons: readonly Reason[];
  readonly lines: readonly {
    readonly line: number;
    readonly commodityCode: string;
    readonly comparables: readonly Comparable[];
    readonly price: PricePlace | null;
  }[];
  readonly network: Network;
  readonly missing: readonly Sentence[];
  readonly suggestions: readonly Suggestion[];
}

/** Examines a case from what is known of it. The same file gives the same examination. */
export function examine(file: CaseFile): PreExamination {
  const { day, lane, score, content, facts, lines, alike, linked } = file;
  const contradictions = contradictionsOf(file);
  const reasons = rankedReasons(file);
  return {
    schema: 1,
    ...{ day, lane, score, contradictions, reasons },
    lines: lines.map((line) => ({
      line: line.line,
      commodityCode: line.entry.commodityCode,
      comparables: comparablesOf(line, alike),
      price: pricePlaceOf(line, alike),
    })),
    network: networkOf(lines, linked),
    missing: missingEvidence({
      ...{ requirements: file.requirements, documentTypes: file.documentTypes, facts },
      claimsPreference: content.preference !== null,
      isRetail: isRetail(content.regime),
    }),
    suggestions: suggestionsFor(
      reasons,
      contradictions,
      content.lines.map(({ number }) => number),
    ),
  };
}

function contradictionsOf({ facts }: CaseFile): PreExamination["contradictions"] {
  // A contradiction that the broker ruled on is the officer's to see as well.
  const found = reconcileDocuments(facts).filter(({ outcome }) => outcome === "conflicts" || outcome === "ruled");
  return found.map(({ name, rule, statements }) => ({
    code: SENTENCES.contradiction,
    parameters: { field: name, rule },
    statements: statements.map(({ documentId, value }) => ({ documentId, value })),
    links: linksOr(
      statements.flatMap((statement) => statement.facts.map(linkOfFact)),
      register("papers", name),
    ),
  }));
}
