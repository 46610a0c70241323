import type { MatchContext } from "@/domain/three-documents/context";
import type {
  Inventory,
  MatchedDocument,
  Order,
  OrderLine,
  Payment,
  Triple,
  Waybill,
} from "@/domain/three-documents/documents";
import type { RuleId } from "@/domain/three-documents/outcome";

/** A mismatch that is planted into a triple of which everything agrees, and where it must be found. */
export interface Planted {
  readonly name: string;
  readonly rule: RuleId;
  readonly reason: string;
  readonly sources: readonly MatchedDocument[];
  readonly outcome?: "mismatch" | "review" | "unknown";
  readonly triple?: (triple: Triple) => Triple;
  readonly context?: (context: MatchContext, triple: Triple) => MatchContext;
}

export const order = (change: (order: Order) => Partial<Order>) => (triple: Triple) => ({
  ...triple,
  order: { ...triple.order, ...change(triple.order) },
});
export const payment = (change: (payment: Payment) => Partial<Payment>) => (triple: Triple) => ({
  ...triple,
  payment: { ...triple.payment, ...change(triple.payment) },
});
export const waybill = (change: (waybill: Waybill) => Partial<Waybill>) => (triple: Triple) => ({
  ...triple,
  waybill: { ...triple.waybill, ...change(triple.waybill) },
});
export const inventory = (change: (inventory: Inventory) => Partial<Inventory>) => (triple: Triple) => ({
  ...triple,
  inventory: { ...triple.inventory, ...change(triple.inventory) },
});
const firstLine = (change: Partial<OrderLine>) => (lines: readonly OrderLine[]) =>
  lines.map((line, index) => (index === 0 ? { ...line, ...change } : line));
/** On both sides, so that the declaration is what the order says. */
export const goods = (change: Partial<OrderLine>) => (triple: Triple) => {
  const lines = firstLine(change)(triple.order.lines);
  return { ...triple, order: { ...triple.order, lines }, inventory: { ...triple.inventory, lines } };
};
