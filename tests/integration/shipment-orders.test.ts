import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrder, type Placed } from "@/domain/clearance-time/shipment-order";
import { clockActs, clockFacts, storedKeys, walk, walkUnderway, workedOut } from "../support/clock-facts";
import { createHouse, type House, must, refreshAllClocks } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let facts: ReturnType<typeof clockFacts>;
const shipments: string[] = [];

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  facts = clockFacts(house, house.broker.organisationId);
  for (let left = 6; left > 0; left -= 1) shipments.push(await facts.open(left % 2 ? "0110" : "1210"));
  await facts.grant(shipments[0] ?? "", house.authority);
  await facts.grant(shipments[3] ?? "", house.authority);
});
afterAll(() => house.close());

describe("what lists of shipments are ordered by", () => {
  it("is, after any facts and a look, what the clocks of the domain give, and so are the order and its pages", async () => {
    const acts = clockActs(facts);
    const act = fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat(5), fc.nat(100));
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 3, maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        async (done, limit) => {
          for (const [name, index, amount] of done) await acts[name]?.(shipments[index] ?? "", amount);
          await refreshAllClocks(house);
          const keys = await storedKeys(house);
          const exact = await workedOut(house);
          for (const { id, due_at, stake } of keys) {
            expect({ id, due: due_at?.toISOString() ?? null }).toEqual({ id, due: exact.get(id)?.due ?? null });
            expect({ id, stake }).toEqual({ id, stake: exact.get(id)?.stake?.replace(".", "") ?? null });
          }
          const bySlack: Placed[] = keys.map(({ id, due_at }) => ({ id, key: due_at && String(due_at.getTime()) }));
          const byValue: Placed[] = keys.map(({ id, stake }) => ({ id, key: stake }));
          const granted = new Set([shipments[0], shipments[3]]);
          for (const [sort, placed] of [
            ["slack", bySlack],
            ["value", byValue],
          ] as const) {
            const wanted = placed.toSorted(inOrder(sort)).map(({ id }) => id);
            expect(await walk(house, house.broker, sort, limit)).toEqual(wanted);
            expect(await walk(house, house.officer, sort, limit)).toEqual(wanted.filter((id) => granted.has(id)));
          }
          const now = house.world.now();
          const running = keys.flatMap(({ id, due_at }) => (due_at ? [{ id, due: due_at.getTime() }] : []));
          const ahead = running.filter(({ due }) => due >= now.getTime());
          const past = running.filter(({ due }) => due < now.getTime());
          const underway = [
            ...ahead.toSorted((a, b) => a.due - b.due || (a.id < b.id ? 1 : -1)),
            ...past.toSorted((a, b) => b.due - a.due || (a.id < b.id ? -1 : 1)),
          ].map(({ id }) => id);
          expect(await walkUnderway(house, house.broker, limit)).toEqual(underway);
          expect(await walkUnderway(house, house.officer, limit)).toEqual(underway.filter((id) => granted.has(id)));
          const { underwayTotals } = must(
            await house.queries.getClearanceTime(house.broker, { from: facts.day(-400), before: facts.day(-399) }),
          );
          expect(underwayTotals).toMatchObject({ count: running.length, late: past.length });
        },
      ),
      { numRuns: 12 },
    );
  });
});
