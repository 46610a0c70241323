import { statusListCredentialSchema } from "@/contracts/passport-credential";
import type { Failure } from "@/contracts/problem";
import { type IssuerPlace, statusListCredential } from "@/domain/passport/credential";
import { statusBits } from "@/domain/passport/status-bits";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { CredentialSigner } from "./credential-signer";
import { found } from "./load";
import type { UnitOfWork, World } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly signer: CredentialSigner;
  readonly issuer: IssuerPlace;
  /** The bits as the list has them: gzipped, base64url, behind the `u` of multibase. */
  readonly encodeBits: (bits: Uint8Array) => string;
}

/** A snapshot holds so long; a new one is made four times meanwhile, so that one failure leaves nobody without. */
const VALID_MS = 2 * 3_600_000;
const AGAIN_MS = VALID_MS / 4;

/**
 * Signs a status list as it stands and keeps it for whoever publishes; owes the next in half an hour. Throws a
 * DependencyError while the signer does not answer, and is tried again.
 */
export function publishStatus(
  { inTransaction, world, signer, issuer, encodeBits }: Ports,
  actor: Actor,
  messageId: string,
  listId: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "publish_status");
    if (!allowed.ok) return allowed;
    if (!(await tx.outbox.complete(messageId))) return ok(undefined);
    // Whoever takes a passport back holds the same lock, so that no older snapshot is kept over a newer one.
    await tx.passports.lock();
    const list = found(await tx.passports.list(listId), "status list");
    if (!list.ok) return list;
    const { revoked, suspended } = await tx.passports.placesSet(listId);
    const now = world.now();
    const signed = (purpose: "revocation" | "suspension", publicId: string, places: readonly number[]) => {
      const credential = statusListCredential(issuer, {
        ...{ publicId, purpose, encodedList: encodeBits(statusBits(places)), ttlMs: AGAIN_MS },
        ...{ validFrom: now.toISOString(), validUntil: new Date(now.getTime() + VALID_MS).toISOString() },
      });
      statusListCredentialSchema.parse(credential);
      return signer.sign(credential, "vc+jwt");
    };
    await tx.passports.keepSnapshots(listId, {
      revocation: await signed("revocation", list.value.revocationId, revoked),
      suspension: await signed("suspension", list.value.suspensionId, suspended),
    });
    const slot = Math.floor(now.getTime() / AGAIN_MS) + 1;
    await tx.outbox.putOnce(
      actor.organisationId,
      `status of ${listId} at ${slot}`,
      { name: "status.publish", payload: { organisationId: actor.organisationId, listId } },
      new Date(slot * AGAIN_MS),
    );
    return ok(undefined);
  });
}
