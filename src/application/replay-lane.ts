import type { Failure } from "@/contracts/problem";
import { chooseFrom, type LaneInputs, type ModelSays } from "@/domain/selectivity/lane-inputs";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { decisionHash } from "./assess-risk";
import type { AuthorityMemory } from "./authority-memory";
import { found } from "./load";
import { judge } from "./model-verdict";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { Lane } from "./records";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly memory: AuthorityMemory;
  readonly world: World;
}

/** A lane that was chosen again, beside the one that was chosen then. */
export interface Replay {
  readonly isSame: boolean;
  readonly past: { readonly lane: Lane; readonly cause: string; readonly score: number; readonly hash: string };
  readonly again: { readonly lane: Lane; readonly cause: string; readonly score: number; readonly hash: string };
}

/**
 * Chooses the lane of a clearance once more, from what was logged with it and the model of that version. The same lane
 * and the same digest must come out; where they do not, that is an incident, and the evidence says so.
 */
export function replayLane(ports: Ports, actor: Actor, clearanceId: string): Promise<Result<Replay, Failure>> {
  const { inTransaction, world } = ports;
  return inTransaction<Replay, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "replay_lane");
    if (!allowed.ok) return allowed;
    const loaded = found(await tx.risks.ofClearance(clearanceId), "risk assessment");
    if (!loaded.ok) return loaded;
    const risk = loaded.value;
    const { inputs, decisionHash: hash } = risk;
    if (!inputs || hash === null) return err({ kind: "not_found", what: "logged inputs" });
    const says = await askAgain(ports, tx, inputs);
    if (!says) return err({ kind: "not_found", what: `model ${inputs.modelVersion}` });
    const again = chooseFrom(inputs, says);
    const now = { lane: again.lane, cause: again.cause, score: again.score, hash: decisionHash(world, inputs, again) };
    const isSame = now.hash === hash && now.lane === risk.lane && now.score === risk.score;
    const { organisationId, shipmentId, stage } = risk;
    await tx.lockShipment(shipmentId);
    if (!isSame) await tx.incidents.open("replay_differs", `lane of clearance ${clearanceId}: ${now.hash} for ${hash}`);
    await tx.evidence.append({
      organisationId,
      shipmentId,
      kind: isSame ? "lane_replayed" : "replay_differs",
      actor: actor.id,
      stage,
      subject: risk.id,
      facts: { decision: now.hash, lane: now.lane },
    });
    return ok({ isSame, past: { lane: risk.lane, cause: risk.laneCause, score: risk.score, hash }, again: now });
  });
}

/** What the model of that version says of the features of then; null where it is no longer there. */
export async function askAgain(
  { memory }: Pick<Ports, "memory">,
  tx: Transaction,
  { modelVersion, lines }: LaneInputs,
): Promise<readonly ModelSays[] | null> {
  if (modelVersion === null) return [];
  const model = await memory.modelOf(tx, modelVersion);
  if (!model) return null;
  return lines.flatMap(({ line, features }) =>
    features
      ? [
          {
            line,
            ...judge(
              model,
              Float64Array.from(features, (each) => each ?? Number.NaN),
            ).says,
          },
        ]
      : [],
  );
}
