import type { Failure } from "@/contracts/problem";
import type { ModelReport } from "@/contracts/risk-model";
import type { HistoryEntry, HistoryOutcome } from "@/domain/history/entry";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { onceEach } from "./history-once";
import type { RiskModelKind } from "./model-record";
import type { UnitOfWork, World } from "./ports";

/** What a model is learned from. */
export interface TrainingSet {
  readonly kind: RiskModelKind;
  readonly seed: number;
  readonly entries: readonly HistoryEntry[];
  readonly outcomes: readonly HistoryOutcome[];
}

/** What was learned, or why nothing could be: in words of the learner, which name what is missing. */
export type Trained =
  | { readonly ok: true; readonly body: Uint8Array; readonly report: ModelReport }
  | { readonly ok: false; readonly fault: string };

/** Learns in a process of its own, so that nobody waits for it. Throws when that process does not come to an end. */
export interface ModelTrainer {
  train(set: TrainingSet): Promise<Trained>;
}

/**
 * Trains a model that was asked for. It learns from what the authority knew before the day of the wish, and then stands
 * in the shadow of the one that decides. What cannot be learned is said on the model; nothing else changes.
 */
export async function trainRiskModel(
  { inTransaction, world, trainer }: { inTransaction: UnitOfWork; world: World; trainer: ModelTrainer },
  actor: Actor,
  messageId: string,
  modelId: string,
): Promise<Result<void, Failure>> {
  const allowed = authorise(actor, "assess");
  if (!allowed.ok) return allowed;
  const asked = await inTransaction<TrainingSet | null, Failure>(actor, async (tx) => {
    const model = await tx.models.get(modelId);
    if (model?.state !== "training") return ok(null);
    const { kind, seed, trainedFrom, trainedBefore } = model;
    const { entries, standsFor } = onceEach(await tx.history.entries(trainedFrom, trainedBefore));
    const outcomes = (await tx.history.outcomes(trainedFrom, trainedBefore)).map((outcome) => ({
      ...outcome,
      entryId: standsFor.get(outcome.entryId) ?? outcome.entryId,
    }));
    return ok({ kind, seed, entries: entries.map(({ entry }) => entry), outcomes });
  });
  if (!asked.ok) return asked;
  const trained = asked.value && (await trainer.train(asked.value));
  return inTransaction<void, Failure>(actor, async (tx) => {
    if (!(await tx.outbox.complete(messageId)) || !asked.value || !trained) return ok(undefined);
    if (trained.ok) {
      const { body, report } = trained;
      const bodySha256 = world.sha256(Buffer.from(body).toString("base64"));
      const { entries, outcomes } = asked.value;
      const counts = { entries: entries.length, labels: outcomes.length };
      await tx.models.move(modelId, "training", { state: "challenger", body, report, bodySha256, ...counts });
    } else await tx.models.move(modelId, "training", { state: "failed", fault: trained.fault });
    await tx.audit.add(trained.ok ? "model_trained" : "model_not_trained", "risk_model", modelId, {});
    return ok(undefined);
  });
}
