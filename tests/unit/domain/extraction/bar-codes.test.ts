import { describe, expect, it } from "vitest";
import { numberIn } from "@/domain/extraction/bar-code-numbers";
import { besideBarCodes } from "@/domain/extraction/bar-codes";
import type { ReadField } from "@/domain/extraction/field";
import { readDocument } from "@/domain/extraction/read-document";
import type { BarCode, PageText } from "@/domain/extraction/words";
import { page } from "./pages";

const PRINT = { x: 0.1, y: 0.1, width: 0.2, height: 0.02 };
const BARS = { x: 0.5, y: 0.8, width: 0.3, height: 0.05 };

function code(text: string, format: BarCode["format"] = "code_128"): BarCode {
  return { format, text, box: BARS };
}

function pageWith(...codes: BarCode[]): PageText {
  return { ...page([]), codes };
}

function printed(name: ReadField["name"], value: string, confidence: number): ReadField {
  return { name, line: null, value, raw: value, page: 1, box: PRINT, confidence, method: "ocr" };
}

describe("a number in a bar code", () => {
  it.each([
    ["02012345675", { kind: "air_waybill", value: "020-12345675" }],
    ["0201234567500003", { kind: "air_waybill", value: "020-12345675" }],
    ["RR473124829CN", { kind: "postal_item", value: "RR473124829CN" }],
    ["1Z999AA10123456784", { kind: "parcel", value: "1Z999AA10123456784" }],
    ["CSQU3054383", { kind: "container", value: "CSQU3054383" }],
    ["(00)340123450000000001", null],
    ["(00)106141411234567897", { kind: "logistic_unit", value: "106141411234567897" }],
    ["(401)DE1234567", { kind: "consignment", value: "DE1234567" }],
    ["(01)04012345678901(10)LOT7", null],
    ["844712217996", { kind: "unnamed", value: "844712217996" }],
    ["LOT 7", null],
    ["ABCDEFGHIJ", null],
  ])("%s", (text, number) => {
    expect(numberIn(code(text))).toEqual(number);
  });

  it.each([
    ["a link", "https://track.example.com/?n=RR473124829CN"],
    ["a digital link of GS1", "https://id.gs1.org/00/106141411234567897"],
    [
      "a Swiss payment",
      "SPC\n0200\n1\nCH4431999123000889012\nS\nMuster AG\n\n\n8000\nZürich\nCH\n\n1949.75\nCHF\nQRR\n210000000003139471430009017",
    ],
    [
      "a European payment",
      "BCD\n002\n1\nSCT\nBFSWDE33BER\nWikimedia\nDE33100205000001194700\nEUR123.45\n\n\nInvoice 7",
    ],
    ["a number that may be anything", "844712217996"],
  ])("is none in a code of dots that holds %s", (_, text) => {
    expect(numberIn(code(text, "qr"))).toBeNull();
  });

  it("is one in a code of dots that tells what it is", () => {
    expect(numberIn(code("RR473124829CN", "qr"))?.kind).toBe("postal_item");
  });
});

describe("what was read, beside the bar codes", () => {
  it("is sure where both say the same, and stays where it is printed", () => {
    const field = printed("transport_number", "8447 1221 7996", 0.62);
    expect(besideBarCodes([field], [pageWith(code("844712217996"))], "express_waybill")).toEqual([
      { ...field, confidence: 0.98 },
    ]);
  });

  it("is completed by a bar code, with its place", () => {
    const [field] = besideBarCodes([], [pageWith(code("RR473124829CN"))], "postal_declaration");
    expect(field).toEqual({
      name: "transport_number",
      line: null,
      value: "RR473124829CN",
      raw: "RR473124829CN",
      page: 1,
      box: BARS,
      confidence: 0.95,
      method: "barcode",
    });
  });

  it("is asked where the bar code does not tell what it counts", () => {
    const [field] = besideBarCodes([], [pageWith(code("844712217996"))], "express_waybill");
    expect(field).toMatchObject({ value: "844712217996", confidence: 0.75, method: "barcode" });
  });

  it("gives way, with both shown, where print was misread", () => {
    const field = printed("transport_number", "020-12345615", 0.97);
    const [asked] = besideBarCodes([field], [pageWith(code("02012345675"))], "air_waybill");
    expect(asked).toMatchObject({
      value: "020-12345675",
      otherReading: "020-12345615",
      confidence: 0.8,
      method: "barcode",
      box: BARS,
    });
  });

  it("gives way to bars near it where its own check digit does not fit and nothing better was printed", () => {
    const field = printed("transport_number", "020-12345615", 0.58);
    const [sure] = besideBarCodes([field], [pageWith(code("02012345675"))], "air_waybill");
    expect(sure).toMatchObject({ value: "020-12345675", confidence: 0.95, method: "barcode" });
    const [asked] = besideBarCodes(
      [{ ...field, value: "176-99887766" }],
      [pageWith(code("02012345675"))],
      "air_waybill",
    );
    expect(asked).toMatchObject({ value: "020-12345675", otherReading: "176-99887766", confidence: 0.8 });
  });

  it("stays and is asked where bars that may count anything say another number", () => {
    const field = printed("transport_number", "6137749902", 0.95);
    const [asked] = besideBarCodes([field], [pageWith(code("844712217996"))], "express_waybill");
    expect(asked).toEqual({ ...field, confidence: 0.8 });
  });

  it("steps behind bars that tell what they count, and both are shown", () => {
    const field = printed("transport_number", "6137749902", 0.95);
    const [asked] = besideBarCodes([field], [pageWith(code("RR473124829CN"))], "postal_declaration");
    expect(asked).toMatchObject({ value: "RR473124829CN", method: "barcode", otherReading: "6137749902" });
    expect(asked?.confidence).toBeLessThan(0.9);
  });

  it("is not made surer by bars of which nobody knows what they count there", () => {
    const field = printed("transport_number", "BOOK123456", 0.6);
    expect(besideBarCodes([field], [pageWith(code("BOOK123456"))], "bill_of_lading")).toEqual([field]);
  });

  it("is none in a telephone number, in dots or behind an area code that looks like an identifier", () => {
    for (const text of ["13800138003", "(401) 555-0123", "(401)5550123"])
      expect(besideBarCodes([], [pageWith(code(text, "qr"))], "express_waybill"), text).toEqual([]);
    expect(besideBarCodes([], [pageWith(code("CSQU3054383", "qr"))], "payment_slip")).toEqual([]);
  });

  it("is not doubted for one of several bar codes of which another says the same", () => {
    const field = printed("transport_number", "6137749902", 0.95);
    const codes = [code("6137749902"), code("2LDE12345678"), code("RR473124829CN")];
    expect(besideBarCodes([field], [pageWith(...codes)], "express_waybill")).toEqual([{ ...field, confidence: 0.98 }]);
  });

  it("is left alone by two numbers of which neither tells what it is", () => {
    expect(besideBarCodes([], [pageWith(code("844712217996"), code("990012345678"))], "express_waybill")).toEqual([]);
  });

  it("takes an airline's number for the master's on a forwarder's paper", () => {
    expect(besideBarCodes([], [pageWith(code("02012345675"))], "house_air_waybill")).toMatchObject([
      { name: "master_number", value: "020-12345675" },
    ]);
  });

  it("takes a container from its bar code, once", () => {
    const known = printed("container_numbers", "CSQU3054383", 0.85);
    expect(besideBarCodes([known], [pageWith(code("CSQU3054383"))], "bill_of_lading")).toEqual([
      { ...known, confidence: 0.98 },
    ]);
    expect(
      besideBarCodes([], [pageWith(code("CSQU3054383"), code("CSQU3054383"))], "bill_of_lading").map(
        ({ name, value }) => [name, value],
      ),
    ).toEqual([["container_numbers", "CSQU3054383"]]);
  });

  it.each([
    ["commercial_invoice", code("844712217996")],
    ["invoice", code("SPC\n0200\n1\nCH4431999123000889012", "qr")],
    ["receipt", code("https://example.org/02012345675", "qr")],
    ["bill_of_lading", code("844712217996")],
  ] as const)("is not changed on a paper that has no such number: %s", (type, each) => {
    const field = printed("invoice_number", "844712217996", 0.6);
    expect(besideBarCodes([field], [pageWith(each)], type)).toEqual([field]);
  });

  it("is a part of the reading of a document", () => {
    const label = page([
      [[0.1, "RAPIDEX EXPRESS WORLDWIDE"]],
      [[0.1, "SHIPMENT WAYBILL"]],
      [[0.1, "Ship From: Acme Trading Ltd"]],
      [[0.1, "SHIP TO: Borealis GmbH"]],
      [[0.1, "Weight: 2.5 kg"]],
    ]);
    const { type, fields } = readDocument([{ ...label, codes: [code("1Z999AA10123456784")] }]);
    expect(type).toBe("express_waybill");
    expect(fields.find(({ name }) => name === "transport_number")).toMatchObject({
      value: "1Z999AA10123456784",
      method: "barcode",
    });
  });
});
