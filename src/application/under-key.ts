import type { Failure } from "@/contracts/problem";
import { canonicalJson } from "@/domain/evidence/canonical-json";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import type { Transaction, UnitOfWork, World } from "./ports";

/** A request that may arrive more than once. */
interface KeyedRequest {
  /** Chosen by the sender, the same for every sending of one request. */
  readonly key: string;
  /** What is asked for; one key cannot ask for two things. */
  readonly endpoint: string;
  /** Everything that the answer depends on, as JSON. */
  readonly content: Parameters<typeof canonicalJson>[0];
  /** Told when the request was carried out before and the answer is the one from then. */
  readonly onReplay?: () => void;
}

/**
 * A unit of work that is carried out once for its key, however often it is sent: the effect and the answer are kept in
 * one transaction. A refusal keeps nothing, so what was refused may be sent again when its reason is gone.
 */
export function underKey(inTransaction: UnitOfWork, world: World, request: KeyedRequest): UnitOfWork {
  return <T, F extends Failure>(actor: Actor, work: (tx: Transaction) => Promise<Result<T, F>>) =>
    inTransaction<T, F>(actor, async (tx) => {
      const { key, endpoint, content, onReplay } = request;
      const hash = world.sha256(canonicalJson({ actor: actor.id, content }));
      const begun = await tx.idempotency.begin(key, endpoint, hash);
      // The refusals are failures that every use case may give; the type of one that is wrapped here need not name them.
      if (begun.kind === "in_flight") return err({ kind: "key_in_flight", key } as F);
      if (begun.kind === "other_request") return err({ kind: "key_reused", key } as F);
      if (begun.kind === "done") {
        onReplay?.();
        return ok(begun.body as T);
      }
      const result = await work(tx);
      if (result.ok) await tx.idempotency.finish(key, 200, result.value ?? null);
      return result;
    });
}
