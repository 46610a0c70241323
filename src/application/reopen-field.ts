import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import type { UnitOfWork } from "./ports";
import type { FieldRecord } from "./records";
import { isChanged, ownField, type Seen, STALE, settle, settleAsRemoved } from "./settle-field";

/**
 * Takes back what a person said of a value: what the machine read stands again, and is asked if it was. What a person
 * had added to the document is gone from it, and comes back as null; the evidence keeps both.
 */
export function reopenField(
  inTransaction: UnitOfWork,
  actor: Actor,
  fieldId: string,
  seen?: Seen,
): Promise<Result<FieldRecord | null, Failure>> {
  return inTransaction<FieldRecord | null, Failure>(actor, async (tx) => {
    const loaded = await ownField(tx, actor, fieldId);
    if (!loaded.ok) return loaded;
    const field = loaded.value;
    if (field.status === "suggested") return ok(field);
    if (isChanged(field, seen)) return err(STALE);
    const asRead = reopened(field);
    if (asRead) return settle(tx, actor, field, asRead, "field_reopened");
    await settleAsRemoved(tx, actor, field);
    return ok(null);
  });
}

/** The field as the machine suggested it; null for what a person typed where the machine read nothing. */
export function reopened(field: FieldRecord): FieldRecord | null {
  if (field.method === "typed" && field.machineValue === null) return null;
  const value = field.machineValue ?? field.value;
  return { ...field, value, machineValue: null, status: "suggested", confirmedBy: null, confirmedByName: null };
}
