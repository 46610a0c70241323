import type { Actor } from "@/application/actor";
import { promoteModel, requestModel } from "@/application/maintain-models";
import { seedHistory } from "@/application/seed-history";
import type { Failure } from "@/contracts/problem";
import { addDays } from "@/domain/shared/local-date";
import type { Result } from "@/domain/shared/result";
import { services } from "@/runtime/container";

const YEAR = { seed: 2026, days: 365, perDay: 36, traders: 180 } as const;
const TRAINED_MS = 300_000;
const POLL_MS = 500;

/** A year of history that never happened, labelled as generated, and the wish for a model that learns from it. */
export async function prepareHistory(admin: Actor): Promise<string> {
  const ports = services();
  const system = { kind: "system", id: "system", name: "system", organisationId: admin.organisationId } as const;
  must(await seedHistory(ports, system, { ...YEAR, from: addDays(ports.world.today(), -YEAR.days) }));
  return must(await requestModel(ports, admin, { kind: "boosted", days: YEAR.days, seed: 1 })).id;
}

/** Lets the model decide once the worker has trained it, on the second admin's word. */
export async function letModelDecide(secondAdmin: Actor, modelId: string): Promise<void> {
  const ports = services();
  const deadline = Date.now() + TRAINED_MS;
  while (Date.now() < deadline) {
    const model = must(await ports.queries.listModels(secondAdmin)).find(({ id }) => id === modelId);
    if (model?.state === "challenger") {
      must(await promoteModel(ports, secondAdmin, modelId));
      return;
    }
    if (model?.state === "failed") throw new Error(`The demonstration's model was not trained: ${model.fault}`);
    await new Promise((wake) => setTimeout(wake, POLL_MS));
  }
  throw new Error("The demonstration's model was not trained in time. Start again with npm start.");
}

function must<T>(result: Result<T, Failure>): T {
  if (result.ok) return result.value;
  throw new Error(`The demonstration was refused: ${JSON.stringify(result.error)}`);
}
