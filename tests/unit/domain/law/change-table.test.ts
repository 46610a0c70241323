import { describe, expect, it } from "vitest";
import { changesIn } from "@/domain/law/change-table";
import { plainRate } from "@/domain/tariff/duty-expression";

const HEADING = [
  "kind",
  "replaces",
  "citation",
  "code",
  "measure",
  "area",
  "agreement",
  "rate",
  "currency",
  "amount",
  "valid_to",
];
const row = (given: Readonly<Record<string, string>>) =>
  HEADING.map((column) => given[column] ?? (column === "citation" ? "Announcement of this test" : ""));

function changes(...rows: (readonly string[])[]) {
  const read = changesIn([HEADING, ...rows]);
  return "fault" in read ? read.fault : read.changes;
}

describe("a table of changes", () => {
  it("states measures by their printed rate, with the certificate of an agreement", () => {
    const given = { kind: "measure", code: "2204.21", measure: "conventional", area: "RCEP", agreement: "RCEP" };
    expect(changes(row({ ...given, rate: "10% + CNY 2/l" }))).toMatchObject([
      {
        kind: "measure",
        replaces: null,
        fact: {
          code: "220421",
          kind: "conventional",
          geography: { area: "RCEP" },
          rate: plainRate({ adValorem: "0.10", specific: "2", specificUnit: "litre" }),
          conditions: [{ kind: "certificate", agreement: "RCEP" }],
        },
      },
    ]);
  });

  it("states rates of exchange, and what only ends", () => {
    expect(
      changes(
        row({ kind: "exchange_rate", currency: "USD", amount: "708.20", valid_to: "2027-01-31" }),
        row({ kind: "requirement_rule", replaces: "dist-label" }),
      ),
    ).toMatchObject([
      { fact: { currency: "USD", home: "CNY", cny: "708.20", per: "1", validTo: "2027-01-31" } },
      { kind: "requirement_rule", replaces: "dist-label", fact: null },
    ]);
  });

  it.each([
    ["an unknown kind", { kind: "tariff" }, /The kind is one of/],
    ["a rate that is none", { kind: "measure", code: "2204", measure: "mfn", rate: "high" }, /“high” is no rate/],
    ["a rate below zero", { kind: "measure", code: "2204", measure: "mfn", rate: "-1%" }, /below zero/],
    ["a new rule", { kind: "requirement_rule" }, /too long for a table/],
  ])("names the row with %s", (_what, given, problem) => {
    const fault = changes(row({ kind: "exchange_rate", currency: "USD", amount: "7" }), row(given));
    expect(fault).toMatchObject({ row: 3, problem: expect.stringMatching(problem) });
  });

  it("names a heading that lacks something, or that nobody knows", () => {
    expect(changesIn([["kind", "code"]])).toMatchObject({ fault: { row: 1 } });
    expect(changesIn([["kind", "citation", "price"]])).toMatchObject({ fault: { row: 1 } });
    expect(changesIn([])).toMatchObject({ fault: { row: 1 } });
  });
});
