import { describe, expect, it } from "vitest";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

type Rows = Parameters<typeof page>[0];

function read(...rows: Rows) {
  const { fields } = readDocument([page(rows)]);
  return (name: string) => fields.find((field) => field.name === name && field.line === null)?.value;
}

describe("a box captioned for both ports", () => {
  it("names them before and behind a mark", () => {
    const value = read(
      [[0.3, "VETERINARY HEALTH CERTIFICATE"]],
      [
        [0.1, "9. Place of loading"],
        [0.5, "10. Port of shipment — Port of destination"],
      ],
      [
        [0.1, "ROSARIO"],
        [0.5, "BUENOS AIRES — HONG KONG"],
      ],
    );
    expect([value("port_of_loading"), value("port_of_discharge")]).toEqual(["BUENOS AIRES", "HONG KONG"]);
  });
});

describe("the letterhead of a packing slip", () => {
  it("is neither a word of the title nor a legal form by itself", () => {
    const named = read(
      [
        [0.1, "HARLAND RIDGE PUMPS LLC"],
        [0.7, "PACKING SLIP"],
      ],
      [[0.1, "1907 Foundry Spur, Muncie, IN 47302 USA | Ph 765-555-0133"]],
      [[0.1, "SOLD TO"]],
      [[0.1, "Grupo Minero Pardo S.A. de C.V."]],
    );
    expect(named("seller")).toBe("HARLAND RIDGE PUMPS LLC");
    const factory = read(
      [[0.2, "SONGKRAN FROZEN FOODS CO., LTD. (HEAD OFFICE)"]],
      [[0.3, "EST. APPROVAL NO. 2184 TAX ID 0905549001827"]],
      [[0.4, "PACKING LIST"]],
      [[0.1, "FOR ACCOUNT OF"]],
      [[0.1, "NORDSTRAND IMPORT AS"]],
    );
    expect(factory("seller")).toBe("SONGKRAN FROZEN FOODS CO., LTD. (HEAD OFFICE)");
  });
});

describe("the number of a waybill", () => {
  it("is that of no invoice, though a label of receipts stands beside it", () => {
    const value = read(
      [[0.3, "House Air Waybill H351431655"]],
      [[0.1, "Shipper"]],
      [[0.1, "Kestrel Agro S.A."]],
      [
        [0.5, "RECEIPT"],
        [0.8, "H351431655"],
      ],
    );
    expect(value("transport_number")).toBe("H351431655");
    expect(value("invoice_number")).toBeUndefined();
  });
});
