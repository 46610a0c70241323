import { describe, expect, it } from "vitest";
import { isLegalForm, party } from "@/domain/extraction/accept";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

function shipperOf(...lines: string[]) {
  const rows = ["AIR WAYBILL", "Shipper's Name and Address", ...lines].map((line): [number, string][] => [[0.1, line]]);
  return readDocument([page(rows)]).fields.find(({ name }) => name === "shipper")?.value;
}

describe("the name of a firm", () => {
  it("that is broken over two lines is preferred to its second line alone", () => {
    expect(shipperOf("Yiwu Alder Agro", "Technology Co., Ltd.", "48 Huaihai Road")).toBe(
      "Yiwu Alder Agro Technology Co., Ltd.",
    );
  });

  it("may be broken over three lines", () => {
    expect(shipperOf("Shenzhen Basalt Logistics", "Supplies Import & Export Co.,", "Ltd.", "12 Xinhua Road")).toBe(
      "Shenzhen Basalt Logistics Supplies Import & Export Co., Ltd.",
    );
  });

  it("may end on a line on which its address begins", () => {
    expect(shipperOf("Yiwu Brightwell Supplies Group", "Limited, Rm. 679, Jinmao Plaza, China")).toBe(
      "Yiwu Brightwell Supplies Group Limited",
    );
  });

  it("does not go on from a sentence", () => {
    expect(isLegalForm("JANSEN LIGHTING V.O.F.", "correct.")).toBe(false);
  });

  it("ends with its legal form where a mark parts it from the address", () => {
    expect(party("Alder Ltd · The Old Mill, 641 Station Lane · Leeds")).toBe("Alder Ltd");
  });
});
