import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ok } from "@/domain/shared/result";
import { createHouse, type House } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
beforeAll(async () => {
  house = await createHouse(createRememberingReader());
});
afterAll(() => house.close());

describe("a circle of locks", () => {
  it("ends for one of the two, who is run again and does the work once", async () => {
    const ids = [house.world.newId(), house.world.newId()] as const;
    let runs = 0;
    let waiting: (() => void)[] = [];
    /** Lets the first runs go on when both hold their first lock. */
    const meet = () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length < 2) return;
        for (const go of waiting) go();
        waiting = [];
      });
    const crossing = (first: string, second: string) =>
      house.inTransaction(house.broker, async (tx) => {
        runs += 1;
        await tx.lockShipment(first);
        if (runs <= 2) await meet();
        await tx.audit.add("crossed", "test", first, {});
        await tx.lockShipment(second);
        return ok(undefined);
      });
    const ended = await Promise.all([crossing(ids[0], ids[1]), crossing(ids[1], ids[0])]);
    expect(ended.map((each) => each.ok)).toEqual([true, true]);
    expect(runs).toBe(3);
    const { rows } = await house.sql.query("select object_id from audit_entry where action = 'crossed'");
    expect(rows.map((row) => row.object_id).toSorted()).toEqual(ids.toSorted());
  });
});
