import { describe, expect, it } from "vitest";
import { createDrafts } from "@/ui/document/drafts";
import { toGrid } from "@/ui/document/field-groups";
import { differingSums, isNothing, isWrongProduct, sumOf } from "@/ui/document/line-figures";
import { entryOf } from "@/ui/document/settle";
import { askedSlots, emptySlot, inOrder } from "@/ui/document/slots";

const field = (name: string, value: string, line: number | null = null, isUnsure = false) => ({
  ...emptySlot("d", name, line),
  id: `${name}.${line}`,
  value,
  isUnsure,
});

describe("the figures under the lines", () => {
  const fields = [
    field("total", "30.10"),
    field("amount", "10.10", 0),
    field("amount", "20.00", 1),
    field("quantity", "2", 0),
    field("unit_price", "5.05", 0),
  ];
  const { rows } = toGrid(fields);

  it("add up exactly, and say how far the stated total is", () => {
    const drafts = createDrafts();
    const sum = () => sumOf("amount", rows, fields, drafts);
    expect(sum()).toEqual({ sum: "30.10", difference: "0.00", isWithCharges: false });
    drafts.set("amount.1", { text: "20.02", place: null });
    expect(sum()).toEqual({ sum: "30.12", difference: "0.02", isWithCharges: false });
    expect(isNothing("0.00")).toBe(true);
    expect(sumOf("description", rows, fields, drafts)).toBeNull();
  });

  it("name the columns that do not add up to the stated total, for the word that all is well", () => {
    expect(differingSums(fields)).toEqual([]);
    expect(differingSums(fields.map((each) => (each.name === "total" ? { ...each, value: "31.00" } : each)))).toEqual([
      "amount",
    ]);
  });

  it("take the freight and the insurance that the paper states for a part of its total", () => {
    const charged = [
      ...fields.map((each) => (each.name === "total" ? { ...each, value: "35.60" } : each)),
      field("freight", "5.00"),
      field("insurance", "0.50"),
    ];
    expect(differingSums(charged)).toEqual([]);
    expect(sumOf("amount", rows, charged, createDrafts())).toEqual({
      sum: "30.10",
      difference: "0.00",
      isWithCharges: true,
    });
    // One that a person said is not there explains nothing.
    const denied = charged.map((each) => (each.name === "insurance" ? { ...each, status: "rejected" as const } : each));
    expect(differingSums(denied)).toEqual(["amount"]);
  });

  it("mark a line whose quantity times price is not its amount, while it is typed", () => {
    const drafts = createDrafts();
    const cells = rows[0]?.cells ?? new Map();
    expect(isWrongProduct(cells, "EUR", drafts)).toBe(false);
    drafts.set("quantity.0", { text: "3", place: null });
    expect(isWrongProduct(cells, "EUR", drafts)).toBe(true);
  });
});

describe("what Enter makes of a text", () => {
  it.each([
    ["amount", "12.50", { kind: "value", value: "12.50" }],
    // A number that is understood in another form is shown before it counts.
    ["amount", "1,250.00", { kind: "rewritten", value: "1250.00" }],
    ["country_of_origin", "Germany", { kind: "rewritten", value: "DE" }],
    ["date", "soon", { kind: "malformed" }],
    ["seller", " Brightwell ", { kind: "value", value: "Brightwell" }],
    ["seller", " ", { kind: "absent" }],
  ])("%s: %s", (name, text, entry) => {
    expect(entryOf(name, text)).toEqual(entry);
  });
});

describe("the way through a document", () => {
  it("goes through the header group by group, then through the lines", () => {
    const fields = [
      field("amount", "1", 0),
      field("total", "1"),
      field("invoice_number", "A"),
      field("quantity", "1", 0),
    ];
    expect(inOrder(fields).map((each) => each.name)).toEqual(["invoice_number", "total", "quantity", "amount"]);
  });

  it("asks for what the type of the document is there to say, and for nothing that was read or denied", () => {
    const known = ["invoice_number", "date", "seller", "buyer", "currency", "total"].map((name) => field(name, "x"));
    expect(askedSlots({ id: "d", type: "invoice" }, known).map((each) => each.name)).toEqual(["incoterm"]);
    expect(askedSlots({ id: "d", type: null }, [])).toEqual([]);
  });

  it("leaves out a line of which every cell was said not to be there", () => {
    const gone = { ...field("amount", "1", 1), status: "rejected" as const };
    expect(toGrid([field("amount", "1", 0), gone]).rows.map((row) => row.line)).toEqual([0]);
  });
});
