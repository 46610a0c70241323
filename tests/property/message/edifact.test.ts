import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EDIFACT_CODEC } from "@/adapters/single-window/edifact/codec";
import { declarationMessage, declarationReceipt } from "../../support/message-values";

describe("UN/EDIFACT", () => {
  it.each([
    ["declarations", declarationMessage],
    ["responses", declarationReceipt],
  ])("reads back as it was written: %s", (_what, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (message) => {
        const written = EDIFACT_CODEC.render(message);
        if (!written.ok) throw new Error(JSON.stringify(written.error));
        expect(EDIFACT_CODEC.parse(written.value)).toEqual({ ok: true, value: [message] });
      }),
      { numRuns: 100 },
    );
  });
});
