import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readMessages } from "@/runtime/messages";

const textOf = (name: string) => readFileSync(`tests/contracts/messages/${name}`, "utf8");

/** The faults of a golden file after a change to its text. */
function faultsOf(name: string, from: string | RegExp, to: string, encoding: BufferEncoding = "utf8") {
  const before = textOf(name);
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  const read = readMessages(Buffer.from(after, encoding));
  return read.ok ? [] : read.error;
}

describe("a retail message", () => {
  it.each([
    ["of another namespace", "http://www.chinaport.gov.cn/ceb", "http://example.org/ceb", { code: "wrong_namespace" }],
    ["of another version", 'version="1.0">\n  <ceb', 'version="2.0">\n  <ceb', { code: "wrong_version" }],
    ["with a document type", "<ceb:CEB621", '<!DOCTYPE a [<!ENTITY x "y">]><ceb:CEB621', { code: "unsafe_xml" }],
    ["with an entity", "SKU-1", "&xxe;", { code: "unsafe_xml", value: "&xxe;" }],
    [
      "without a required field",
      /<ceb:orderNo>.*?<\/ceb:orderNo>/,
      "",
      { code: "required", field: "head/orderNumber" },
    ],
    ["with an empty required field", ">SF9900000000001<", "><", { code: "required", field: "head/waybillNumber" }],
    [
      "with an unknown field",
      "<ceb:copNo>",
      "<ceb:copCode>1</ceb:copCode><ceb:copNo>",
      { code: "unknown_element", field: "head/copCode" },
    ],
    [
      "with a field twice",
      "<ceb:copNo>",
      "<ceb:copNo>1</ceb:copNo><ceb:copNo>",
      { code: "repeated_element", field: "head/copNo" },
    ],
    [
      "with a field of another namespace",
      "<ceb:copNo>",
      '<copNo xmlns="urn:x">1</copNo><ceb:copNo>',
      { code: "unknown_element" },
    ],
    [
      "with an unknown part",
      "<ceb:BaseTransfer>",
      "<ceb:Other></ceb:Other><ceb:BaseTransfer>",
      { code: "unknown_element", field: "Other" },
    ],
    [
      "with a weight that is no number",
      ">0.8<",
      ">0,8<",
      { code: "not_decimal", field: "head/grossWeightKg", value: "0,8" },
    ],
    ["with a weight in powers", ">0.8<", ">8e-1<", { code: "not_decimal", field: "head/grossWeightKg" }],
    [
      "with a number of the country that nobody knows",
      "<ceb:country>304<",
      "<ceb:country>999<",
      { code: "unmapped_code", field: "lines/1/origin", value: "999" },
    ],
    ["with ISO where numbers belong", "<ceb:country>304<", "<ceb:country>DE<", { code: "unmapped_code", value: "DE" }],
    [
      "in dollars",
      "<ceb:currency>142<",
      "<ceb:currency>502<",
      { code: "not_in_list", field: "head/currency", value: "USD" },
    ],
    ["of a 31st of November", "20261127100304", "20261131100304", { code: "not_an_instant", field: "head/sentAt" }],
    ["with a time too short", "20261127100304", "202611271003", { code: "not_an_instant" }],
    ["that ends early", "</ceb:CEB621Message>", "", { code: "truncated" }],
    ["of a type that is not read", /CEB621Message/g, "CEB711Message", { code: "unknown_message" }],
    [
      "of an unknown kind of application",
      "<ceb:appType>1<",
      "<ceb:appType>7<",
      { code: "unmapped_code", field: "head/action" },
    ],
    [
      "without its channel",
      /<ceb:BaseTransfer>[\s\S]*<\/ceb:BaseTransfer>/,
      "",
      { code: "required", field: "BaseTransfer" },
    ],
    ["that says another encoding", "UTF-8", "GB18030", { code: "character_set", value: "GB18030" }],
    ["with lines out of count", "<ceb:gnum>1<", "<ceb:gnum>2<", { code: "wrong_count", field: "lines/1/number" }],
  ])("%s is refused by name", (_what, from, to, expected) => {
    expect(faultsOf("ceb621.xml", from, to)).toContainEqual(expect.objectContaining(expected));
  });

  it("in another encoding than it says is refused", () => {
    expect(faultsOf("ceb621.xml", "示例电商平台", "\u00e9", "latin1")).toContainEqual(
      expect.objectContaining({ code: "character_set", expected: "UTF-8" }),
    );
  });

  it("is read with the signature that stands beside its records", () => {
    const signed = textOf("ceb621.xml").replace(
      "</ceb:CEB621Message>",
      '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignatureValue>AA==</ds:SignatureValue></ds:Signature></ceb:CEB621Message>',
    );
    expect(readMessages(Buffer.from(signed)).ok).toBe(true);
  });

  it("is read with texts in CDATA, numeric characters, and blanks around values", () => {
    const written = textOf("ceb621.xml")
      .replace(/>广东省[^<]*</, "><![CDATA[A&B <1>]]><")
      .replace(">测试甲<", ">\n  &#27979;&#x8BD5;甲 <");
    const read = readMessages(Buffer.from(written));
    expect(read).toMatchObject({
      ok: true,
      value: { messages: [{ head: { consigneeAddress: "A&B <1>", buyerName: "测试甲" } }] },
    });
  });

  it("with several receipts is several messages", () => {
    const one = /<InventoryReturn>[\s\S]*<\/InventoryReturn>/.exec(textOf("ceb622-120.xml"))?.[0] ?? "";
    const two = textOf("ceb622-800.xml").replace("<InventoryReturn>", `${one}<InventoryReturn>`);
    const read = readMessages(Buffer.from(two));
    expect(read.ok && read.value.messages.map((each) => each.kind === "receipt" && each.status)).toEqual([
      "120",
      "800",
    ]);
  });
});

describe("UN/EDIFACT", () => {
  it.each([
    ["with a wrong count of segments", "UNT+44", "UNT+43", { code: "wrong_count", field: "UNT", expected: "44" }],
    ["with a wrong count of messages", "UNZ+1", "UNZ+2", { code: "wrong_count", field: "UNZ" }],
    ["with another reference at its end", "UNT+44+8C", "UNT+44+9C", { code: "wrong_reference", field: "UNT" }],
    ["with another reference of the interchange", "UNZ+1+8C", "UNZ+1+9C", { code: "wrong_reference", field: "UNZ" }],
    ["cut off", /UNS\+S[\s\S]*/, "", { code: "truncated" }],
    ["cut off within a segment", /MOA\+38[\s\S]*/, "MOA+38:10", { code: "truncated" }],
    ["with a segment that is not of it", "TOD+++FOB'", "QTY+1:5'", { code: "unknown_element", value: "QTY+1:5" }],
    ["with a qualifier that is not of it", "MOA+64:", "MOA+65:", { code: "unknown_element", value: "MOA+65:120.5" }],
    ["with a component too many", "TOD+++FOB'", "TOD+++FOB:X'", { code: "unknown_element" }],
    ["with a segment twice", "PAC+4++CT'", "CUX+2:USD'", { code: "repeated_element", field: "currency" }],
    ["without what is required", "CUX+2:EUR'", "FTX+AAI+++x'", { code: "required", field: "head/currency" }],
    [
      "with an amount that is no number",
      "MOA+39:1000",
      "MOA+39:1 000",
      { code: "not_decimal", field: "head/invoiceTotal" },
    ],
    ["of another release", "D:96B", "D:01B", { code: "unknown_message", field: "UNH" }],
    ["with a unit that only China counts in", "ZA1+C62", "ZA1+CN-001", { code: "unmapped_code", value: "CN-001" }],
    ["in a repertoire that is not read", "UNOY", "UNOX", { code: "character_set", value: "UNOX" }],
    ["with Chinese in a repertoire without it", "UNOY", "UNOA", { code: "character_set" }],
    ["with a decimal comma", "UNA:+.?", "UNA:+,?", { code: "wrong_form", field: "UNA" }],
    [
      "with a function that nobody knows",
      "1+9'\nCST",
      "1+77'\nCST",
      { code: "not_in_list", field: "head/action", value: "77" },
    ],
  ])("%s is refused by name", (_what, from, to, expected) => {
    expect(faultsOf("cusdec.edi", from, to)).toContainEqual(expect.objectContaining(expected));
  });

  it("of a response names an error point outside the form", () => {
    expect(faultsOf("cusres.edi", "ERP+0", "ERP+2:1:99")).toContainEqual(
      expect.objectContaining({ code: "wrong_reference", field: "ERP" }),
    );
  });
});

describe("the WCO Data Model", () => {
  it.each([
    ["declaration.xml", "of another namespace", "WCO:DEC-DMS:2", "WCO:DEC-DMS:9", { code: "wrong_namespace" }],
    ["declaration.xml", "with an entity", "Hamburg", "&x;", { code: "unsafe_xml" }],
    [
      "declaration.xml",
      "with an unknown element",
      "<Agent>",
      "<Agent><Role>1</Role>",
      { code: "unknown_element", field: "Agent/Role" },
    ],
    ["declaration.xml", "cut off", "</Declaration>", "", { code: "truncated" }],
    ["declaration.json", "cut off", /\}\s*$/, "", { code: "truncated" }],
    [
      "declaration.json",
      "with a number that may lose digits",
      '"#text": "1000"',
      '"#text": 1000',
      { code: "wrong_form" },
    ],
    [
      "declaration.json",
      "with an unknown element",
      '"Agent": {',
      '"Agent": {"Role": "1",',
      { code: "unknown_element", field: "Agent/Role" },
    ],
    ["declaration.json", "that is none", '"Declaration"', '"Manifest"', { code: "unknown_message" }],
    [
      "declaration.json",
      "without what is required",
      '"FunctionCode": "9",',
      "",
      { code: "required", field: "head/action" },
    ],
    [
      "response.json",
      "with a pointer to nowhere",
      /("Description": "[^"]*")/,
      '$1, "Pointer": {"Location": "Declaration/Nowhere"}',
      { code: "wrong_reference" },
    ],
  ])("%s %s is refused by name", (name, _what, from, to, expected) => {
    expect(faultsOf(name, from, to)).toContainEqual(expect.objectContaining(expected));
  });
});

it("bytes of no syntax are refused", () => {
  for (const text of ["", "hello", "\u0000\u0001", "<", "{"]) expect(readMessages(Buffer.from(text)).ok).toBe(false);
});

describe("what is made to harm", () => {
  const xml = (content: string) =>
    `<ceb:CEB621Message xmlns:ceb="http://www.chinaport.gov.cn/ceb" guid="1" version="1.0">${content}</ceb:CEB621Message>`;

  it.each([
    ["a depth of two hundred thousand", xml("<a>".repeat(200_000) + "</a>".repeat(200_000))],
    ["half a million elements", xml("<b></b>".repeat(500_000))],
    ["a million brackets", `{"Declaration":${"[".repeat(1_000_000)}`],
    ["a deep tree of JSON", `{"Declaration":${'{"a":'.repeat(5_000)}"x"${"}".repeat(5_000)}}`],
    ["names that are those of objects", '{"Declaration":{"__proto__":{"x":"1"},"@__proto__":"1","constructor":"1"}}'],
    [
      "a hundred thousand segments",
      `UNB+UNOC:3+A+B+260101:0000+1'UNH+1+CUSDEC:D:96B:UN'${"QTY+1:5'".repeat(100_000)}UNT+1+1'UNZ+1+1'`,
    ],
    ["releases without end", `UNB+UNOC:3+A+B+260101:0000+1'FTX+${"?".repeat(1_000_001)}`],
  ])("%s is refused within seconds", (_what, text) => {
    const began = performance.now();
    expect(readMessages(Buffer.from(text)).ok).toBe(false);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
