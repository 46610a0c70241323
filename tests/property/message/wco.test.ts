import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WCO_JSON_CODEC, WCO_XML_CODEC } from "@/adapters/single-window/wco/codec";
import { declarationMessage, declarationReceipt } from "../../support/message-values";

describe.each([
  ["JSON", WCO_JSON_CODEC],
  ["XML", WCO_XML_CODEC],
])("the WCO Data Model in %s", (_syntax, codec) => {
  it.each([
    ["declarations", declarationMessage],
    ["responses", declarationReceipt],
  ])("reads back as it was written: %s", (_what, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (message) => {
        const written = codec.render(message);
        if (!written.ok) throw new Error(JSON.stringify(written.error));
        expect(codec.parse(written.value)).toEqual({ ok: true, value: [message] });
      }),
      { numRuns: 100 },
    );
  });
});
