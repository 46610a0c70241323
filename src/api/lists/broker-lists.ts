import { parseFilter } from "@/contracts/lists";
import { nextStepOf } from "@/contracts/message-step";
import type { MessageRowView } from "@/contracts/views/exchange";
import type { OrderRowView } from "@/contracts/views/order";
import type { ClearanceView, ShipmentListRowView } from "@/contracts/views/shipment";
import { LIFECYCLE } from "@/domain/clearance/lifecycle";
import { err, ok } from "@/domain/shared/result";
import type { Say } from "@/runtime/words";
import { type Exported, money, number, text, time } from "./exported";

/** What no list takes as a filter was refused before it comes here. */
const NO_FILTER = err({ kind: "invalid_input", pointer: "/query", fault: "view_filter_unknown" } as const);

export const shipmentExport: Exported<ShipmentListRowView> = {
  list: "shipments",
  page: async (queries, actor, { ids, ...query }, at) => {
    const filter = parseFilter("shipments", query);
    if (filter === null) return NO_FILTER;
    const { view, search, sort } = filter;
    const asked = {
      ...at,
      ...(view ? { view } : {}),
      ...(search ? { search } : {}),
      ...(sort ? { sort } : {}),
      ...(ids ? { ids: ids.split(",") } : {}),
    };
    return ok(await queries.listShipments(actor, asked));
  },
  columns: {
    reference: [
      { value: (row) => text(row.reference) },
      { said: (say) => say("lists.part.regime"), value: (row) => text(row.regime) },
    ],
    consignee: [{ value: (row) => text(row.consignee) }],
    goods: [{ value: (row) => text(row.goods) }],
    value: money((row) => row.value),
    gates: [0, 1].map((index) => ({
      said: (say: Say) => say("gates.gate", { number: index + 1 }),
      value: (row: ShipmentListRowView, say: Say) => text(gateWords(row.gates[index], say)),
    })),
    nextClock: [
      { value: (row, say) => text(row.nextClock && say(`clearanceTime.clock.${row.nextClock.code}`)) },
      time((row) => row.nextClock?.dueAt),
    ],
    atStake: money((row) => row.atStake),
    toConfirm: [{ value: (row) => number(row.declarationState === "lodged" ? 0 : row.toConfirm) }],
    updated: [time((row) => row.updatedAt)],
  },
};

/** Where a gate stands, as its mark says it. */
function gateWords(gate: ClearanceView | undefined, say: Say): string | null {
  if (!gate) return null;
  const isEnded = Object.keys(LIFECYCLE[gate.state]).length === 0;
  return gate.openedAt === null && !isEnded ? say("gates.notOpen") : say(`gates.state.${gate.state}`);
}

export const orderExport: Exported<OrderRowView> = {
  list: "orders",
  page: async (queries, actor, query, at) => {
    const filter = parseFilter("orders", query);
    return filter === null ? NO_FILTER : queries.listOrders(actor, { ...filter, ...at });
  },
  columns: {
    order: [{ value: (row) => text(row.orderNumber) }],
    state: [
      { value: (row, say) => text(say(`orders.state.${row.state}`)) },
      {
        said: (say) => say("orders.contested"),
        value: (row, say) => text(row.contested.map((kind) => say(`orders.document.${kind}`)).join(", ")),
      },
    ],
    buyer: [{ value: (row) => text(row.buyerMasked) }],
    value: money((row) => ({ amount: row.goodsValue, currency: "CNY" })),
    nextClock: [
      { value: (row, say) => text(row.nextClock && say(`clearanceTime.clock.${row.nextClock.code}`)) },
      time((row) => row.nextClock?.dueAt),
    ],
    rules: [{ value: (row) => text(row.rules.join(", ")) }],
    platform: [{ value: (row) => text(row.platform) }],
    merchant: [{ value: (row) => text(row.merchant) }],
    placed: [time((row) => row.placedAt)],
  },
};

export const messageExport: Exported<MessageRowView> = {
  list: "messages",
  page: async (queries, actor, query, at) => {
    const filter = parseFilter("messages", query);
    if (filter === null) return NO_FILTER;
    const { state, kind, search } = filter;
    const asked = { ...at, ...(state ? { state } : {}), ...(kind ? { kind } : {}), ...(search ? { search } : {}) };
    return queries.listMessages(actor, asked);
  },
  columns: {
    number: [
      { value: (row) => text(row.number) },
      { said: (say) => say("exchange.column.version"), value: (row) => number(row.version) },
    ],
    kind: [{ value: (row, say) => text(say(`exchange.kind.${row.kind}`)) }],
    shipment: [{ value: (row) => text(row.shipment.reference) }],
    state: [
      { value: (row, say) => text(say(`exchange.state.${row.state}`)) },
      {
        said: (say) => say("lists.part.answer"),
        value: (row, say) => text(row.meaning ? say(`messageWords.meaning.${row.meaning}`) : row.status),
      },
    ],
    next: [{ value: (row, say) => text(say(`exchange.next.${nextStepOf(row)}`, { count: row.faultCount })) }],
    when: [time((row) => row.createdAt)],
    sent: [time((row) => row.sentAt)],
  },
};
