import { describe, expect, it } from "vitest";
import { splitPacket } from "@/domain/extraction/packet";
import type { PageText } from "@/domain/extraction/words";
import { page } from "./pages";

const INVOICE = page([
  [[0.1, "Ostara Tools GmbH, Hafenstrasse 4, 20457 Hamburg"]],
  [[0.35, "COMMERCIAL INVOICE"]],
  [
    [0.1, "Invoice no: OT-4401"],
    [0.6, "Date: 12 March 2026"],
  ],
  [[0.1, "Buyer: Harbour Imports Ltd"]],
  [[0.1, "Total amount: EUR 1,200.00"]],
]);
/** Bears no title, only what papers open with. */
const UNTITLED = page([
  [
    [0.1, "Kestrel Weighing Services Ltd"],
    [0.6, "14 Dock Road, Felixstowe"],
  ],
  ...Array.from({ length: 9 }, () => null),
  [[0.1, "Date: 3 May 2026"]],
  [[0.1, "Seller: Kestrel Weighing Services Ltd"]],
  [[0.1, "Buyer: Northgate Trading Ltd"]],
]);
const SLIP: PageText = {
  ...page([
    [[0.2, "Corner Stores"]],
    [
      [0.2, "Tea 2 x 3.50"],
      [0.7, "7.00"],
    ],
    [[0.2, "Thank you"]],
  ]),
  aspect: 0.4,
};
const FURTHER_LINES = page([
  [
    [0.1, "21"],
    [0.2, "Torque wrench"],
    [0.7, "4"],
    [0.85, "96.00"],
  ],
  [
    [0.1, "22"],
    [0.2, "Socket set"],
    [0.7, "2"],
    [0.85, "48.00"],
  ],
  [
    [0.6, "Total amount:"],
    [0.85, "1,200.00"],
  ],
]);

const starts = (...pages: readonly PageText[]) =>
  splitPacket(pages.map((each, index) => ({ ...each, number: index + 1 }))).map(({ firstPage }) => firstPage);

describe("a packet whose papers bear no titles", () => {
  it("is cut where a page under another letterhead names its date and its parties", () => {
    expect(starts(INVOICE, UNTITLED)).toEqual([1, 2]);
  });

  it("is cut where a sheet has another shape, but not where it only lies on its side", () => {
    expect(starts(INVOICE, SLIP)).toEqual([1, 2]);
    expect(starts(INVOICE, { ...FURTHER_LINES, aspect: 1 / INVOICE.aspect })).toEqual([1]);
  });

  it("is cut before what another till printed, though it bears no title and no number", () => {
    const till = page([
      [[0.3, "KOPI CORNER PTE LTD"]],
      [[0.3, "GST Reg. No. 201799004M"]],
      [
        [0.3, "Claypot Rice"],
        [0.7, "26.80"],
      ],
      [
        [0.3, "Lime Juice"],
        [0.7, "13.50"],
      ],
      [
        [0.3, "Subtotal"],
        [0.7, "40.30"],
      ],
      [
        [0.3, "9% GST"],
        [0.7, "3.63"],
      ],
      [
        [0.3, "TOTAL"],
        [0.7, "43.93"],
      ],
      [
        [0.3, "VISA"],
        [0.7, "43.93"],
      ],
      [[0.3, "Thank you! See you again"]],
    ]);
    expect(splitPacket([INVOICE, { ...till, number: 2 }])).toEqual([
      { firstPage: 1, lastPage: 1 },
      { firstPage: 2, lastPage: 2 },
    ]);
  });

  it("is not cut where a page only goes on with the goods", () => {
    expect(starts(INVOICE, FURTHER_LINES)).toEqual([1]);
  });

  it("is cut before a paper of a kind that is not read", () => {
    expect(starts(INVOICE, page([[[0.35, "PURCHASE ORDER"]], [[0.1, "Please deliver as agreed."]]]))).toEqual([1, 2]);
  });
});
