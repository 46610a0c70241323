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

/** Known only once the tests run. */
interface Tried {
  readonly house: () => House;
  readonly actor: () => Actor;
  readonly ids: () => Ids;
}

/** Every use case that takes the id of a basket, tried by an actor. */
export function lawActs({ house, actor, ids }: Tried) {
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

/** Every query about baskets, and what it gives somebody who keeps no law. */
export function lawQueries(house: () => House, actor: () => Actor) {
  const notTheirs = { ok: false, error: { kind: "forbidden", permission: "propose_law" } };
  const refused = (ask: () => Promise<unknown>) => [ask, notTheirs] as const;
  const question = { kind: "measure", search: "9503", on: "2026-11-26", limit: 5 } as const;
  return {
    listLawBaskets: refused(() => house().queries.listLawBaskets(actor(), { limit: 50 })),
    getLawBasket: refused(() => house().queries.getLawBasket(actor(), "00000000-0000-7000-8000-000000000000")),
    findLawFacts: refused(() => house().queries.findLawFacts(actor(), question)),
  };
}
