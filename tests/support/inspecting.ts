import { countersignInspection } from "@/application/countersign-inspection";
import { orderInspection } from "@/application/order-inspection";
import { recordInspection } from "@/application/record-inspection";
import type { Check } from "@/domain/inspection/check";
import { type House, must } from "./house";

/** An inspection of goods in examination whose lines are all as declared; its id. */
export async function inspectAsDeclared(
  house: House,
  caseId: string,
  scope: { readonly lines?: readonly number[]; readonly checks?: readonly Check[] } = {},
): Promise<string> {
  const reasons = ["control_requires_examination"];
  const nothing = { packages: null, team: null, note: null };
  const { id } = must(await orderInspection(house, house.officer, { caseId, reasons, ...nothing, ...scope }));
  const { rows } = await house.sql.query("select unnest(lines) as line from inspection where id = $1", [id]);
  const lines = rows.map(({ line }) => ({ line: line as number, irregularity: null, revenue: "0", finding: null }));
  must(await recordInspection(house, house.officer, id, { lines, findings: null, isFlagged: false }));
  return id;
}

/** The same, countersigned by the second officer, as goods are that are supervised at both ends. */
export async function inspectByTwo(house: House, caseId: string): Promise<void> {
  const id = await inspectAsDeclared(house, caseId);
  must(await countersignInspection(house.inTransaction, house.secondOfficer, id));
}
