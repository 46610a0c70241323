import type { Failure } from "@/contracts/problem";
import { add, decimal, formatDecimal, ZERO } from "@/domain/shared/decimal";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { RiskPorts } from "./assess-risk";
import { lodgeDeclaration } from "./lodge-declaration";
import type { OrderRecord } from "./order-record";
import { DependencyError, type UnitOfWork } from "./ports";

interface Ports extends RiskPorts {
  readonly inTransaction: UnitOfWork;
}

/** How many lodgings are under way at once; each holds a connection of its own. */
const AT_ONCE = 4;

/** Why an order is not among those that would be lodged. */
export const LODGE_EXCEPTIONS = ["waiting", "mismatched", "excluded", "lodged", "not_found"] as const;
export type LodgeException = (typeof LODGE_EXCEPTIONS)[number];

/** What lodging the chosen orders would do. */
export interface LodgePreview {
  readonly eligible: readonly string[];
  /** CNY of the goods of those. */
  readonly goodsValue: string;
  readonly exceptions: readonly { readonly orderId: string; readonly reason: LodgeException }[];
}

/** What became of one order. */
export interface OrderLodged {
  readonly orderId: string;
  readonly shipmentId: string | null;
  readonly lane: string | null;
  readonly failure: Failure | null;
}

/** How many of the chosen orders can be lodged, what they are worth, and which cannot and why; nothing is lodged. */
export function previewLodging(
  { inTransaction }: Pick<Ports, "inTransaction">,
  actor: Actor,
  orderIds: readonly string[],
): Promise<Result<LodgePreview, Failure>> {
  return inTransaction<LodgePreview, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "lodge_declaration");
    if (!allowed.ok) return allowed;
    return ok(preview(await tx.orders.get(orderIds), orderIds));
  });
}

function preview(orders: readonly OrderRecord[], asked: readonly string[]): LodgePreview {
  const eligible = orders.filter(isEligible);
  const known = new Map(orders.map((order) => [order.id, order]));
  const exceptions = [...new Set(asked)].flatMap((orderId) => {
    const order = known.get(orderId);
    if (order && isEligible(order)) return [];
    return [{ orderId, reason: exceptionOf(order) }];
  });
  return {
    eligible: eligible.map((order) => order.id),
    goodsValue: formatDecimal(eligible.map((order) => decimal(order.goodsValue)).reduce(add, ZERO)),
    exceptions,
  };
}

function isEligible({ state, shipmentId }: OrderRecord): boolean {
  return state === "matched" && shipmentId !== null;
}

function exceptionOf(order: OrderRecord | undefined): LodgeException {
  if (!order) return "not_found";
  return order.state === "matched" ? "waiting" : order.state;
}

/**
 * Lodges the orders that agree in every hard rule, each in a transaction of its own, so that one which is refused stops
 * none of the others. A mismatch is never lodged: the check before lodging looks again. Sending the same again under the
 * key lodges nothing twice.
 */
export async function lodgeMatched(
  ports: Ports,
  actor: Actor,
  asked: { readonly orderIds: readonly string[]; readonly idempotencyKey: string },
): Promise<Result<readonly OrderLodged[], Failure>> {
  const allowed = authorise(actor, "lodge_declaration");
  if (!allowed.ok) return allowed;
  const orders = await ports.inTransaction<readonly OrderRecord[], Failure>(actor, async (tx) =>
    ok((await tx.orders.get(asked.orderIds)).filter((order) => order.shipmentId !== null)),
  );
  if (!orders.ok) return orders;
  const waiting = [...orders.value];
  const lodged: OrderLodged[] = [];
  const next = async (): Promise<void> => {
    for (let order = waiting.shift(); order; order = waiting.shift())
      lodged.push(await lodgeOne(ports, actor, order, asked.idempotencyKey));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return ok(lodged.toSorted((a, b) => a.orderId.localeCompare(b.orderId, "en")));
}

async function lodgeOne(ports: Ports, actor: Actor, order: OrderRecord, key: string): Promise<OrderLodged> {
  const shipmentId = order.shipmentId ?? "";
  const lodged = await lodgeDeclaration(ports, actor, {
    shipmentId,
    idempotencyKey: `${key}:${order.id}`,
    security: "guarantee",
    acknowledged: [],
  }).catch((error: unknown): Result<never, Failure> => {
    // One that met something broken stops none of the others, and is sent again by whoever sees it left.
    if (error instanceof DependencyError) return err({ kind: "unavailable", dependency: error.dependency });
    return err({ kind: "unavailable", dependency: "database" });
  });
  return lodged.ok
    ? { orderId: order.id, shipmentId, lane: lodged.value.outcome.lane, failure: null }
    : { orderId: order.id, shipmentId, lane: null, failure: lodged.error };
}
