import { v7 } from "uuid";
import type { HistoryEntryRecord } from "@/application/history-record";
import type { Subject } from "@/domain/risk-rules/evaluate-rule";
import { ok } from "@/domain/shared/result";
import { type House, must, system } from "./house";

/** A line of an authority's history with this subject, so many days ago. */
export function lineOfHistory(
  house: House,
  subject: Subject,
  given: Partial<HistoryEntryRecord> = {},
): HistoryEntryRecord {
  const id = v7();
  const at = new Date(house.world.now().getTime() - 10 * 86_400_000);
  return {
    organisationId: house.authority,
    entry: {
      id,
      day: house.world.dayOf(given.at ?? at),
      office: "2201",
      mode: "AIR",
      importer: "importer",
      isCertified: false,
      importerAgeWeeks: null,
      declarant: "declarant",
      exporter: "exporter",
      commodityCode: "9503004900",
      origin: "CN",
      dispatch: "CN",
      preference: "",
      packages: 1,
      grossKg: 1,
      netKg: 1,
      invoiceValue: 100,
      freight: null,
      dutyRate: 0,
      duty: 0,
      vat: 13,
      documents: 2,
    },
    at,
    stage: "bonded_exit",
    line: 1,
    reference: `H-${id.slice(-6)}`,
    source: null,
    subject: { commodityCode: "9503004900", office: "2201", origin: "CN", ...subject },
    lane: "green",
    laneCause: null,
    score: null,
    probability: null,
    modelVersion: null,
    isGenerated: true,
    shadow: {},
    ...given,
  };
}

/** Adds lines to the history of the authority, as its system. */
export async function addHistory(house: House, lines: readonly HistoryEntryRecord[]): Promise<void> {
  must(
    await house.inTransaction(system(house.authority), async (tx) => {
      await tx.history.add(lines);
      return ok(undefined);
    }),
  );
}
