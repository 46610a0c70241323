import { type Fact, isUnsure } from "../declaration/facts";
import type { DocumentType } from "../document/document";
import { linkOfFact, register, SENTENCES, type Sentence } from "./sentence";

interface Known {
  readonly requirements: readonly { readonly id: string; readonly code: string; readonly state: string }[];
  readonly documentTypes: readonly DocumentType[];
  readonly facts: readonly Fact[];
  /** Whether a preference is claimed. */
  readonly claimsPreference: boolean;
  readonly isRetail: boolean;
}

/** What the case lacks: requirements that are not met, papers that would say more, values that nobody is sure of. */
export function missingEvidence(known: Known): readonly Sentence[] {
  const { requirements, documentTypes, facts, claimsPreference, isRetail } = known;
  const open = requirements.filter(({ state }) => state !== "verified" && state !== "waived");
  const papers: readonly DocumentType[] = [
    ...(isRetail ? [] : (["packing_list"] as const)),
    ...(claimsPreference ? (["certificate_of_origin"] as const) : []),
  ];
  return [
    ...open.map(
      ({ id, code, state }): Sentence => ({
        code: state === "failed" ? SENTENCES.requirementFailed : SENTENCES.requirementOpen,
        parameters: { requirement: code },
        links: [register("requirement", id)],
      }),
    ),
    ...papers
      .filter((paper) => !documentTypes.includes(paper))
      .map(
        (paper): Sentence => ({
          code: SENTENCES.paperAbsent,
          parameters: { paper },
          links: [register("papers", paper)],
        }),
      ),
    ...facts
      .filter((fact) => fact.documentId !== null && isUnsure(fact))
      .map(
        (fact): Sentence => ({
          code: SENTENCES.valueUnsure,
          parameters: { field: fact.name, value: fact.value },
          links: [linkOfFact(fact)],
        }),
      ),
  ];
}
