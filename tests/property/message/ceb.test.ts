import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCebCodec } from "@/adapters/single-window/ceb/codec";
import { createCebCodes } from "@/adapters/single-window/ceb/codes";
import { cebCodeSchema } from "@/contracts/ceb-codes";
import rows from "../../../prisma/reference/ceb-codes.json";
import { anyRetail, anyRetailReceipt, schemaError, taxBill } from "../../support/message-values";

const codec = createCebCodec(createCebCodes(rows.map((row) => cebCodeSchema.parse(row))));

describe("the retail messages", () => {
  it.each([
    ["what is sent", anyRetail],
    ["receipts", anyRetailReceipt],
    ["tax bills", taxBill],
    ["schema errors", schemaError],
  ])("read back as they were written: %s", (_what, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (message) => {
        const written = codec.render(message);
        if (!written.ok) throw new Error(JSON.stringify(written.error));
        const read = codec.parse(written.value);
        expect(read).toEqual({ ok: true, value: [message] });
      }),
      { numRuns: 100 },
    );
  });
});
