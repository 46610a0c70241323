import { afterAll, beforeAll, expect, it } from "vitest";
import { lodgeMatched } from "@/application/lodge-matched";
import { receiveRecords } from "@/application/receive-records";
import type { FeedKind } from "@/domain/three-documents/documents";
import { createHouse, type House, must, work } from "../support/house";
import { orderOnWire, paymentOnWire, waybillOnWire } from "../support/order-feeds";
import { cleanRecords, seeded } from "../support/order-triples";
import { createRememberingReader } from "../support/remembering-reader";

/** `npm run bench:orders` sends more; the test itself only sees that a whole sending goes through. */
const COUNT = Number(process.env.TWOGATE_BENCH_ORDERS ?? 40);
const SENT_AT_ONCE = 1_000;

let house: House;
beforeAll(async () => {
  house = await createHouse(createRememberingReader());
});
afterAll(() => house.close());

async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

it("takes a sending from its feeds to both gates without leaving one behind", { timeout: 1_200_000 }, async () => {
  const random = seeded(5);
  const day = Array.from({ length: COUNT }, (_, number) => cleanRecords(random, number));
  const send = async (kind: FeedKind, records: readonly unknown[]) => {
    for (let from = 0; from < records.length; from += SENT_AT_ONCE) {
      const part = records.slice(from, from + SENT_AT_ONCE);
      must(await receiveRecords(house, house.broker, { kind, source: "api", records: part, isTrial: false }));
    }
  };
  const fed = await timed(async () => {
    await send(
      "order",
      day.map(({ order }) => orderOnWire(order)),
    );
    await send(
      "payment",
      day.map(({ payment }) => paymentOnWire(payment)),
    );
    await send(
      "waybill",
      day.map(({ waybill }) => waybillOnWire(waybill)),
    );
  });
  const matched = await timed(() => work(house));
  const { rows } = await house.sql.query<{ id: string }>("select id from retail_order where state = 'matched'");
  const orderIds = rows.map((row) => row.id);
  const lodged = await timed(async () => {
    const outcomes = must(await lodgeMatched(house, house.broker, { orderIds, idempotencyKey: "lodge-the-sending" }));
    expect(outcomes.flatMap(({ failure }) => failure ?? [])).toEqual([]);
  });
  const released = await timed(() => work(house));
  const { rows: gates } = await house.sql.query<{ state: string; count: number }>(
    "select state, count(*)::int as count from clearance where opened_at is not null group by state",
  );
  // Among many one is drawn for an officer, who has it before him; nothing is anywhere else.
  const countOf = (state: string) => gates.find((each) => each.state === state)?.count ?? 0;
  const drawn = countOf("in_review") + countOf("in_examination");
  expect(drawn).toBeLessThanOrEqual(COUNT / 20);
  expect(countOf("released")).toBeGreaterThanOrEqual(2 * COUNT - 2 * drawn);
  if (process.env.TWOGATE_BENCH_ORDERS) tell({ fed, matched, lodged, released });
});

function tell(times: Readonly<Record<"fed" | "matched" | "lodged" | "released", number>>): void {
  const perMinute = (ms: number) => Math.round((COUNT / ms) * 60_000).toLocaleString("en");
  const all = Object.values(times).reduce((sum, each) => sum + each, 0);
  const parts = Object.entries(times).map(([part, ms]) => `${part} ${perMinute(ms)}`);
  process.stdout.write(`${COUNT} orders, a minute: ${parts.join(", ")}; from feed to both gates ${perMinute(all)}\n`);
}
