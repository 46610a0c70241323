import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentType } from "@/domain/document/document";
import { groupPapers, type Paper } from "@/domain/document/grouping";

function paper(id: string, type: DocumentType, values: Readonly<Record<string, string | readonly string[]>>): Paper {
  const entries = Object.entries(values).map(
    ([name, value]) => [name, typeof value === "string" ? [value] : value] as const,
  );
  return { id, fileName: `${id}.pdf`, type, values: new Map(entries) };
}

const invoice = (id: string, number: string, buyer: string, more = {}) =>
  paper(id, "commercial_invoice", { invoice_number: number, buyer, ...more });
const waybill = (id: string, number: string, consignee: string, more = {}) =>
  paper(id, "air_waybill", { transport_number: number, consignee, ...more });

function groupsOf(papers: readonly Paper[]): string[] {
  return groupPapers(papers)
    .groups.map((group) =>
      group.papers
        .map(({ id }) => id)
        .sort()
        .join(""),
    )
    .sort();
}

describe("papers that were dropped together", () => {
  const ten = [
    invoice("a", "INV-1001", "Ningbo Import"),
    waybill("b", "057-11111111", "Ningbo Import"),
    paper("c", "packing_list", { invoice_number: "INV-1001" }),
    paper("d", "certificate_of_origin", { invoice_number: "INV-1001" }),
    invoice("e", "INV-2002", "Dalian Tools", { transport_number: "MSCU7654321" }),
    paper("f", "bill_of_lading", { transport_number: "MSCU7654321" }),
    paper("g", "packing_list", { invoice_number: "INV-2002" }),
    invoice("h", "INV-3003", "Suzhou Optics", { gross_weight_kg: "75.0", packages: "6" }),
    waybill("i", "057-33333333", "SUZHOU OPTICS", { gross_weight_kg: "75", packages: "6" }),
    paper("j", "packing_list", { invoice_number: "INV-3003" }),
  ];

  it("of three shipments become three, each paper with what binds it", () => {
    expect(groupsOf(ten)).toEqual(["abcd", "efg", "hij"]);
    const [, second, third] = groupPapers(ten).groups;
    expect(second?.bonds.get("f")).toMatchObject({
      reason: "transport_number",
      value: "MSCU7654321",
      documentName: "e.pdf",
    });
    // Names and figures bind, and the name is not written down a second time.
    expect(third?.bonds.get("i")).toMatchObject({ reason: "parties_and_figures", value: null, documentName: "h.pdf" });
  });

  it("that share nothing stay one shipment as long as one invoice and one waybill is all there is", () => {
    expect(groupsOf([invoice("a", "INV-1001", "Ningbo Import"), waybill("b", "057-11111111", "Dalian Tools")])).toEqual(
      ["ab"],
    );
  });

  it("with two invoices to one buyer under one waybill stay one shipment", () => {
    const papers = [
      invoice("a", "INV-1001", "Ningbo Import"),
      invoice("b", "INV-1002", "Ningbo Import"),
      waybill("c", "057-11111111", "Ningbo Import"),
    ];
    expect(groupsOf(papers)).toEqual(["abc"]);
  });

  it("ask where a paper fits none of several shipments", () => {
    const lost = paper("z", "health_certificate", { shipper: "Somebody" });
    expect(groupPapers([...ten, lost]).unclear.map(({ id }) => id)).toEqual(["z"]);
  });

  it("ask which of two waybills to one buyer belongs to which of two invoices", () => {
    const papers = [
      ...ten.slice(0, 4),
      invoice("x", "INV-9001", "Xiamen Paper"),
      invoice("y", "INV-9002", "Xiamen Paper"),
      waybill("v", "057-88888888", "Xiamen Paper"),
      waybill("w", "057-99999999", "Xiamen Paper"),
    ];
    const { groups, unclear } = groupPapers(papers);
    expect([...groups.flatMap((group) => group.papers), ...unclear].length).toBe(papers.length);
    expect(groupsOf(papers).some((ids) => ids.includes("x") && ids.includes("v") !== ids.includes("w"))).toBe(false);
  });

  it("fall into the same shipments in whatever order they come, and none is lost", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ten, { minLength: ten.length }), (shuffled) => {
        expect(groupsOf(shuffled)).toEqual(["abcd", "efg", "hij"]);
      }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(ten), (some) => {
        const { groups, unclear } = groupPapers(some);
        const ids = [...groups.flatMap((group) => group.papers), ...unclear].map(({ id }) => id);
        expect(ids.sort()).toEqual(some.map(({ id }) => id).sort());
      }),
    );
  });
});
