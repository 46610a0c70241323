import { describe, expect, it } from "vitest";
import { readDocument } from "@/domain/extraction/read-document";
import { page, till } from "./pages";

function told(rows: readonly string[]) {
  const { fields } = readDocument([till(rows)]);
  return Object.fromEntries(fields.filter(({ line }) => line === null).map(({ name, value }) => [name, value]));
}

const HEAD = ["   CORNER GOODS LTD", "  12 Mill Lane, Ely", "BREAD            2.40", "MILK             1.10"];
const FOOT = ["TOTAL            3.50", "CASH             5.00", "CHANGE           1.50"];

describe("the number of a receipt", () => {
  it.each([
    [["TRAN# 06417"], "06417"],
    [["29/08/2026 10:17 Bon 4471 K1"], "4471"],
    [["Check 40217  TBL 22/1"], "40217"],
    [["Trx No : B-118204"], "B-118204"],
    [["No        TRX-2209140031"], "TRX-2209140031"],
    [["24/10/2026  17:36  0147-03-8821"], "0147-03-8821"],
    [["01-118837   04/01/2026 7:52PM"], "01-118837"],
    [["Bi11# : A-30218"], "A-30218"],
    [["SST No: W10-1808-31002231", "Bil1# : A-30218"], "A-30218"],
  ])("is found in %j", (rows, number) => {
    expect(told([...HEAD, ...rows, ...FOOT]).invoice_number).toBe(number);
  });

  it.each([[["29/08/2026 10:17"]], [["12 Mar 2026   13:42"]], [["Check in at 14:00"]], [["Tel 01353 661188"]]])(
    "is not in %j",
    (rows) => {
      expect(told([...HEAD, ...rows, ...FOOT]).invoice_number).toBeUndefined();
    },
  );
});

describe("what a till says besides", () => {
  it("counts guests, which are no tax, and adds up the taxes of two rates", () => {
    expect(told([...HEAD, "Check 40217 GST 3", "TAX             0.30", ...FOOT]).tax).toBe("0.30");
    const table = ["1= 19,0%   3,53  0,67  4,20", "2=  7,0%   5,60  0,39  5,99", "29.08.202 6 10:17"];
    const bon = ["  Laden am Markt e.K.", "BROT           4,20", "MILCH          5,99", "SUMME EUR     10,19"];
    expect(told([...bon, "BAR           10,19", "MwSt  Netto  MwSt  Brutto", ...table])).toMatchObject({
      tax: "1.06",
      date: "2026-08-29",
    });
  });

  it("dates with an apostrophe, and breaks the name of its shop before the last word", () => {
    const rows = ["  KEDAI BUKU SENG HUAT", "     LIM SDN. BHD.", ...HEAD.slice(2), "27 Feb'26 19:48", ...FOOT];
    expect(told(rows)).toMatchObject({ seller: "KEDAI BUKU SENG HUAT LIM SDN. BHD.", date: "2026-02-27" });
  });
});

describe("what is called like a place", () => {
  it("announces no buyer", () => {
    const { fields } = readDocument([
      page([
        [[0.3, "COMMERCIAL INVOICE"]],
        [[0.05, "Invoice No. KX-20881"]],
        [[0.05, "Port of Discharge"]],
        [[0.05, "KOPER"]],
        [[0.05, "Bank of Adria"]],
        [[0.05, "Total EUR 1,200.00"]],
      ]),
    ]);
    expect(fields.find(({ name }) => name === "port_of_discharge")?.value).toBe("KOPER");
    expect(fields.find(({ name }) => name === "buyer")?.value).not.toBe("Bank of Adria");
  });
});
