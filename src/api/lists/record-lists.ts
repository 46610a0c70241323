import { parseFilter } from "@/contracts/lists";
import type { BookItemView } from "@/contracts/views/book";
import type { AeoRowView } from "@/contracts/views/credit";
import type { GoodsReturnView } from "@/contracts/views/goods-return";
import type { PassportRowView } from "@/contracts/views/passport";
import type { PermitView } from "@/contracts/views/permit";
import { decimal, formatDecimal, sum } from "@/domain/shared/decimal";
import { err, ok } from "@/domain/shared/result";
import type { Say } from "@/runtime/words";
import { day, type Exported, money, number, text, time } from "./exported";

const NO_FILTER = err({ kind: "invalid_input", pointer: "/query", fault: "view_filter_unknown" } as const);

export const permitExport: Exported<PermitView> = {
  list: "permits",
  page: async (queries, actor, query, at) => {
    const filter = parseFilter("permits", query);
    return filter === null ? NO_FILTER : queries.listPermits(actor, { ...at, list: filter.list ?? "on_record" });
  },
  columns: {
    kind: [
      {
        value: ({ kind }, say) =>
          text(say.has(`reasons.requirement.${kind}`) ? say(`reasons.requirement.${kind}`) : kind),
      },
    ],
    number: [{ value: (row) => text(row.number) }],
    holder: [
      { value: (row) => text(row.holder) },
      { said: (say) => say("permit.issuer"), value: (row) => text(row.issuer) },
    ],
    scope: [
      { said: (say) => say("permit.prefixes"), value: (row) => text(row.commodityPrefixes.join(", ")) },
      { said: (say) => say("permit.words"), value: (row) => text(row.words.join(", ")) },
      { said: (say) => say("permit.origins"), value: (row) => text(row.origins.join(", ")) },
      { said: (say) => say("permit.quantity"), value: (row) => number(row.quantity?.granted) },
      { said: (say) => say("lists.part.taken"), value: (row) => number(row.quantity?.taken) },
      { said: (say) => say("permit.unit"), value: (row) => text(row.quantity?.unit) },
      { said: (say) => say("lists.part.uses"), value: (row) => number(row.uses) },
    ],
    valid: [
      { said: (say) => say("permit.validFrom"), value: (row) => day(row.validFrom) },
      { said: (say) => say("permit.validTo"), value: (row) => day(row.validTo) },
    ],
  },
};

export const passportExport: Exported<PassportRowView> = {
  list: "passports",
  page: async (queries, actor, query, at) => {
    const filter = parseFilter("passports", query);
    if (filter === null) return NO_FILTER;
    const { list = "in_force", search } = filter;
    return queries.listPassports(actor, { ...at, list, ...(search ? { search } : {}) });
  },
  columns: {
    goods: [{ value: (row) => text(row.name) }],
    numbers: [
      { said: (say) => say("passport.gtin"), value: (row) => text(row.gtin) },
      { said: (say) => say("passport.batch"), value: (row) => text(row.batch) },
      { said: (say) => say("passport.serial"), value: (row) => text(row.serial) },
    ],
    standing: [{ value: (row, say) => text(say(`passport.standing.${row.standing}`)) }],
    origin: [{ value: (row) => text(row.origin) }],
    validUntil: [{ value: (row) => day(row.validUntil) }],
    issued: [time((row) => row.issuedAt)],
  },
};

export const returnExport: Exported<GoodsReturnView> = {
  list: "returns",
  page: async (queries, actor, query, at) => {
    const filter = parseFilter("returns", query);
    if (filter === null) return NO_FILTER;
    return queries.listReturns(actor, { ...at, ...(filter.state ? { state: filter.state } : {}) });
  },
  columns: {
    shipment: [{ value: (row) => text(row.shipment.reference) }],
    goods: [{ value: (row, say) => text(goodsOf(row, say)) }],
    why: [{ value: (row, say) => text(say(`goodsReturn.reason.${row.reason}`)) }],
    clock: [
      { said: (say) => say("goodsReturn.mustArrive"), value: (row) => day(row.arriveBy) },
      { said: (say) => say("goodsReturn.arrivalDay"), value: (row) => day(row.arrivedOn) },
    ],
    reverses: [
      ...money<GoodsReturnView>((row) => ({ amount: taxOf(row), currency: row.currency })),
      { said: (say) => say("lists.part.value"), value: (row) => number(row.value) },
    ],
    stands: [{ value: (row, say) => text(say(`goodsReturn.state.${row.state}`)) }],
  },
};

function goodsOf({ lines }: GoodsReturnView, say: Say): string {
  return lines.map(({ line, quantity }) => say("goodsReturn.ofLine", { line, quantity })).join("; ");
}

function taxOf({ duty, consumptionTax, vat }: GoodsReturnView): string {
  return formatDecimal(sum([duty, consumptionTax, vat].map(decimal)));
}

export const itemExport: Exported<BookItemView> = {
  list: "items",
  page: async (queries, actor, query, { cursor, limit }) => {
    const filter = parseFilter("items", query);
    if (filter === null) return NO_FILTER;
    const { book, search, expiry, inStock } = filter;
    const listed = await queries.listBookItems(actor, book, {
      limit,
      ...(cursor ? { after: Number(cursor) } : {}),
      ...(search ? { search } : {}),
      ...(expiry ? { expiry } : {}),
      ...(inStock ? { inStock: true } : {}),
    });
    if (!listed.ok) return listed;
    const { rows, nextAfter } = listed.value;
    return ok({ rows, nextCursor: nextAfter === null ? null : String(nextAfter) });
  },
  columns: {
    itemNo: [{ value: (row) => number(row.itemNo) }],
    goods: [
      { value: (row) => text(row.description) },
      { said: (say) => say("lists.part.product"), value: (row) => text(row.productCode) },
    ],
    code: [
      { value: (row) => text(row.commodityCode) },
      { said: (say) => say("lists.part.origin"), value: (row) => text(row.origin) },
    ],
    balance: [
      { value: (row) => number(row.balance) },
      { said: (say) => say("permit.unit"), value: (row) => text(row.declaredUnit) },
      { said: (say) => say("lists.part.legal", { number: 1 }), value: (row) => number(row.balanceLegal1) },
      { said: (say) => say("lists.part.legalUnit", { number: 1 }), value: (row) => text(row.legalUnit1) },
      { said: (say) => say("lists.part.legal", { number: 2 }), value: (row) => number(row.balanceLegal2) },
      { said: (say) => say("lists.part.legalUnit", { number: 2 }), value: (row) => text(row.legalUnit2) },
    ],
    reserved: [{ value: (row) => number(row.reserved) }],
    available: [
      { value: (row) => number(row.available) },
      { said: (say) => say("lists.part.expired"), value: (row) => number(row.expired) },
    ],
    expiry: [{ value: (row) => day(row.nearestExpiry) }],
  },
};

export const whitelistExport: Exported<AeoRowView> = {
  list: "whitelist",
  page: async (queries, actor, _query, at) => ok(await queries.listAeo(actor, at)),
  columns: {
    holder: [
      { value: (row) => text(row.holder) },
      { said: (say) => say("lists.part.code"), value: (row) => text(row.aeoCode) },
    ],
    tier: [{ value: (row, say) => text(say(`aeo.tier.${row.tier}`)) }],
    scope: [
      {
        said: (say) => say("lists.part.roles"),
        value: ({ scope }, say) =>
          text(scope.roles.map((role) => (say.has(`aeo.role.${role}`) ? say(`aeo.role.${role}`) : role)).join(", ")),
      },
      { said: (say) => say("permit.prefixes"), value: ({ scope }) => text(scope.commodityPrefixes.join(", ")) },
      { said: (say) => say("permit.origins"), value: ({ scope }) => text(scope.origins.join(", ")) },
      { said: (say) => say("lists.part.cap"), value: ({ scope }) => number(scope.valueCap) },
    ],
    validity: [
      { said: (say) => say("permit.validFrom"), value: (row) => day(row.validFrom) },
      { said: (say) => say("permit.validTo"), value: (row) => day(row.validTo) },
    ],
    source: [
      { value: (row) => text(row.source) },
      { said: (say) => say("lists.part.proposedBy"), value: (row) => text(row.proposedBy) },
      { said: (say) => say("lists.part.approvedBy"), value: (row) => text(row.approvedBy) },
    ],
    state: [{ value: (row, say) => text(say(`aeo.state.${row.state}`)) }],
  },
};
