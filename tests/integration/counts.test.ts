import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/application/actor";
import { orderPivotView } from "@/contracts/views/order";
import { countWords } from "@/contracts/views/scalars";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
beforeAll(async () => {
  house = await createHouse(createRememberingReader());
});
afterAll(() => house.close());

/** Makes rows without what they belong to. */
async function made(statement: string, values: readonly unknown[]): Promise<void> {
  await house.sql.query("set session_replication_role = replica");
  try {
    await house.sql.query(statement, [...values]);
  } finally {
    await house.sql.query("set session_replication_role = origin");
  }
}

/** Orders of one state, numbered from the one to the other. */
const orders = ({ organisationId }: Actor, state: string, from: number, to: number) =>
  made(
    `insert into retail_order (organisation_id, id, platform, order_number, merchant, state, placed_at, goods_value,
       buyer_masked, buyer_token, phone_token, address_token, sealed, content_token, received_at, declared)
     select $1, gen_random_uuid(), 'P', 'O' || n, 'M', $2, now(), 10.50, '', '', '', '', '', '', now(),
       case when $2 = 'lodged' then ''::bytea end from generate_series($3::int, $4::int) n`,
    [organisationId, state, from, to],
  );

/** What a rule says of the orders so numbered, as the product writes it. */
const say = ({ organisationId }: Actor, rule: string, outcome: string, from: number, to: number) =>
  house.sql.query(
    `insert into order_match (organisation_id, order_id, rule, severity, outcome, sealed, matched_at)
     select organisation_id, id, $2, 'hard', $3, '', now() from retail_order
     where organisation_id = $1 and substr(order_number, 2)::int between $4 and $5`,
    [organisationId, rule, outcome, from, to],
  );

const pivotOf = async (actor: Actor) => orderPivotView.parse(must(await house.queries.getOrderPivot(actor)));

describe("orders by state and by rule", () => {
  beforeAll(async () => {
    await orders(house.broker, "mismatched", 1, 1_200);
    await orders(house.broker, "lodged", 2_001, 2_999);
    await orders(house.broker, "matched", 3_001, 3_007);
    await orders(house.broker, "excluded", 4_001, 4_010);
    await orders(house.otherBroker, "mismatched", 1, 5);
    await say(house.broker, "M01", "mismatch", 1, 1_200);
    await say(house.broker, "M02", "met", 1, 1_200);
    await say(house.broker, "M03", "review", 1_199, 4_010);
    await say(house.otherBroker, "M04", "mismatch", 1, 5);
  });

  it("counts each state to 999, and one more stands for all above; what those are worth is not summed", async () => {
    const { states } = await pivotOf(house.broker);
    expect(states).toEqual([
      { state: "mismatched", count: 1_000, goodsValue: null },
      { state: "matched", count: 7, goodsValue: "73.50" },
      { state: "lodged", count: 999, goodsValue: "10489.50" },
      { state: "excluded", count: 10, goodsValue: "105.00" },
    ]);
    expect(states.map(({ count }) => countWords(count))).toEqual(["999+", "7", "999", "10"]);
  });

  it("counts by rule every open order with a finding, beyond 999, and none that is lodged or excluded", async () => {
    const { rules } = await pivotOf(house.broker);
    expect(rules.map(({ rule, count, goodsValue }) => [rule, count, goodsValue])).toEqual([
      ["M01", 1_200, "12600.00"],
      ["M03", 9, "94.50"],
    ]);
    expect(rules.map(({ examples }) => examples.length)).toEqual([3, 3]);
  });

  it("keeps the orders of another organisation out of both", async () => {
    const { states, rules } = await pivotOf(house.otherBroker);
    expect(states).toEqual([{ state: "mismatched", count: 5, goodsValue: "52.50" }]);
    expect(rules.map(({ rule, count }) => [rule, count])).toEqual([["M04", 5]]);
  });

  it("drops what was mended and keeps what is found again", async () => {
    const at = [house.broker.organisationId];
    const one = "order_id = (select id from retail_order where organisation_id = $1 and order_number = 'O3001')";
    await house.sql.query(`delete from order_match where organisation_id = $1 and ${one}`, at);
    expect((await pivotOf(house.broker)).rules.map(({ count }) => count)).toEqual([1_200, 8]);
    await say(house.broker, "M03", "mismatch", 3_001, 3_001);
    expect((await pivotOf(house.broker)).rules.map(({ count }) => count)).toEqual([1_200, 9]);
  });

  it("counts an order once whichever of its records are contradicted, and 999+ as such", async () => {
    const { organisationId } = house.otherBroker;
    await house.sql.query(
      "update retail_order set contested = '' where organisation_id = $1 and order_number in ('O1', 'O2')",
      [organisationId],
    );
    const payments = (from: number, to: number) =>
      made(
        `insert into order_payment (organisation_id, id, platform, order_number, firm, transaction, payer_token, sealed,
           content_token, contested, received_at)
         select $1, gen_random_uuid(), 'P', 'O' || n, '', '', '', '', '', '', now() from generate_series($2::int, $3::int) n`,
        [organisationId, from, to],
      );
    await payments(2, 3);
    expect((await pivotOf(house.otherBroker)).contested).toBe(3);
    await payments(4, 1_500);
    expect((await pivotOf(house.otherBroker)).contested).toBe(1_000);
    expect((await pivotOf(house.broker)).contested).toBe(0);
  });

  it("reads by rule only the open orders that have findings, by an index that the walls let through", async () => {
    const { organisationId } = house.broker;
    await house.sql.query("analyze retail_order");
    await house.sql.query("begin");
    await house.sql.query("set local role twogate_app");
    await house.sql.query("set local enable_seqscan = off");
    await house.sql.query("select set_config('app.organisation', $1, true)", [organisationId]);
    const { rows } = await house.sql.query<{ "QUERY PLAN": string }>(
      `explain select id from retail_order where organisation_id = '${organisationId}' and had_findings
       and state not in ('lodged', 'excluded')`,
    );
    await house.sql.query("rollback");
    expect(rows.map((row) => row["QUERY PLAN"]).join(" ")).toContain("retail_order_found_idx");
  });
});

describe("other lists", () => {
  const nobody = "00000000-0000-7000-8000-000000000000";

  it("count messages of each state to 999 and one more", async () => {
    const messages = (state: string, from: number, to: number) =>
      made(
        `insert into authority_message (organisation_id, id, channel_id, shipment_id, declaration_id, kind, number, guid,
           version, syntax, state, sha256, raw, sent_at, created_at)
         select $1, gen_random_uuid(), $2, $2, $2, 'inventory', n, n, 1, 'wco-json', $3, repeat('0', 64), '', now(), now()
         from generate_series($4::int, $5::int) n`,
        [house.broker.organisationId, nobody, state, from, to],
      );
    await messages("answered", 1, 1_100);
    await messages("sent", 2_001, 2_004);
    expect(must(await house.queries.countMessages(house.broker))).toEqual({
      ...{ queued: 0, sent: 4, unanswered: 0, answered: 1_000, failed: 0, contested: 0 },
      quarantine: 0,
    });
    expect(must(await house.queries.countMessages(house.otherBroker))).toMatchObject({ sent: 0, answered: 0 });
  });

  it("count what a person has not read to 999 and one more, and nobody else's", async () => {
    await made(
      `insert into notification (organisation_id, id, notice_id, user_id, is_in_app, read_at, created_at)
       select $1, gen_random_uuid(), gen_random_uuid(), $2, true, case when n > 1100 then now() end, now()
       from generate_series(1, 1200) n`,
      [house.broker.organisationId, house.broker.id],
    );
    expect(must(await house.queries.countUnread(house.broker))).toBe(1_000);
    expect(must(await house.queries.countUnread(house.otherBroker))).toBe(0);
  });

  it("count deliveries of each endpoint by how they stand, to 999 and one more", async () => {
    const endpoint = "00000000-0000-7000-8000-0000000000aa";
    await made(
      `insert into webhook_endpoint (organisation_id, id, url, kinds, secret, state, created_by, created_at)
       values ($1, $2, 'https://a.example/', '{job_dead}', '', 'on', 'test', now())`,
      [house.broker.organisationId, endpoint],
    );
    await made(
      `insert into webhook_delivery (organisation_id, id, endpoint_id, body, state, attempts, delivered_at, created_at)
       select $1, gen_random_uuid(), $2, '', case when n > 1100 then 'failed' else 'delivered' end, 1,
         case when n <= 1100 then now() end, now()
       from generate_series(1, 1103) n`,
      [house.broker.organisationId, endpoint],
    );
    expect(must(await house.queries.listWebhooks(house.broker)).map(({ deliveries }) => deliveries)).toEqual([
      { pending: 0, delivered: 1_000, failed: 3 },
    ]);
    expect(must(await house.queries.listWebhooks(house.otherBroker))).toEqual([]);
  });

  it("count shipments of each part to 999 and one more, and a shipment once though both its clearances are found", async () => {
    const { organisationId } = house.broker;
    await made(
      `insert into shipment (organisation_id, id, reference, regime, created_by, created_at, updated_at)
       select $1, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'C-' || n, '0110', 'test', now(), now()
       from generate_series(1, 1100) n`,
      [organisationId],
    );
    await made(
      `insert into clearance (organisation_id, id, shipment_id, stage, state)
       select $1, gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, s::stage,
         (case when n <= 600 then 'refused' else 'opened' end)::clearance_state
       from generate_series(1, 1100) n, unnest(array['bonded_exit', 'domestic_distribution']) s`,
      [organisationId],
    );
    expect(await house.queries.countShipments(house.broker)).toEqual({
      ...{ all: 1_000, draft: 500, review: 0, action: 500, released: 0, refused: 600 },
    });
    expect(await house.queries.countShipments(house.otherBroker)).toMatchObject({ all: 0, refused: 0 });
  });
});
