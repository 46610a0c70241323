import { compare, decimal, ZERO } from "@/domain/shared/decimal";
import { postToGuarantee } from "./move-guarantee";
import type { Transaction, World } from "./ports";
import type { TaxAssessmentRecord } from "./records";

/**
 * Reserves under the guarantee what is no longer waived. Where the guarantee does not hold as much nothing is reserved:
 * the tax is not secured then, and the gate waits for a payment or a greater guarantee.
 */
export async function secureAgain(
  tx: Transaction,
  world: World,
  { organisationId, shipmentId, declarationId, currency }: TaxAssessmentRecord,
  amount: string,
  reference: string,
): Promise<void> {
  if (compare(decimal(amount), ZERO) <= 0) return;
  const declaration = { id: declarationId, shipmentId };
  const entry = { move: "reserve", amount, currency, reference, organisationId, declaration, by: "system" } as const;
  const reserved = await postToGuarantee(tx, world, entry);
  if (!reserved.ok) return;
  const id = world.newId();
  await tx.securities.add({
    ...{ organisationId, id, shipmentId, declarationId, currency, createdBy: "system" },
    ...{ kind: "guarantee", amount, reference },
  });
  await tx.evidence.append({
    ...{ organisationId, shipmentId, kind: "tax_secured", actor: "system", stage: "bonded_exit", subject: id },
    facts: { by: "guarantee", amount, currency },
  });
}
