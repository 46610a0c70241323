import type { Failure } from "@/contracts/problem";
import { isUnsure } from "@/domain/declaration/facts";
import { ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import { lockedDocument } from "./add-field";
import { learnFrom } from "./learn-layout";
import type { UnitOfWork, World } from "./ports";
import type { FieldRecord } from "./records";

/** A value as it stood on the screen of whoever vouches for it. */
interface SeenValue {
  readonly id: string;
  readonly value: string;
}

/**
 * A person vouches for every doubtful value of a document that they saw. One that says something else by now, or that
 * two readings dispute, is left as it is: to vouch for it needs a look of its own. The evidence holds how many they
 * were, and a hash of which.
 */
export function confirmDocument(
  inTransaction: UnitOfWork,
  world: World,
  actor: Actor,
  documentId: string,
  seen: readonly SeenValue[],
): Promise<Result<readonly FieldRecord[], Failure>> {
  return inTransaction<readonly FieldRecord[], Failure>(actor, async (tx) => {
    const loaded = await lockedDocument(tx, actor, documentId);
    if (!loaded.ok) return loaded;
    const { organisationId, shipmentId } = loaded.value;
    const values = new Map(seen.map(({ id, value }) => [id, value]));
    const fields = (await tx.fields.listOf(shipmentId)).filter(
      (field) => field.documentId === documentId && isDoubtful(field) && values.get(field.id) === field.value,
    );
    const settled = await tx.fields.vouch(
      fields.map((field) => ({
        ...field,
        status: "confirmed",
        confirmedBy: actor.id,
        confirmedByName: actor.name,
      })),
    );
    if (settled.length === 0) return ok([]);
    await tx.evidence.append({
      organisationId,
      shipmentId,
      kind: "field_confirmed",
      actor: actor.id,
      stage: null,
      subject: documentId,
      facts: {
        document: documentId,
        fields: String(settled.length),
        ids: world.sha256(
          settled
            .map((field) => field.id)
            .sort()
            .join(),
        ),
      },
    });
    await learnFrom(tx, settled);
    await tx.announce(organisationId, shipmentId, { documentId });
    return ok(settled);
  });
}

function isDoubtful(field: FieldRecord): boolean {
  return isUnsure(field) && field.otherReading === null;
}
