import { describe, expect, it } from "vitest";
import { FEED_SCHEMAS } from "@/contracts/order-feeds";
import { feedCodeSchema } from "@/contracts/reference";
import type { Order } from "@/domain/three-documents/documents";
import { inOwnCodes } from "@/domain/three-documents/feed-codes";
import codes from "../../../prisma/reference/feed-codes.json";
import { orderOnWire } from "../../support/order-feeds";
import { cleanRecords, seeded } from "../../support/order-triples";

const wire = orderOnWire(cleanRecords(seeded(3), 1).order);
const read = (line: Readonly<Record<string, unknown>>) => {
  const lines = [{ ...wire.lines[0], gnum: 1, ...line }];
  const { record } = FEED_SCHEMAS.order.parse({ ...wire, lines });
  return inOwnCodes(record as Order, feedCodeSchema.array().parse(codes)).lines[0];
};

describe("an order's line", () => {
  it.each([
    ["011", "pcs"],
    ["035", "kg"],
    ["999", "999"],
    ["件", "件"],
  ])("in the unit %s counts in %s", (coded, unit) => {
    expect(read({ unit: coded })?.unit).toBe(unit);
  });

  it("has the facts of the inventory list where its platform states them, and no empty ones where it does not", () => {
    const stated = read({ gmodel: "1|3|words", barCode: "", qty1: "2", unit1: "035", qty2: null, unit2: null });
    expect(stated?.customs).toEqual({ elements: "1|3|words", legalQuantity: "2", legalUnit: "kg" });
    expect(read({ gmodel: "", barCode: "", qty1: "", unit1: "", qty2: "", unit2: "" })).not.toHaveProperty("customs");
  });
});
