import { inventedIdentity, seeded } from "./order-triples";
import { HARD_GOODS } from "./planted-goods";
import { goods, inventory, order, type Planted, payment, waybill } from "./planting";

const plusFen = (text: string) => (Number(text) + 0.01).toFixed(2);
const other = inventedIdentity(seeded(99));
const wrongDigit = (number: string) => `${number.slice(0, 17)}${number.endsWith("1") ? "2" : "1"}`;

/** Hard rules, each broken in the ways that it knows. */
export const HARD: readonly Planted[] = [
  {
    name: "another order number on the payment",
    rule: "M01",
    reason: "numbers_differ",
    sources: ["order", "payment", "inventory"],
    triple: payment((each) => ({ orderNumber: `${each.orderNumber}9` })),
  },
  {
    name: "another order number declared",
    rule: "M01",
    reason: "numbers_differ",
    sources: ["order", "payment", "inventory"],
    triple: inventory((each) => ({ orderNumber: `${each.orderNumber}9` })),
  },
  {
    name: "an order number of 61 characters",
    rule: "M01",
    reason: "number_too_long",
    sources: ["order"],
    triple: (each) => {
      const orderNumber = "9".repeat(61);
      return {
        order: { ...each.order, orderNumber },
        payment: { ...each.payment, orderNumber },
        waybill: { ...each.waybill, orderNumber },
        inventory: { ...each.inventory, orderNumber },
      };
    },
  },
  {
    name: "another payment than the order names",
    rule: "M02",
    reason: "transactions_differ",
    sources: ["order", "payment"],
    triple: payment(() => ({ transaction: "PAY-OTHER" })),
  },
  {
    name: "a payment that another order took",
    rule: "M02",
    reason: "payment_used",
    sources: ["payment", "order"],
    context: (context) => ({ ...context, paymentUses: [{ platform: "P1", orderNumber: "OLD-1" }] }),
  },
  {
    name: "a sum that is ten fen short, as public data had it",
    rule: "M03",
    reason: "sum_differs",
    sources: ["order", "order"],
    triple: (each) => {
      const actualPaid = (Number(each.order.actualPaid) - 0.1).toFixed(2);
      return { ...each, order: { ...each.order, actualPaid }, payment: { ...each.payment, amountPaid: actualPaid } };
    },
  },
  {
    name: "one fen more paid",
    rule: "M04",
    reason: "paid_differs",
    sources: ["order", "payment"],
    triple: payment((each) => ({ amountPaid: plusFen(each.amountPaid) })),
  },
  {
    name: "a value of the goods that is no sum of lines",
    rule: "M05",
    reason: "goods_sum_differs",
    sources: ["order", "order"],
    triple: order((each) => ({ goodsValue: plusFen(each.goodsValue), actualPaid: plusFen(each.actualPaid) })),
  },
  {
    name: "a line that is no product",
    rule: "M05",
    reason: "line_sum_differs",
    sources: ["order", "order"],
    triple: goods({ unitPrice: "0.10" }),
  },
  {
    name: "a gift with a price",
    rule: "M05",
    reason: "gift_has_price",
    sources: ["order", "order"],
    triple: goods({ isGift: true }),
  },
  {
    name: "dollars on the payment",
    rule: "M06",
    reason: "currency_not_cny",
    sources: ["payment", "order"],
    triple: payment(() => ({ currency: "USD" })),
  },
  {
    name: "dollars on the order",
    rule: "M06",
    reason: "currency_not_cny",
    sources: ["order", "payment"],
    triple: order(() => ({ currency: "USD" })),
  },
  {
    name: "another buyer declared",
    rule: "M07",
    reason: "buyer_name_differs",
    sources: ["order", "inventory"],
    triple: inventory((each) => ({ buyer: { ...each.buyer, name: "欧阳无名" } })),
  },
  {
    name: "another resident number declared",
    rule: "M07",
    reason: "buyer_identity_differs",
    sources: ["order", "inventory"],
    triple: inventory((each) => ({ buyer: { ...each.buyer, idNumber: other } })),
  },
  {
    name: "a passport",
    rule: "M07",
    reason: "not_resident_card",
    sources: ["order", "inventory"],
    triple: (each) => {
      const buyer = { ...each.order.buyer, idType: "2" };
      return { ...each, order: { ...each.order, buyer }, inventory: { ...each.inventory, buyer } };
    },
  },
  {
    name: "another payer",
    rule: "M08",
    reason: "payer_name_differs",
    sources: ["order", "payment"],
    triple: payment((each) => ({ payer: { ...each.payer, name: "欧阳无名" } })),
  },
  {
    name: "a payer of another number",
    rule: "M08",
    reason: "payer_identity_differs",
    sources: ["order", "payment"],
    triple: payment((each) => ({ payer: { ...each.payer, idNumber: other } })),
  },
  {
    name: "a check without evidence",
    rule: "M08",
    reason: "payer_identity_differs",
    sources: ["order", "payment"],
    triple: (each) =>
      order(() => ({ identityCheck: "passed" as const }))(
        payment((one) => ({ payer: { ...one.payer, idNumber: other } }))(each),
      ),
  },
  {
    name: "a wrong check character of the buyer",
    rule: "M09",
    reason: "identity_malformed",
    sources: ["order"],
    triple: (each) => {
      const buyer = { ...each.order.buyer, idNumber: wrongDigit(each.order.buyer.idNumber) };
      return {
        ...each,
        order: { ...each.order, buyer },
        payment: { ...each.payment, payer: buyer },
        inventory: { ...each.inventory, buyer },
      };
    },
  },
  {
    name: "a wrong check character of the payer",
    rule: "M09",
    reason: "identity_malformed",
    sources: ["payment"],
    triple: payment((each) => ({ payer: { ...each.payer, idNumber: wrongDigit(each.payer.idNumber) } })),
  },
  {
    name: "another recipient",
    rule: "M10",
    reason: "recipient_differs",
    sources: ["order", "waybill"],
    triple: waybill((each) => ({ recipient: { ...each.recipient, name: "欧阳无名" } })),
  },
  {
    name: "another telephone",
    rule: "M10",
    reason: "phone_differs",
    sources: ["order", "waybill"],
    triple: waybill((each) => ({ recipient: { ...each.recipient, phone: "19911112222" } })),
  },
  {
    name: "another parcel declared",
    rule: "M11",
    reason: "parcel_number_differs",
    sources: ["waybill", "inventory"],
    triple: inventory(() => ({ waybillNumber: "HX-OTHER" })),
  },
  {
    name: "a parcel number of five months ago",
    rule: "M11",
    reason: "parcel_number_reused",
    sources: ["waybill", "order"],
    context: (context) => ({ ...context, waybillUses: [{ platform: "P1", orderNumber: "OLD-1", day: "2026-06-25" }] }),
  },
  {
    name: "a postal number with a wrong check digit",
    rule: "M11",
    reason: "parcel_check_digit",
    sources: ["waybill"],
    triple: (each) =>
      waybill(() => ({ number: "RR473124828GB" }))(inventory(() => ({ waybillNumber: "RR473124828GB" }))(each)),
  },
  {
    name: "two parcels",
    rule: "M12",
    reason: "not_one_parcel",
    sources: ["waybill", "inventory"],
    triple: (each) => waybill(() => ({ packages: "2" }))(inventory(() => ({ packages: "2" }))(each)),
  },
  {
    name: "goods heavier than their parcel",
    rule: "M13",
    reason: "net_above_gross",
    sources: ["inventory", "inventory"],
    triple: inventory(() => ({ netWeightKg: "99" })),
  },
  ...HARD_GOODS,
];
