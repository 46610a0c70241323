import { describe, expect, it } from "vitest";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

type Rows = Parameters<typeof page>[0];

/** A certificate that lists its invoice in a column, and is signed below. */
const certificate = (signed: string): Rows => [
  [[0.3, "CERTIFICATE OF ORIGIN"]],
  [[0.1, "1. Exporter: Qingdao Delmar Trading Co., Ltd."]],
  [
    [0.1, "5. Item"],
    [0.3, "7. Number and kind of packages"],
    [0.75, "10. Number and date of invoices"],
  ],
  [
    [0.1, "1"],
    [0.3, "259 DRUMS OF BLACK TEA"],
    [0.75, "NO.1-949 dated"],
  ],
  [[0.75, "JAN.02,2026"]],
  [[0.1, "11. Certification"]],
  [[0.1, signed]],
];

const dateOf = (rows: Rows) => readDocument([page(rows)]).fields.find(({ name }) => name === "date");

describe("the date of a certificate", () => {
  it.each(["QINGDAO, JAN.05,2026", "Qingdao, 05.01.2026"])("is the one it is signed with: %s", (signed) => {
    expect(dateOf(certificate(signed))?.value).toBe("2026-01-05");
  });

  it("is asked, since no label says that it is the date of the paper", () => {
    expect(dateOf(certificate("QINGDAO, JAN.05,2026"))?.confidence).toBeLessThan(0.9);
  });
});
