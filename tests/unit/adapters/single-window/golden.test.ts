import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Message } from "@/domain/message/message";
import { codecOf, convert, readMessages } from "@/runtime/messages";

const folder = "tests/contracts/messages";
const bytesOf = (name: string) => readFileSync(`${folder}/${name}`);

function only(name: string): Message {
  const read = readMessages(bytesOf(name));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const [message] = read.value.messages;
  if (!message) throw new Error(`${name} is empty`);
  return message;
}

/** The wire is frozen: a change of one of these files is a change of what authorities get. */
describe("golden messages", () => {
  it.each([
    ["ceb311.xml", "order"],
    ["ceb411.xml", "payment"],
    ["ceb511.xml", "waybill"],
    ["ceb621.xml", "inventory"],
    ["ceb623.xml", "cancellation"],
    ["ceb625.xml", "return"],
    ["cusdec.edi", "declaration"],
    ["declaration.json", "declaration"],
    ["declaration.xml", "declaration"],
    ["cusres.edi", "receipt"],
    ["response.json", "receipt"],
    ["response.xml", "receipt"],
  ])("%s is read as %s and written the same, byte by byte", (name, kind) => {
    const read = readMessages(bytesOf(name));
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const message = only(name);
    expect(message.kind).toBe(kind);
    const written = codecOf(read.value.syntax, message.kind)?.render(message);
    expect(written?.ok && Buffer.from(written.value).toString()).toBe(bytesOf(name).toString());
  });

  it.each([
    ["ceb312.xml", "order", "120"],
    ["ceb412.xml", "payment", "120"],
    ["ceb512.xml", "waybill", "120"],
    ["ceb622-120.xml", "inventory", "120"],
    ["ceb622-300.xml", "inventory", "300"],
    ["ceb622-800.xml", "inventory", "800"],
    ["ceb624.xml", "cancellation", "399"],
    ["ceb626.xml", "return", "-301"],
  ])("%s, as the single window writes it, answers the %s with %s", (name, of, status) => {
    expect(only(name)).toMatchObject({ kind: "receipt", of, status, profile: "ceb" });
  });

  it("hold the misspelt name of the amount paid, and 142 for the yuan", () => {
    const order = bytesOf("ceb311.xml").toString();
    expect(order).toContain("<ceb:acturalPaid>1084.64</ceb:acturalPaid>");
    expect(order).toContain("<ceb:currency>142</ceb:currency>");
    expect(only("ceb311.xml")).toMatchObject({ head: { paidTotal: "1084.64", currency: "CNY" } });
  });

  it("say local time on the wire and UTC inside", () => {
    expect(only("ceb622-800.xml")).toMatchObject({ returnedAt: "2026-11-27T02:15:00.001Z" });
    expect(only("ceb411.xml")).toMatchObject({ head: { paidAt: "2026-11-27T01:58:01Z" } });
  });

  it("part the codes and the words of a receipt", () => {
    expect(only("ceb622-300.xml")).toMatchObject({
      texts: [
        { code: "1200", text: "转人工审核" },
        { code: "1201", text: "单价偏低" },
      ],
    });
    expect(only("ceb624.xml")).toMatchObject({ texts: [{ code: null, text: "审结" }] });
  });

  it("tell a tax bill and a schema error with what they hold", () => {
    expect(only("ceb816.xml")).toMatchObject({
      kind: "tax_bill",
      head: { customsDuty: "0", valueAddedTax: "92.14", taxNoteNumber: null },
      lines: [{ taxableValue: "1012.5" }],
    });
    expect(only("ceb900.xml")).toMatchObject({
      kind: "schema_error",
      head: { originalType: "CEB311Message", info: "cvc-complex-type: acturalPaid <missing>" },
    });
  });

  it("come out of a declaration the same in every syntax", () => {
    expect(only("declaration.json")).toEqual(only("cusdec.edi"));
    expect(only("declaration.xml")).toEqual(only("cusdec.edi"));
  });

  it("of a release are a release in every syntax, and come back to where they were", () => {
    const released = only("ceb622-800.xml");
    for (const [name, to] of [
      ["cusres.edi", "edifact"],
      ["response.json", "wco-json"],
      ["response.xml", "wco-xml"],
    ] as const) {
      const written = convert(released, to);
      expect(written.ok && Buffer.from(written.value).toString()).toBe(bytesOf(name).toString());
      const back = convert(only(name), "ceb");
      expect(back.ok && readMessages(back.value)).toMatchObject({ ok: true, value: { messages: [released] } });
    }
  });

  it("are not bent into a syntax that has no place for them", () => {
    expect(convert(only("ceb311.xml"), "edifact")).toMatchObject({ ok: false, error: [{ code: "no_place" }] });
    expect(convert(only("cusdec.edi"), "ceb")).toMatchObject({ ok: false, error: [{ code: "no_place" }] });
    expect(convert(only("ceb624.xml"), "wco-xml")).toMatchObject({
      ok: false,
      error: [{ code: "no_counterpart", value: "399" }],
    });
  });
});
