import { alertsHitting, isHit, type LineFacts } from "@/domain/alert/alert";
import type { DeclarationContent } from "@/domain/declaration/declaration";
import type { AlertRecord } from "./alert-record";
import { makersOf } from "./makers-of";
import type { Transaction, World } from "./ports";
import type { ReviewCaseRecord } from "./review-record";

/** The lines of a declaration at a gate, as an alert asks for them. */
export async function alertLines(
  tx: Pick<Transaction, "requirements">,
  clearanceId: string,
  content: DeclarationContent,
): Promise<readonly LineFacts[]> {
  const producers = await makersOf(tx, clearanceId, content);
  return content.lines.map((line) => ({
    commodityCode: line.commodityCode.value,
    origin: line.origin.value,
    description: line.description.value,
    producers,
  }));
}

type Case = Pick<ReviewCaseRecord, "shipmentId" | "clearanceId" | "declarationId">;

/** The active alerts of the actor's authority that the goods of the case are of today; a broker's transaction sees none. */
export async function alertsOn(
  tx: Transaction,
  world: World,
  { clearanceId, declarationId }: Case,
): Promise<readonly AlertRecord[]> {
  const alerts = await tx.alerts.active();
  if (alerts.length === 0) return [];
  const declaration = await tx.declarations.get(declarationId);
  if (!declaration) throw new Error(`Declaration ${declarationId} of a case is not there`);
  return alertsHitting(alerts, await alertLines(tx, clearanceId, declaration.content), world.today());
}

/**
 * Of the alerts on the goods of the case those that nobody examined them for: a line that an alert is of has no result
 * of an inspection, at either gate, since the alert was raised.
 */
export async function unexaminedAlerts(
  tx: Transaction,
  world: World,
  reviewCase: Case,
): Promise<readonly AlertRecord[]> {
  const alerts = await alertsOn(tx, world, reviewCase);
  if (alerts.length === 0) return [];
  const { content } = (await tx.declarations.get(reviewCase.declarationId)) ?? { content: null };
  if (content === null) return alerts;
  const lines = await alertLines(tx, reviewCase.clearanceId, content);
  const inspections = (await tx.inspections.ofShipment(reviewCase.shipmentId)).filter(
    ({ kind, state }) => kind === "inspection" && state === "recorded",
  );
  return alerts.filter((alert) => {
    const since = inspections.filter(({ recordedAt }) => recordedAt !== null && recordedAt > alert.raisedAt);
    const examined = new Set(since.flatMap((each) => each.lines));
    return content.lines.some(({ number }, index) => {
      const facts = lines[index];
      return facts !== undefined && isHit(alert, facts) && !examined.has(number);
    });
  });
}
