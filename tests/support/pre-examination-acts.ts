import type { Actor } from "@/application/actor";
import { listRemedies } from "@/application/list-remedies";
import { giveSuggestionFeedback } from "@/application/pre-examination-feedback";
import { ensurePreExamined } from "@/application/pre-examine-case";
import type { House } from "./house";

/** Known only once the tests run. */
interface Tried {
  readonly house: () => House;
  readonly officer: () => Actor;
  readonly broker: () => Actor;
  readonly ids: () => { readonly caseId: string; readonly clearanceId: string };
}

/** Every use case of pre-examination and remedies that takes an id, tried by an officer and a broker of elsewhere. */
export function preExaminationActs({ house, officer, broker, ids }: Tried) {
  return {
    ensurePreExamined: () => ensurePreExamined(house(), officer(), ids().caseId),
    giveSuggestionFeedback: () =>
      giveSuggestionFeedback(house(), officer(), {
        ...{ caseId: ids().caseId, suggestion: "scope", verdict: "accepted" },
        edited: null,
        reason: null,
      }),
    listRemedies: () => listRemedies(house(), broker(), ids().clearanceId),
  };
}
