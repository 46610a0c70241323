import { describe, expect, it } from "vitest";
import type { HistoryEntry } from "@/domain/history/entry";
import { NO_TIES } from "@/domain/indicators/ties";
import { comparablesOf } from "@/domain/pre-examination/comparables";
import { networkOf } from "@/domain/pre-examination/network";
import type { CaseLine, PastLine } from "@/domain/pre-examination/past-line";
import { pricePlaceOf } from "@/domain/pre-examination/price-place";

let next = 0;
function entry(given: Partial<HistoryEntry> = {}): HistoryEntry {
  next += 1;
  return {
    ...{ id: `entry-${String(next).padStart(3, "0")}`, day: "2026-11-01", office: "2201", mode: "AIR" },
    ...{ importer: "importer-1", isCertified: false, importerAgeWeeks: null, declarant: "broker", exporter: "maker-1" },
    ...{
      commodityCode: "8518302000",
      origin: "DE",
      dispatch: "DE",
      preference: "",
      packages: 1,
      grossKg: 11,
      netKg: 10,
    },
    ...{ invoiceValue: 1_000, freight: null, dutyRate: null, duty: null, vat: null, documents: 2 },
    ...given,
  };
}
const past = (given: Partial<HistoryEntry> = {}, rest: Partial<PastLine> = {}): PastLine => ({
  ...{ entry: entry(given), ties: NO_TIES, reference: "G1", lane: "green", isGenerated: false, outcome: null },
  ...rest,
});
const own: CaseLine = { line: 1, entry: entry(), ties: NO_TIES, reference: "S1", isGenerated: false };
const irregular = { isIrregular: true, irregularity: "VALUE" as const };

describe("comparable lines", () => {
  it("are at most eight, of the same heading, the nearest by code, origin, parties, price and weight first", () => {
    const nearest = past();
    const otherPrice = past({ invoiceValue: 3_000 });
    const otherOrigin = past({ origin: "JP" });
    const otherSubheading = past({ commodityCode: "8518100000" });
    const otherHeading = past({ commodityCode: "9503000000" });
    const found = comparablesOf(own, [otherHeading, otherSubheading, otherPrice, otherOrigin, nearest]);
    expect(found.map(({ link }) => link.kind === "history" && link.entryId)).toEqual(
      [nearest, otherOrigin, otherPrice, otherSubheading].map((each) => each.entry.id),
    );
    expect(found[0]?.same).toEqual(["subheading", "origin", "importer", "exporter", "dispatch"]);
    expect(
      comparablesOf(
        own,
        Array.from({ length: 20 }, () => past()),
      ),
    ).toHaveLength(8);
  });

  it("come with their outcome first among equals, and say which are generated", () => {
    const looked = past({}, { outcome: irregular, isGenerated: true });
    const [first] = comparablesOf(own, [past(), looked]);
    expect(first).toMatchObject({ outcome: irregular, isGenerated: true });
  });
});

describe("the place of a price", () => {
  const prices = (values: readonly number[], given: Partial<HistoryEntry> = {}) =>
    values.map((value) => past({ invoiceValue: value * 10, ...given }));

  it("is by a robust distance that no outlier hides, among the prices of its origin", () => {
    const usual = [90, 95, 100, 100, 105, 110, 100, 98, 102, 9_999];
    const low = { ...own, entry: entry({ invoiceValue: 100, netKg: 10 }) };
    const place = pricePlaceOf(low, prices(usual));
    expect(place).toMatchObject({ basis: "origin", count: 10, own: 10, rank: 0, unit: "kg" });
    expect(place?.quantiles.p50).toBe(100);
    expect(place?.robustZ).toBeLessThan(-20);
    expect(place?.bins.reduce((sum, { count }) => sum + count, 0)).toBe(10);
    expect(pricePlaceOf(own, prices(usual))?.robustZ).toBeCloseTo(0);
  });

  it("falls back to all origins where its own has too few, and is not told of fewer than eight prices", () => {
    const others = prices([90, 95, 100, 105, 110, 100, 98], { origin: "JP" });
    expect(pricePlaceOf(own, [...others, ...prices([100])])).toMatchObject({ basis: "all_origins", count: 8 });
    expect(pricePlaceOf(own, others)).toBeNull();
    expect(pricePlaceOf({ ...own, entry: entry({ netKg: null }) }, prices(new Array(9).fill(1)))).toBeNull();
  });
});

describe("the network", () => {
  const ties = { consumer: "person-1", address: "street-1", phone: "phone-1", payer: "" };
  const retail: CaseLine = { ...own, ties };

  it("joins who shares an address, marks with whom something was found, and links the lines that say so", () => {
    const other = past({}, { ties: { ...ties, consumer: "person-2", phone: "" }, outcome: irregular });
    const { nodes, edges } = networkOf([retail], [other]);
    expect(nodes.find(({ id }) => id === "address:street-1")).toMatchObject({ isOwn: true, lines: 2, irregular: 1 });
    expect(nodes.find(({ id }) => id === "importer:person-2")).toMatchObject({ isOwn: false, irregular: 1 });
    const shared = edges.filter(({ to }) => to === "address:street-1");
    expect(shared.map(({ from }) => from)).toEqual(["importer:person-1", "importer:person-2"]);
    expect(edges.every(({ links }) => links.length > 0)).toBe(true);
  });

  it("has at most thirty nodes, the case's own always among them, and counts the others", () => {
    const many = Array.from({ length: 60 }, (_, index) => past({ importer: `importer-${index + 10}` }));
    const { nodes, left } = networkOf([retail], many);
    expect(nodes).toHaveLength(30);
    expect(nodes.filter(({ isOwn }) => isOwn).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["importer", "exporter", "declarant", "address", "phone"]),
    );
    expect(left).toBe(35);
  });
});
