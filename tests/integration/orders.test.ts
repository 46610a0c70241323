import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeShipment } from "@/application/describe-shipment";
import { lodgeMatched, previewLodging } from "@/application/lodge-matched";
import { type Repair, repairOrders } from "@/application/repair-orders";
import { revealIdentity } from "@/application/reveal-identity";
import { maskName } from "@/domain/declaration/consumer";
import { createHouse, type House, must, work } from "../support/house";
import { orderOnWire, paymentOnWire, waybillOnWire } from "../support/order-feeds";
import { orderHouse } from "../support/order-house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
const { nextRecords, send, orderOf, found, matchedOrder, lodge } = orderHouse(() => house, 12);

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
});
afterAll(() => house.close());

describe("people", () => {
  it("are nowhere in clear: not in tables, jobs, evidence or audit", async () => {
    const { order, id } = await matchedOrder();
    await lodge([id]);
    await work(house);
    const { rows: tables } = await house.sql.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('reference_fact')",
    );
    const secrets = [order.buyer.name, order.buyer.idNumber, order.recipient.phone, order.recipient.address];
    for (const { name } of tables) {
      const { rows } = await house.sql.query<{ text: string }>(`select t::text as text from "${name}" t`);
      for (const { text } of rows)
        expect({ table: name, holds: secrets.filter((secret) => text.includes(secret)) }).toEqual({
          table: name,
          holds: [],
        });
    }
  });

  it("are shown to a person who says what for, and the audit keeps the purpose and nothing else", async () => {
    const { id, order } = await matchedOrder();
    const seen = must(await revealIdentity(house.inTransaction, house.broker, id, "mend_mismatch"));
    expect(seen.buyer).toEqual(order.buyer);
    const { rows } = await house.sql.query(
      "select action, detail, actor_id from audit_entry where object_id = $1 and action = 'orders.identity_revealed'",
      [id],
    );
    expect(rows).toEqual([
      { action: "orders.identity_revealed", detail: { purpose: "mend_mismatch" }, actor_id: house.broker.id },
    ]);
  });

  it("are masked in the declaration and in lists, which say what the order comes to", async () => {
    const { id, order } = await matchedOrder();
    await lodge([id]);
    const shipment = await house.queries.getShipment(house.broker, (await orderOf(order.orderNumber)).shipment_id);
    expect(JSON.stringify(shipment)).not.toContain(order.buyer.name);
    const buyer = shipment?.declaration.values.find(({ name }) => name === "buyer");
    expect(buyer?.value).toBe(maskName(order.buyer.name));
    expect(shipment?.value).toEqual({ amount: Number(order.goodsValue).toFixed(2), currency: "CNY" });
  });

  it("are shown to no key of a machine", async () => {
    const { id } = await matchedOrder();
    const machine = { ...house.broker, kind: "api_key" as const };
    const refused = await revealIdentity(house.inTransaction, machine, id, "customs_query");
    expect(refused).toMatchObject({ ok: false, error: { kind: "needs_person" } });
  });
});

describe("a payment", () => {
  it("is for one order: a second with its number does not go, and the first does", async () => {
    const first = await matchedOrder();
    const { order, payment, waybill } = nextRecords();
    const { firm, transaction } = first.payment;
    await send("order", orderOnWire({ ...order, paymentTransaction: transaction }));
    await send("payment", paymentOnWire({ ...payment, firm, transaction }));
    await send("waybill", waybillOnWire(waybill));
    await work(house);
    const second = await orderOf(order.orderNumber);
    expect(second).toMatchObject({ state: "mismatched", shipment_id: null });
    expect(await found(second?.id)).toContain("M02");
    expect(await found(first.id)).not.toContain("M02");
  });

  it("frees the order that shares it when the first is left out of the day, or paid otherwise", async () => {
    for (const free of ["exclude", "correct", "take corrected"] as const) {
      const first = await matchedOrder();
      const { order, payment, waybill } = nextRecords();
      const { firm, transaction } = first.payment;
      await send("order", orderOnWire({ ...order, paymentTransaction: transaction }));
      await send("payment", paymentOnWire({ ...payment, firm, transaction }));
      await send("waybill", waybillOnWire(waybill));
      await work(house);
      expect((await orderOf(order.orderNumber)).state).toBe("mismatched");
      const leaveOut = { kind: "exclude", reason: "the consumer cancelled" } as const;
      const repair = (act: Repair) =>
        repairOrders(house.inTransaction, house.broker, { orderIds: [first.id] }, act).then(must);
      const paid = paymentOnWire({ ...first.payment, transaction: `${transaction}X` });
      if (free === "exclude") await repair(leaveOut);
      else await send("payment", free === "correct" ? { ...paid, appType: "2" } : paid);
      await work(house);
      // Without the mark of a change the payment lies beside the first, until a person takes it.
      if (free === "take corrected") await repair({ kind: "take_corrected" }).then(() => work(house));
      expect((await orderOf(order.orderNumber)).state, free).toBe("matched");
    }
  });
});

describe("the buyer of an order", () => {
  const consumerOf = async (shipmentId: string) =>
    (
      await house.sql.query(
        "select consumer_token as token, consumer_name_masked as name from shipment where id = $1",
        [shipmentId],
      )
    ).rows[0];

  it("is the consumer, also when all three senders corrected who it is", async () => {
    const { id, shipment_id: shipmentId, order, payment, waybill } = await matchedOrder();
    const before = await consumerOf(shipmentId);
    const other = nextRecords().order.buyer;
    const recipient = { ...order.recipient, name: other.name };
    const change = { appType: "2" };
    await send("order", { ...orderOnWire({ ...order, buyer: other, recipient }), ...change });
    await send("payment", { ...paymentOnWire({ ...payment, payer: other }), ...change });
    await send("waybill", {
      ...waybillOnWire({ ...waybill, recipient: { ...waybill.recipient, name: other.name } }),
      ...change,
    });
    await work(house);
    expect(await found(id)).toEqual([]);
    expect((await consumerOf(shipmentId)).token).not.toBe(before.token);
    expect(await lodge([id])).toMatchObject([{ failure: null }]);
    const { rows } = await house.sql.query("select consumer_token as token from quota_entry where shipment_id = $1", [
      shipmentId,
    ]);
    expect(rows[0].token).toBe((await consumerOf(shipmentId)).token);
  });

  it("is named by nobody else", async () => {
    const { shipment_id: shipmentId } = await matchedOrder();
    const consumer = { name: "Zhang Min", identityNumber: "11010519491231002X" };
    expect(await describeShipment(house, house.broker, shipmentId, { consumer })).toMatchObject({
      ok: false,
      error: { fault: "shipment_of_order" },
    });
  });

  it("is in nothing that is kept of a record that was refused", async () => {
    const { payment } = nextRecords();
    const person = "张三 110105194912310028";
    await send(
      "payment",
      { ...paymentOnWire(payment), [person]: "1" },
      { ...paymentOnWire(payment), orderNo: "110105194912310028", amountPaid: "x" },
    );
    const { rows } = await house.sql.query(
      "select row_errors::text as errors from feed_batch order by received_at desc limit 1",
    );
    expect(rows[0].errors).not.toContain("张三");
    expect(rows[0].errors).not.toContain("11010519491231");
  });
});

describe("a matched order", () => {
  it("is lodged without a document and released at both gates with nothing typed", async () => {
    const { id, shipment_id: shipmentId } = await matchedOrder();
    expect(await lodge([id])).toMatchObject([{ orderId: id, lane: "green", failure: null }]);
    await work(house);
    const shipment = await house.queries.getShipment(house.broker, shipmentId);
    const { rows } = await house.sql.query("select stage, state from clearance where shipment_id = $1 order by stage", [
      shipmentId,
    ]);
    expect(rows.map((row) => row.state)).toEqual(["released", "released"]);
    expect(shipment?.documents.total).toBe(0);
    const { rows: fields } = await house.sql.query("select id from extracted_field where shipment_id = $1", [
      shipmentId,
    ]);
    expect(fields).toEqual([]);
  });

  it("declares every value with the record that states it", async () => {
    const { id, shipment_id: shipmentId } = await matchedOrder();
    await lodge([id]);
    const declaration = must(
      await house.inTransaction(house.broker, async (tx) => ({
        ok: true as const,
        value: await tx.declarations.latest(shipmentId),
      })),
    );
    expect(declaration?.content.buyer.source).toMatchObject({ method: "feed", feed: { kind: "order", recordId: id } });
    expect(declaration?.content.transportNumber.source.feed?.kind).toBe("waybill");
    expect(declaration?.content.lines.every((line) => line.commodityCode.source.feed?.recordId === id)).toBe(true);
  });

  it("takes no further line once it is declared, whoever adds it", async () => {
    const { id } = await matchedOrder();
    await lodge([id]);
    const added = house.sql.query(
      `insert into retail_order_line (organisation_id, order_id, number, item_number, name, quantity, unit, unit_price, total, is_gift)
       select organisation_id, id, 99, 'X', 'X', '1', 'pcs', '1', '1', false from retail_order where id = $1`,
      [id],
    );
    await expect(added).rejects.toMatchObject({ constraint: "declared_order_stays" });
  });

  it("is lodged once, however often it is sent", async () => {
    const { id } = await matchedOrder();
    const asked = { orderIds: [id], idempotencyKey: "one-key-twice" };
    must(await lodgeMatched(house, house.broker, asked));
    expect(must(await lodgeMatched(house, house.broker, asked))).toMatchObject([{ lane: "green" }]);
    const { rows } = await house.sql.query(
      "select d.id from declaration d join retail_order o on o.shipment_id = d.shipment_id where o.id = $1",
      [id],
    );
    expect(rows).toHaveLength(1);
  });
});

describe("a mismatch", () => {
  async function mismatched() {
    const { order, payment, waybill } = nextRecords();
    await send("order", orderOnWire(order));
    await send("waybill", waybillOnWire(waybill));
    await send("payment", { ...paymentOnWire(payment), amountPaid: "1.00" });
    await work(house);
    return { ...(await orderOf(order.orderNumber)), payment };
  }

  it("of a hard rule has no shipment and is never lodged", async () => {
    const { id, state, shipment_id: shipmentId } = await mismatched();
    expect({ state, shipmentId }).toEqual({ state: "mismatched", shipmentId: null });
    expect(await found(id)).toEqual(["M04"]);
    expect(must(await previewLodging(house, house.broker, [id]))).toMatchObject({
      eligible: [],
      exceptions: [{ orderId: id, reason: "mismatched" }],
    });
    expect(await lodge([id])).toEqual([]);
  });

  it("is mended by the corrected record of the sender, sent as a change", async () => {
    const { id, payment } = await mismatched();
    const change = await send("payment", { ...paymentOnWire(payment), appType: "2" });
    expect(change.receipts[0]?.outcome).toBe("corrected");
    await work(house);
    expect((await orderOf(payment.orderNumber)).state).toBe("matched");
    expect(await lodge([id])).toMatchObject([{ lane: "green" }]);
  });

  it("is mended by taking the record that contradicts, once a person says so", async () => {
    const { id, payment } = await mismatched();
    await send("payment", paymentOnWire(payment));
    await work(house);
    expect((await orderOf(payment.orderNumber)).state).toBe("mismatched");
    expect(
      must(await repairOrders(house.inTransaction, house.broker, { orderIds: [id] }, { kind: "take_corrected" })),
    ).toEqual({
      changed: 1,
    });
    await work(house);
    expect((await orderOf(payment.orderNumber)).state).toBe("matched");
  });

  it("that came after the match stops the lodging, by an issue that names the rule and who mends it", async () => {
    const { id, payment } = await matchedOrder();
    await send("payment", { ...paymentOnWire(payment), amountPaid: "1.00", appType: "2" });
    await work(house);
    const [outcome] = await lodge([id]);
    expect(outcome?.failure).toMatchObject({
      kind: "not_ready",
      issues: [{ code: "match_m04", owner: "payment_firm", severity: "error" }],
    });
  });

  it("is never lodged on results of the record before: a changed order waits for its match", async () => {
    const { id, order, payment } = await matchedOrder();
    await send("payment", { ...paymentOnWire(payment), amountPaid: "1.00", appType: "2" });
    expect((await orderOf(order.orderNumber)).state).toBe("waiting");
    const [outcome] = await lodge([id]);
    expect(outcome?.failure).toMatchObject({ kind: "not_ready", issues: [{ code: "order_unmatched" }] });
  });

  it("is left out of the day by a person, and comes back in", async () => {
    const { id } = await mismatched();
    must(
      await repairOrders(
        house.inTransaction,
        house.broker,
        { orderIds: [id] },
        { kind: "exclude", reason: "Buyer cancelled" },
      ),
    );
    const { rows } = await house.sql.query("select state from retail_order where id = $1", [id]);
    expect(rows[0].state).toBe("excluded");
    must(await repairOrders(house.inTransaction, house.broker, { orderIds: [id] }, { kind: "include" }));
    await work(house);
    const { rows: after } = await house.sql.query("select state from retail_order where id = $1", [id]);
    expect(after[0].state).toBe("mismatched");
  });
});
