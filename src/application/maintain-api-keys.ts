import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise, type Role } from "./actor";
import type { UnitOfWork, World } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  /** A fresh secret with the prefix that names it and the hash that is kept. */
  readonly newSecret: () => { readonly prefix: string; readonly secret: string; readonly secretHash: string };
}

/** Creates a key for machines. Its secret is in the answer and nowhere else. */
export function createApiKey(
  ports: Ports,
  actor: Actor,
  name: string,
  roles: readonly Role[],
): Promise<Result<{ id: string; secret: string }, Failure>> {
  return ports.inTransaction<{ id: string; secret: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "maintain_api_keys");
    if (!allowed.ok) return allowed;
    const { prefix, secret, secretHash } = ports.newSecret();
    const id = ports.world.newId();
    await tx.apiKeys.add({ id, name, prefix, secretHash, roles, createdBy: actor.id });
    await tx.audit.add("api_key_created", "api_key", id, { name, prefix, roles: roles.join(",") });
    return ok({ id, secret });
  });
}

/** Ends a key at once. */
export function revokeApiKey(inTransaction: UnitOfWork, actor: Actor, id: string): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "maintain_api_keys");
    if (!allowed.ok) return allowed;
    if (!(await tx.apiKeys.revoke(id))) return err({ kind: "not_found", what: "API key" });
    await tx.audit.add("api_key_revoked", "api_key", id, {});
    return ok(undefined);
  });
}
