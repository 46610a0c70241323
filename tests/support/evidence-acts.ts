import type { Actor } from "@/application/actor";
import { proveRelease } from "@/application/prove-release";
import { replayTax } from "@/application/replay-tax";
import type { Failure } from "@/contracts/problem";
import { ok } from "@/domain/shared/result";
import { type House, must, system } from "./house";

/** Known only once the tests run. */
interface Tried {
  readonly house: () => House;
  readonly actor: () => Actor;
  readonly releaseId: () => string;
  readonly shipmentId: () => string;
}

/** A release of gate two of the shipment as it is kept with its statement; its id. */
export async function statedRelease(house: House, shipmentId: string): Promise<string> {
  const { organisationId } = house.broker;
  const made = await house.inTransaction<string, Failure>(system(organisationId), async (tx) => {
    const gate = await tx.clearances.ofStage(shipmentId, "domestic_distribution");
    const id = house.world.newId();
    const order = {
      organisationId,
      id,
      shipmentId,
      clearanceId: gate?.id ?? "",
      stage: "domestic_distribution",
    } as const;
    await tx.releases.add({ ...order, number: `RD-${id}`, decidedBy: "system", issuedAt: house.world.now() });
    await tx.lockShipment(shipmentId);
    await tx.statements.make({ organisationId, shipmentId, releaseId: id }, { "release.id": id });
    return ok(id);
  });
  return must(made);
}

/** What a stranger reads of the log: nothing, for it is an authority's to answer for. */
export function evidenceQueries(house: () => House, actor: () => Actor) {
  const refused = { ok: false, error: { kind: "forbidden", permission: "see_log" } };
  return { getLogStanding: [() => house().queries.getLogStanding(actor()), refused] } as const;
}

/** Every act on the evidence of a release, tried by an actor with its id. */
export function evidenceActs({ house, actor, releaseId, shipmentId }: Tried) {
  const logSigner = { signStatus: () => Promise.reject(new Error("nothing is signed for a stranger")) };
  return {
    replayTax: () => replayTax(house(), actor(), shipmentId()),
    proveRelease: () => proveRelease({ ...house(), logSigner }, actor(), { releaseId: releaseId(), leaveOut: [] }),
  };
}
