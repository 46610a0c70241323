import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimRefund, settleRefund } from "@/application/claim-refund";
import { changeGuarantee } from "@/application/move-guarantee";
import { acceptTaxBill, payTaxBill, recordTaxBill } from "@/application/record-tax-bill";
import { securePayment } from "@/application/secure-tax";
import type { TaxView } from "@/contracts/views/declaration";
import { gatesOf, lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
/** A green shipment whose first gate was released under the guarantee, and one that was paid before. */
let guaranteed: string;
let paidBefore: string;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  guaranteed = await prepare(house, "green-toys");
  paidBefore = await prepare(house, "green-keyboards");
});
afterAll(() => house.close());

interface Account {
  readonly limit: string;
  readonly reserved: string;
  readonly owed: string;
}

async function account(): Promise<Account | undefined> {
  const { rows } = await house.sql.query<Account>(
    `select limit_amount::text as limit, reserved_amount::text as reserved, owed_amount::text as owed
     from guarantee_account where organisation_id = $1`,
    [house.broker.organisationId],
  );
  return rows[0];
}

/** The sums of the account beside those of its entries: always the same. */
async function isBalanced(): Promise<boolean> {
  const { rows } = await house.sql.query<Account>(
    `select coalesce(sum(case when from_account = 'guarantor' then amount when to_account = 'guarantor' then -amount end), 0)::text as limit,
       coalesce(sum(case when to_account = 'reserved' then amount when from_account = 'reserved' then -amount end), 0)::text as reserved,
       coalesce(sum(case when to_account = 'owed' then amount when from_account = 'owed' then -amount end), 0)::text as owed
     from guarantee_entry where organisation_id = $1`,
    [house.broker.organisationId],
  );
  const kept = await account();
  return (["limit", "reserved", "owed"] as const).every((each) => Number(rows[0]?.[each]) === Number(kept?.[each]));
}

const taxOf = async (id: string): Promise<TaxView> => {
  const tax = (await house.queries.getShipment(house.broker, id))?.tax;
  if (!tax) throw new Error("The shipment has no tax");
  return tax;
};
const linesOf = ({ duty, consumptionTax, vat }: TaxView, more = "0") => [
  { kind: "duty", amount: (Number(duty) + Number(more)).toFixed(2) } as const,
  { kind: "consumption_tax", amount: consumptionTax } as const,
  { kind: "vat", amount: vat } as const,
];
const bill = async (shipmentId: string, number: string, more = "0") => ({
  shipmentId,
  number,
  issuedOn: "2026-11-24",
  lines: linesOf(await taxOf(shipmentId), more),
});
const faultOf = (result: { ok: boolean; error?: unknown }) => (result.ok ? null : result.error);

describe("tax under the guarantee", () => {
  it("is reserved by the lodging, owed by the release, and free again by the paid bill", async () => {
    must(await lodge(house, guaranteed, "money-1"));
    const { total } = await taxOf(guaranteed);
    expect(await account()).toEqual({ limit: "1000000.00", reserved: total, owed: "0.00" });
    await work(house);
    expect((await gatesOf(house, guaranteed))?.[0]).toBe("released");
    expect(await account()).toEqual({ limit: "1000000.00", reserved: "0.00", owed: total });
    const recorded = must(await recordTaxBill(house, house.broker, await bill(guaranteed, "TB-1")));
    expect(recorded.isEqual).toBe(true);
    expect(must(await recordTaxBill(house, house.broker, await bill(guaranteed, "TB-1"))).id).toBe(recorded.id);
    must(await payTaxBill(house, house.broker, recorded.id, "RC-1"));
    must(await payTaxBill(house, house.broker, recorded.id, "RC-1"));
    expect(await account()).toEqual({ limit: "1000000.00", reserved: "0.00", owed: "0.00" });
    expect(await isBalanced()).toBe(true);
  });

  it("cannot be taken twice, and no balance is changed but by an entry", async () => {
    await expect(
      house.sql.query(
        `insert into guarantee_entry (organisation_id, id, move, from_account, to_account, amount, currency, shipment_id,
           declaration_id, reference, created_by, created_at)
         select organisation_id, gen_random_uuid(), move, from_account, to_account, amount, currency, shipment_id,
           declaration_id, reference, created_by, created_at
         from guarantee_entry where move = 'settle' limit 1`,
      ),
    ).rejects.toMatchObject({ constraint: "guarantee_moves" });
    await expect(house.sql.query("update guarantee_entry set amount = amount + 1")).rejects.toThrow("append-only");
    await expect(
      house.sql.query("set role twogate_app; update guarantee_account set limit_amount = 1"),
    ).rejects.toThrow("permission denied");
    await house.sql.query("reset role");
  });

  it("is lowered only by what is free, and a letter counts once", async () => {
    const top = { amount: "5000.00", reference: "LG-2026-7" };
    const admin = { ...house.broker, roles: ["admin" as const] };
    must(await changeGuarantee(house, admin, "top_up", top));
    must(await changeGuarantee(house, admin, "top_up", { ...top, amount: "5000" }));
    expect((await account())?.limit).toBe("1005000.00");
    expect(faultOf(await changeGuarantee(house, admin, "top_up", { ...top, amount: "1" }))).toMatchObject({
      fault: "receipt_of_other_amount",
    });
    expect(
      faultOf(await changeGuarantee(house, admin, "lower", { amount: "2000000", reference: "LG-8" })),
    ).toMatchObject({
      kind: "guarantee_insufficient",
      available: "1005000.00",
    });
    expect(faultOf(await changeGuarantee(house, { ...house.broker, roles: ["broker"] }, "top_up", top))).toMatchObject({
      kind: "forbidden",
    });
  });

  it("takes no more than there is, however many reserve at once", async () => {
    const { rows } = await house.sql.query<{ id: string; shipment_id: string }>(
      "select id, shipment_id from declaration limit 1",
    );
    const organisationId = house.broker.organisationId;
    const reserve = (number: number) =>
      house.client
        .$transaction(async (db) => {
          await db.$executeRaw`select set_config('app.organisation', ${organisationId}, true)`;
          await db.$executeRaw`insert into guarantee_entry (organisation_id, id, move, from_account, to_account, amount, currency,
              shipment_id, declaration_id, reference, created_by, created_at)
            values (${organisationId}::uuid, gen_random_uuid(), 'reserve', 'available', 'reserved', 300000, 'CNY',
              ${rows[0]?.shipment_id}::uuid, ${rows[0]?.id}::uuid, ${String(number)}, 'tests', now())`;
        })
        .then(
          () => true,
          () => false,
        );
    const outcomes = await Promise.all(Array.from({ length: 8 }, (_, index) => reserve(index)));
    expect(outcomes.filter(Boolean)).toHaveLength(3);
    expect(await isBalanced()).toBe(true);
    await house.sql.query(
      `insert into guarantee_entry (organisation_id, id, move, from_account, to_account, amount, currency, shipment_id,
         declaration_id, reference, created_by, created_at)
       values ($1, gen_random_uuid(), 'release', 'reserved', 'available', 900000, 'CNY', $2, $3, 'back', 'tests', now())`,
      [organisationId, rows[0]?.shipment_id, rows[0]?.id],
    );
  });
});

describe("a bill of the authority", () => {
  it("is settled at once where the tax was paid before the release", async () => {
    must(await lodge(house, paidBefore, "money-2", "payment"));
    const { total } = await taxOf(paidBefore);
    must(await securePayment(house, house.broker, { shipmentId: paidBefore, amount: total, reference: "RC-2" }));
    await work(house);
    expect((await gatesOf(house, paidBefore))?.[0]).toBe("released");
    must(await recordTaxBill(house, house.broker, await bill(paidBefore, "TB-2")));
    const { rows } = await house.sql.query("select payment_reference from tax_bill where number = 'TB-2'");
    expect(rows[0]?.payment_reference).toBe("RC-2");
  });

  it("that differs by a fen is paid only after somebody accepted it with a reason", async () => {
    const shipmentId = await prepare(house, "green-earphones");
    must(await lodge(house, shipmentId, "money-3"));
    await work(house);
    const recorded = must(await recordTaxBill(house, house.broker, await bill(shipmentId, "TB-3", "0.01")));
    expect(recorded.isEqual).toBe(false);
    expect(faultOf(await payTaxBill(house, house.broker, recorded.id, "RC-3"))).toMatchObject({
      fault: "bill_differs",
    });
    await expect(
      house.sql.query("update tax_bill set paid_at = now() where id = $1", [recorded.id]),
    ).rejects.toMatchObject({ constraint: "tax_bill_accepted" });
    must(await acceptTaxBill(house, house.broker, recorded.id, "The office rounds each line."));
    expect(faultOf(await payTaxBill(house, house.broker, recorded.id, "RC-2"))).toMatchObject({
      fault: "receipt_of_other_shipment",
    });
    must(await payTaxBill(house, house.broker, recorded.id, "RC-3"));
    expect((await account())?.owed).toBe("0.00");
  });

  it("under a number that is taken, with other amounts, is refused", async () => {
    expect(faultOf(await recordTaxBill(house, house.broker, await bill(guaranteed, "TB-1", "5")))).toMatchObject({
      fault: "bill_of_other_content",
    });
    expect(
      faultOf(
        await recordTaxBill(house, house.broker, { ...(await bill(guaranteed, "TB-9")), issuedOn: "2019-01-01" }),
      ),
    ).toMatchObject({ fault: "bill_day_without_law" });
  });
});

describe("a refund", () => {
  it("is claimed of what was paid beyond what is due, and settled once", async () => {
    const pay = { shipmentId: paidBefore, amount: "10.00", reference: "RC-MORE" };
    must(await securePayment(house, house.broker, pay));
    const claim = { shipmentId: paidBefore, reason: "overpaid", note: null } as const;
    expect(faultOf(await claimRefund(house, house.broker, { ...claim, amount: "10.01" }))).toMatchObject({
      fault: "refund_exceeds_paid",
      parameters: { paid: "10.00" },
    });
    const { id } = must(await claimRefund(house, house.broker, { ...claim, amount: "6.00" }));
    expect(faultOf(await claimRefund(house, house.broker, { ...claim, amount: "1.00" }))).toMatchObject({
      fault: "refund_open",
    });
    must(await settleRefund(house, house.broker, id, { state: "paid", reference: "RF-1" }));
    expect(faultOf(await settleRefund(house, house.broker, id, { state: "refused", reference: null }))).toMatchObject({
      kind: "stale_version",
    });
    expect(faultOf(await claimRefund(house, house.broker, { ...claim, amount: "10.00" }))).toMatchObject({
      parameters: { paid: "4.00" },
    });
  });
});
