import { parseCsv } from "@/adapters/csv/parse-csv";
import type { Actor } from "@/application/actor";
import { acknowledgeCase, checkLawBasket } from "@/application/check-law";
import { addLawChanges, importLawChanges, removeLawChange } from "@/application/propose-law";
import { approveLawBasket, withdrawLawBasket } from "@/application/settle-law";
import type { House } from "./house";

interface Ids {
  readonly basketId: string;
  readonly changeId: string;
}

/** Every use case that takes the id of a basket, tried by an actor. */
export function lawActs(house: () => House, actor: () => Actor, ids: () => Ids) {
  return {
    addLawChanges: () =>
      addLawChanges(house(), actor(), ids().basketId, [
        { kind: "measure", replaces: "mfn:220410:*@2026-01-01", fact: null, citation: "Announcement of the tests" },
      ]),
    importLawChanges: () =>
      importLawChanges(
        { ...house(), parseCsv },
        actor(),
        ids().basketId,
        "kind,replaces,citation\nmeasure,mfn:220410:*@2026-01-01,Announcement of the tests\n",
      ),
    removeLawChange: () => removeLawChange(house().inTransaction, actor(), ids().basketId, ids().changeId),
    checkLawBasket: () => checkLawBasket({ ...house(), goldenCases: [] }, actor(), ids().basketId),
    acknowledgeCase: () =>
      acknowledgeCase(house().inTransaction, actor(), ids().basketId, {
        caseId: "general-wine",
        day: "2099-01-01",
        reason: "because it is meant",
      }),
    approveLawBasket: () =>
      approveLawBasket({ ...house(), goldenCases: [] }, actor(), ids().basketId, {
        isApproved: true,
        reason: null,
      }),
    withdrawLawBasket: () => withdrawLawBasket(house(), actor(), ids().basketId, "because it is wrong"),
  };
}
