import type { Actor } from "@/application/actor";
import { countersignInspection } from "@/application/countersign-inspection";
import { orderInspection } from "@/application/order-inspection";
import { recordInspection } from "@/application/record-inspection";
import type { Failure } from "@/contracts/problem";
import type { Result } from "@/domain/shared/result";
import { services } from "@/runtime/container";

/** Two officers inspect the goods of a case in examination and find them as declared, sealed for the way. */
export async function inspectAsDeclared(officer: Actor, secondOfficer: Actor, shipmentId: string): Promise<void> {
  const { inTransaction, queries } = services();
  const queue = await queries.listReviews(officer, { limit: 50, state: "open" });
  const caseId = queue.rows.find((row) => row.shipmentId === shipmentId)?.caseId;
  if (!caseId) return;
  const order = { caseId, reasons: ["control_requires_examination"], packages: null, team: null, note: null };
  const { id } = must(await orderInspection(services(), officer, order));
  const inspection = must(await queries.listInspectionsOf(officer, shipmentId)).find((each) => each.id === id);
  const lines = (inspection?.lines ?? []).map((line) => ({ line, irregularity: null, revenue: "0", finding: null }));
  const seal = { sealNumber: "CN0012345", sealState: null, validUntil: null };
  const items = lines.map(({ line }) => ({ line, check: "both_ends" as const, ...seal }));
  must(await recordInspection(services(), officer, id, { lines, items, findings: null, isFlagged: false }));
  must(await countersignInspection(inTransaction, secondOfficer, id));
}

function must<T>(result: Result<T, Failure>): T {
  if (result.ok) return result.value;
  throw new Error(`The demonstration was refused: ${JSON.stringify(result.error)}`);
}
