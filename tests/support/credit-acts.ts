import type { Actor } from "@/application/actor";
import { proposeBenefits, settleBenefits } from "@/application/maintain-benefits";
import { previewCredit } from "@/application/preview-credit";
import { SHIPPED_CREDIT } from "./credit-law";
import { type House, must } from "./house";

interface Ids {
  readonly authorisationId: string;
  readonly benefitsId: string;
}

/** Known only once the tests run. */
interface Tried {
  readonly house: () => House;
  readonly actor: () => Actor;
  readonly ids: () => Ids;
}

/** A proposed policy of benefits, beside an entry that there is. */
export async function creditThings(house: House, authorisationId: string): Promise<Ids> {
  const shipped = SHIPPED_CREDIT.policies.at(-1)?.policy;
  if (!shipped) throw new Error("no benefits ship");
  const { version: _version, ...policy } = shipped;
  const effectiveFrom = house.world.today();
  const proposal = { effectiveFrom, policy, basis: "own" as const, citation: "Own policy of the tests" };
  const { id } = must(await proposeBenefits(house, house.admin, proposal));
  return { authorisationId, benefitsId: id };
}

/** Every use case of credit that takes an id of the authority, tried by an actor. */
export function creditActs({ house, actor, ids }: Tried) {
  return {
    settleBenefits: () => settleBenefits(house(), actor(), ids().benefitsId, true),
    previewCredit: () => previewCredit(house(), actor(), { act: "benefits", policyId: ids().benefitsId }),
  };
}
