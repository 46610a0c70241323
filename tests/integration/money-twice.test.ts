import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimRefund, settleRefund } from "@/application/claim-refund";
import { describeShipment } from "@/application/describe-shipment";
import { acceptTaxBill, payTaxBill, recordTaxBill } from "@/application/record-tax-bill";
import { applyForReturn, cancelReturn, completeReturn } from "@/application/return-goods";
import { securePayment } from "@/application/secure-tax";
import type { TaxView } from "@/contracts/views/declaration";
import { gatesOf, lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
beforeAll(async () => {
  house = await createHouse(createRememberingReader());
});
afterAll(() => house.close());

const CONSUMER = { name: "Zhang Min", identityNumber: "11010519491231002X" };
const taxOf = async (id: string): Promise<TaxView> => {
  const tax = (await house.queries.getShipment(house.broker, id))?.tax;
  if (!tax) throw new Error("The shipment has no tax");
  return tax;
};
const one = async (sql: string, ...values: unknown[]) => (await house.sql.query(sql, values)).rows[0].value as string;
const owed = () =>
  one(
    "select owed_amount::text as value from guarantee_account where organisation_id = $1",
    house.broker.organisationId,
  );
const claimed = (id: string) =>
  one("select coalesce(sum(amount), 0)::text as value from tax_refund where shipment_id = $1", id);
const linesOf = ({ duty, consumptionTax, vat }: TaxView) => [
  { kind: "duty", amount: duty } as const,
  { kind: "consumption_tax", amount: consumptionTax } as const,
  { kind: "vat", amount: vat } as const,
];
const issuedOn = "2026-11-24";
const full = async (shipmentId: string, number: string) => ({
  shipmentId,
  number,
  issuedOn,
  lines: linesOf(await taxOf(shipmentId)),
});
const vat = (shipmentId: string, number: string, amount: string) => ({
  shipmentId,
  number,
  issuedOn,
  lines: [{ kind: "vat", amount } as const],
});
const pay = (shipmentId: string, amount: string, reference: string) =>
  securePayment(house, house.broker, { shipmentId, amount, reference });
const claim = (shipmentId: string, amount: string) =>
  claimRefund(house, house.broker, { shipmentId, reason: "overpaid", amount, note: null });
const faultOf = (result: { ok: boolean; error?: unknown }) => (result.ok ? null : result.error);
async function lodged(sample: string, key: string, security: "guarantee" | "payment" = "guarantee") {
  const id = await prepare(house, sample);
  must(await lodge(house, id, key, security));
  await work(house);
  return id;
}

describe("bills", () => {
  it("free of the guarantee what they asked for, and no more", async () => {
    const id = await lodged("green-toys", "twice-1");
    const { total } = await taxOf(id);
    const bill = must(await recordTaxBill(house, house.broker, vat(id, "T1", "0.01")));
    const machine = { ...house.broker, kind: "api_key" as const };
    expect(faultOf(await acceptTaxBill(house, machine, bill.id, "x"))).toMatchObject({ kind: "needs_person" });
    must(await acceptTaxBill(house, house.broker, bill.id, "The office bills the rest later."));
    must(await payTaxBill(house, house.broker, bill.id, "T1-R"));
    expect(await owed()).toBe((Number(total) - 0.01).toFixed(2));
    const rest = must(await recordTaxBill(house, house.broker, vat(id, "T1-2", (Number(total) - 0.01).toFixed(2))));
    expect(rest.isEqual).toBe(true);
    must(await payTaxBill(house, house.broker, rest.id, "T1-R2"));
    expect(await owed()).toBe("0.00");
  });

  it("ask for the whole tax once, and a receipt pays no more than it is", async () => {
    const id = await lodged("green-shirts", "twice-2");
    const first = must(await recordTaxBill(house, house.broker, await full(id, "T2-1")));
    const second = must(await recordTaxBill(house, house.broker, await full(id, "T2-2")));
    expect(second.isEqual).toBe(false);
    must(await acceptTaxBill(house, house.broker, second.id, "a test of receipts"));
    must(await payTaxBill(house, house.broker, first.id, "T2-R"));
    expect(faultOf(await payTaxBill(house, house.broker, second.id, "T2-R"))).toMatchObject({
      fault: "receipt_of_other_shipment",
    });
    expect(faultOf(await payTaxBill(house, house.broker, first.id, "T2-OTHER"))).toMatchObject({ fault: "bill_paid" });
  });

  it("that are paid let a shipment go that waits for its payment", async () => {
    const id = await lodged("green-keyboards", "twice-3", "payment");
    const bill = must(await recordTaxBill(house, house.broker, await full(id, "T3")));
    must(await payTaxBill(house, house.broker, bill.id, "T3-R"));
    await work(house);
    expect((await gatesOf(house, id))?.[0]).toBe("released");
  });

  it("count for the declaration that stands, and add only what was open", async () => {
    const id = await lodged("yellow-parts", "twice-4", "payment");
    const bill = must(await recordTaxBill(house, house.broker, await full(id, "T4")));
    must(await pay(id, "1.00", "T4-P"));
    must(await lodge(house, id, "twice-4-again", "payment"));
    must(await payTaxBill(house, house.broker, bill.id, "T4-R"));
    expect(
      await one(
        "select d.version::text as value from payment p join declaration d on d.id = p.declaration_id where p.reference = 'T4-R'",
      ),
    ).toBe("2");
    expect(
      await one("select sum(amount)::text as value from payment where shipment_id = $1 and kind = 'payment'", id),
    ).toBe((await taxOf(id)).total);
  });
});

describe("refunds", () => {
  it("take no security away, and are claimed once, whatever is amended between", async () => {
    const id = await lodged("green-earphones", "twice-5", "payment");
    const { total } = await taxOf(id);
    must(await pay(id, (Number(total) + 5).toFixed(2), "T5-R"));
    expect(faultOf(await claim(id, total))).toMatchObject({
      fault: "refund_exceeds_paid",
      parameters: { paid: "5.00" },
    });
    const { id: refund } = must(await claim(id, "5.00"));
    must(await settleRefund(house, house.broker, refund, { state: "paid", reference: "T5-RF" }));
    expect(faultOf(await claim(id, "0.01"))).toMatchObject({ fault: "refund_exceeds_paid" });
  });

  it("secure nothing for the version that an amendment makes", async () => {
    const id = await lodged("red-watches", "twice-6", "payment");
    const { total } = await taxOf(id);
    must(await pay(id, (Number(total) + 10).toFixed(2), "T6-R"));
    const { id: refund } = must(await claim(id, "10.00"));
    must(await settleRefund(house, house.broker, refund, { state: "paid", reference: "T6-RF" }));
    must(await lodge(house, id, "twice-6-again", "payment"));
    expect(faultOf(await claim(id, "10.00"))).toMatchObject({ fault: "refund_exceeds_paid" });
  });
});

describe("returns", () => {
  async function retail(key: string): Promise<string> {
    const id = await prepare(house, "retail-headphones");
    must(await describeShipment(house, house.broker, id, { regime: "1210", consumer: CONSUMER }));
    must(await lodge(house, id, key));
    await work(house);
    return id;
  }
  const back = async (id: string, quantity: string) => {
    const lines = [{ line: 1, quantity }];
    const { id: returnId } = must(
      await applyForReturn(house, house.broker, { shipmentId: id, lines, reason: "damaged" }),
    );
    return returnId;
  };
  const arrive = (returnId: string) =>
    completeReturn(house, house.broker, { returnId, arrivedOn: house.world.today(), isAsReleased: true });

  it("claim what was paid and free what is owed, add up over their order, and a bill after them differs", async () => {
    const id = await retail("twice-7");
    const { total } = await taxOf(id);
    const half = (Number(total) / 2).toFixed(2);
    const bill = must(await recordTaxBill(house, house.broker, vat(id, "T7-1", half)));
    must(await acceptTaxBill(house, house.broker, bill.id, "bills come apart"));
    must(await payTaxBill(house, house.broker, bill.id, "T7-R"));
    const quantity = Number(await one("select quantity::text as value from goods_line where shipment_id = $1", id));
    // The first application is taken back: the shares of the others still add up to the whole.
    const part = String(quantity * 0.25);
    must(await cancelReturn(house, house.broker, await back(id, part)));
    const first = await back(id, part);
    const rest = await back(id, String(quantity * 0.75));
    must(await arrive(rest));
    must(await arrive(first));
    expect(
      await one("select sum(vat)::text as value from goods_return where shipment_id = $1 and state = 'completed'", id),
    ).toBe(total);
    expect(await claimed(id)).toBe(half);
    expect(await owed()).toBe("0.00");
    const late = must(await recordTaxBill(house, house.broker, vat(id, "T7-2", half)));
    expect(late.isEqual).toBe(false);
  });
});
