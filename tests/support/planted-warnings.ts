import { inventory, type Planted, payment, waybill } from "./planting";

/** Rules that warn, ask a person or add points. */
export const SOFT: readonly Planted[] = [
  {
    name: "an address of another house",
    rule: "M10",
    reason: "address_unlike",
    outcome: "review",
    sources: ["order", "waybill"],
    triple: waybill((each) => ({ recipient: { ...each.recipient, address: "上海市浦东新区张杨路1号9999室" } })),
  },
  {
    name: "a parcel a fifth heavier than declared",
    rule: "M13",
    reason: "weight_apart",
    sources: ["inventory", "waybill"],
    triple: waybill((each) => ({ weightKg: (Number(each.weightKg) * 1.2).toFixed(3) })),
  },
  {
    name: "paid before the order was placed",
    rule: "M16",
    reason: "paid_before_order",
    sources: ["order", "payment"],
    triple: payment(() => ({ paidAt: "2026-11-24T07:59:59+08:00" })),
  },
  {
    name: "paid after the declaration",
    rule: "M16",
    reason: "paid_after_declaration",
    sources: ["payment", "inventory"],
    triple: payment(() => ({ paidAt: "2026-11-24T10:00:01+08:00" })),
  },
  {
    name: "freight of another amount",
    rule: "M19",
    reason: "charge_differs",
    sources: ["inventory", "waybill"],
    triple: inventory(() => ({ freight: "11.00" })),
  },
  ...(["phone", "address", "device", "payer"] as const).map(
    (kind): Planted => ({
      name: `four people behind one ${kind}`,
      rule: "M20",
      reason: `many_behind_${kind}`,
      sources: [kind === "payer" ? "payment" : "order"],
      context: (context) => ({ ...context, sharedBy: { ...context.sharedBy, [kind]: 4 } }),
    }),
  ),
  {
    name: "a parcel that weighs nothing",
    rule: "M20",
    reason: "empty_parcel",
    sources: ["waybill"],
    triple: waybill(() => ({ weightKg: "0.01" })),
  },
];
