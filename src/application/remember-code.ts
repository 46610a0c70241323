import type { Transaction } from "./ports";
import type { FieldRecord } from "./records";

/**
 * A code that a person vouches for on a goods line teaches classification what these goods are; the description is that
 * of the same line, of the same document first.
 */
export async function rememberCode(
  tx: Transaction,
  { name, line, value, shipmentId, documentId, confirmedBy }: FieldRecord,
) {
  if (name !== "hs_code" || line === null || !confirmedBy || !/^\d{6,13}$/.test(value)) return;
  const fields = await tx.fields.listOf(shipmentId);
  const described = fields.filter(
    (field) => field.name === "description" && field.line === line && field.status !== "rejected",
  );
  const own = described.find((field) => field.documentId === documentId) ?? described[0];
  if (own && own.value.trim() !== "") await tx.codes.decide(own.value, value, confirmedBy);
}
