import type { Actor } from "@/application/actor";
import { promoteModel, retireModel, rollBackModel } from "@/application/maintain-models";
import { settlePolicy } from "@/application/maintain-policy";
import { replayLane } from "@/application/replay-lane";
import { watchDrift } from "@/application/watch-drift";
import type { House } from "./house";

const ID = "00000000-0000-7000-8000-000000000000";

/** Known only once the tests run. */
interface Tried {
  readonly house: () => House;
  readonly actor: () => Actor;
  readonly clearanceId: () => string;
}

/** Every use case of models, policies and replays that takes an id, or asks for what another authority has. */
export function modelActs({ house, actor, clearanceId }: Tried) {
  return {
    promoteModel: () => promoteModel(house(), actor(), ID),
    retireModel: () => retireModel(house(), actor(), ID),
    rollBackModel: () => rollBackModel(house(), actor(), "because it is wrong"),
    settlePolicy: () => settlePolicy(house(), actor(), ID, true),
    replayLane: () => replayLane(house(), actor(), clearanceId()),
    watchDrift: () => watchDrift(house(), actor()),
  };
}

/** Every query about models, and what it gives somebody who is of no authority. */
export function modelQueries(house: () => House, actor: () => Actor) {
  const notTheirs = { ok: false, error: { kind: "forbidden", permission: "see_risk" } };
  return {
    listModels: [() => house().queries.listModels(actor()), notTheirs] as const,
    listPolicies: [() => house().queries.listPolicies(actor()), notTheirs] as const,
  };
}
