import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import type { Directory, SessionRecord } from "./directory";

/** Where the person is signed in. */
export async function listOwnSessions(
  directory: Directory,
  actor: Actor,
): Promise<Result<readonly SessionRecord[], Failure>> {
  if (actor.kind !== "person") return err({ kind: "needs_person", permission: "own_sessions" });
  return ok(await directory.sessions(actor.id));
}

/** Signs the person out of one browser, at once. */
export async function endOwnSession(
  directory: Directory,
  actor: Actor,
  sessionId: string,
): Promise<Result<void, Failure>> {
  if (actor.kind !== "person") return err({ kind: "needs_person", permission: "own_sessions" });
  const isEnded = await directory.endSession(actor.id, sessionId);
  return isEnded ? ok(undefined) : err({ kind: "not_found", what: "session" });
}
