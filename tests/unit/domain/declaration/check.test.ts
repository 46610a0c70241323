import { describe, expect, it } from "vitest";
import type { DeclarationDraft } from "@/domain/declaration/assemble";
import { checkDeclaration, completeDeclaration } from "@/domain/declaration/check";
import type { DeclarationLine } from "@/domain/declaration/declaration";
import type { Fact } from "@/domain/declaration/facts";
import { content, DAY, fact, known, line, REFERENCE } from "../fixtures";

type Header = Parameters<typeof content>[0];

function check(draft: DeclarationDraft, facts: readonly Fact[] = []) {
  return checkDeclaration({ draft, facts, reference: REFERENCE, day: DAY });
}

const found = (given: Header, facts: readonly Fact[] = []) =>
  check(content(given), facts).map((issue) => `${issue.code} ${issue.field}`);

const ofLine = (given: Partial<Record<keyof DeclarationLine, string>>, header: Header = {}) =>
  found({ ...header, lines: [line(1, { amount: "1000.00", ...given })] });

it("finds nothing in a declaration that is in order", () => {
  expect(found({})).toEqual([]);
  expect(found({ regime: "1210" })).toEqual([]);
});

describe("what is missing", () => {
  it("is named by its field, with the invoice line to look at", () => {
    const draft = { ...content(), incoterm: null, lines: [{ ...line(1), commodityCode: null }] };
    expect(check(draft)).toMatchObject([
      { code: "value_missing", field: "incoterm", severity: "error" },
      { code: "line_value_missing", field: "lines.1.commodityCode", documentId: "invoice", parameters: { line: "1" } },
    ]);
  });

  it("is a consumer in retail only", () => {
    expect(check({ ...content({ regime: "1210" }), consumer: null }).map((issue) => issue.code)).toEqual([
      "consumer_missing",
    ]);
  });

  it("is every line when none was read", () => {
    expect(found({ lines: [] })).toEqual(["lines_missing lines"]);
  });

  it("is the freight where the terms leave it to be added", () => {
    expect(found({ incoterm: "FOB" })).toEqual(["freight_missing freight"]);
  });
});

describe("what is unsure", () => {
  const reading = fact("invoice_number", "INV-1", { confidence: 0.89 });
  const draft = { ...content(), invoiceNumber: known("INV-1", reading.id) };

  it("stops the submission until a person settles it", () => {
    expect(check(draft, [reading])).toMatchObject([
      { code: "value_unsure", field: "invoiceNumber", severity: "error", fieldId: reading.id, documentId: "invoice" },
    ]);
    expect(check(draft, [{ ...reading, status: "confirmed" }])).toEqual([]);
    expect(check(draft, [{ ...reading, confidence: 0.9 }])).toEqual([]);
  });
});

describe("what is no value of its kind", () => {
  it.each<[Header, string]>([
    [{ invoiceTotal: "1,000.00" }, "number_malformed invoiceTotal"],
    [{ grossWeightKg: "12 kg" }, "number_malformed grossWeightKg"],
    [{ freight: "-5" }, "number_negative freight"],
    [{ incoterm: "XYZ" }, "incoterm_unknown incoterm"],
    [{ incoterm: "constructor" }, "incoterm_unknown incoterm"],
    [{ currency: "XAU" }, "rate_missing currency"],
    [{ invoiceDate: "09.11.2026" }, "date_malformed invoiceDate"],
    [{ invoiceDate: "2026-11-25" }, "date_in_future invoiceDate"],
    [{ packages: "0" }, "packages_not_positive packages"],
    [{ packages: "4.5" }, "packages_not_positive packages"],
    [{ netWeightKg: "12.01" }, "net_above_gross netWeightKg"],
  ])("%o gives %s", (given, expected) => {
    expect(found(given)).toContain(expected);
  });

  it.each<[Partial<Record<keyof DeclarationLine, string>>, string]>([
    [{ commodityCode: "85183020009" }, "code_malformed lines.1.commodityCode"],
    [{ commodityCode: "2207000000" }, "measure_missing lines.1.commodityCode"],
    [{ origin: "Germany" }, "origin_malformed lines.1.origin"],
    [{ quantity: "0" }, "quantity_not_positive lines.1.quantity"],
    [{ quantity: "ten" }, "number_malformed lines.1.quantity"],
    [{ amount: "-1000.00" }, "number_negative lines.1.amount"],
    [{ commodityCode: "3304990000" }, "net_weight_needed lines.1.netWeightKg"],
    [{ commodityCode: "9102110000", unit: "G" }, "unit_differs lines.1.unit"],
    [{ commodityCode: "2208301000", unit: "bottles" }, "unit_differs lines.1.unit"],
    [{ commodityCode: "2208301000" }, "unit_differs lines.1.unit"],
  ])("a line with %o gives %s", (given, expected) => {
    expect(ofLine(given)).toContain(expected);
  });

  it("takes spirits that are declared in litres", () => {
    expect(ofLine({ commodityCode: "2208301000", unit: "LTR" })).toEqual([]);
  });

  it("keeps goods off the positive list out of retail, and out of retail only", () => {
    expect(ofLine({ commodityCode: "8703800000" }, { regime: "1210" })).toEqual([
      "not_on_positive_list lines.1.commodityCode",
    ]);
    expect(ofLine({ commodityCode: "8703800000" })).toEqual([]);
  });

  it("asks an admin, not the broker, to load a missing rate", () => {
    expect(check(content({ currency: "XAU" }))).toMatchObject([{ owner: "admin" }]);
  });
});

describe("figures that do not agree", () => {
  it("are the total and its lines, unless freight and insurance make up the difference", () => {
    const lines = [line(1, { amount: "900.00" })];
    expect(found({ lines })).toEqual(["total_differs invoiceTotal"]);
    expect(found({ lines, freight: "90.00", insurance: "10.00" })).toEqual([]);
    expect(found({ lines, freight: "100.00", insurance: "3.00" })).toEqual([]);
    expect(found({ lines, freight: "99.00" })).toEqual(["total_differs invoiceTotal"]);
  });

  it("are quantity times price and the amount, but for what the price was rounded by", () => {
    expect(ofLine({ quantity: "3", unitPrice: "333.33" })).toEqual([]);
    expect(ofLine({ quantity: "3", unitPrice: "333.30" })).toEqual(["line_amount_differs lines.1.amount"]);
    expect(ofLine({ quantity: "10", unitPrice: "99" })).toEqual(["line_amount_differs lines.1.amount"]);
  });
});

describe("documents that contradict one another", () => {
  const waybill = { documentId: "waybill", documentType: "air_waybill" } as const;

  it("are named both, as a warning that can be acknowledged", () => {
    const [issue] = check(content(), [fact("gross_weight_kg", "14", waybill)]);
    expect(issue).toMatchObject({
      code: "documents_contradict",
      severity: "warning",
      field: "grossWeightKg",
      documentId: "invoice",
      parameters: { value: "12", other: "14", otherDocumentId: "waybill" },
    });
  });

  it("do not contradict when they write one number in two ways, or when the other was rejected", () => {
    const rejected = fact("packages", "5", { ...waybill, status: "rejected" });
    expect(found({}, [fact("gross_weight_kg", "12.00", waybill), rejected])).toEqual([]);
  });

  it("contradict over the origin that all lines share", () => {
    const certificate = { documentId: "certificate", documentType: "certificate_of_origin" } as const;
    expect(found({}, [fact("country_of_origin", "CH", certificate)])).toEqual(["documents_contradict lines.1.origin"]);
  });

  it("contradict over the consignee, except in retail, whose consumer is compared elsewhere", () => {
    expect(found({ consignee: "Kunshan Warehouse" })).toEqual(["documents_contradict consignee"]);
    expect(found({ consignee: "LINGNAN ELECTRONICS TRADING CO LTD" })).toEqual([]);
    expect(found({ consignee: "Kunshan Warehouse", regime: "1210" })).toEqual([]);
  });

  it("warn of a second invoice whose goods are not declared", () => {
    const facts = ["invoice", "second"].map((documentId) => fact("amount", "1000.00", { documentId, line: 0 }));
    expect(check(content(), facts)).toMatchObject([
      { code: "invoice_left_out", documentId: "second", parameters: { otherDocumentId: "invoice" } },
    ]);
  });

  it("warn of an air waybill number with a wrong check digit, and of no other transport number", () => {
    const number = (documentType: Fact["documentType"], value: string) => {
      const source = fact("transport_number", value, { ...waybill, documentType });
      return check({ ...content(), transportNumber: known(value, source.id) }, [source]).map((issue) => issue.code);
    };
    expect(number("air_waybill", "180-12345674")).toEqual(["check_digit_wrong"]);
    expect(number("air_waybill", "180-12345675")).toEqual([]);
    expect(number("house_air_waybill", "HAWB-7")).toEqual([]);
  });
});

describe("a complete declaration", () => {
  it("is what has no error left; warnings do not hinder it", () => {
    const draft = content({ consignee: "Kunshan Warehouse" });
    const complete = completeDeclaration({ draft, facts: [], reference: REFERENCE, day: DAY });
    expect(complete).toEqual({ ok: true, value: draft });
  });

  it("is refused with its errors alone", () => {
    const draft = content({ consignee: "Kunshan Warehouse", packages: "0" });
    const complete = completeDeclaration({ draft, facts: [], reference: REFERENCE, day: DAY });
    expect(complete.ok ? [] : complete.error.map((issue) => issue.code)).toEqual(["packages_not_positive"]);
  });
});
