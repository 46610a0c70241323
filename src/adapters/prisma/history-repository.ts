import { z } from "zod";
import type { HistoryEntryRecord, HistoryOutcomeRecord } from "@/application/history-record";
import type { Transaction } from "@/application/ports";
import { historyFactsSchema, subjectSchema } from "@/contracts/history";
import { BASES, IRREGULARITIES } from "@/domain/history/entry";
import type { HistoryEntry, HistoryOutcome } from "./generated/client";
import type { Scope } from "./scope";

const basisSchema = z.enum(BASES);
const irregularitySchema = z.enum(IRREGULARITIES).nullable();
const shadowSchema = z.record(z.string(), z.number());
const sourceSchema = z.enum(["inspection", "review", "audit", "import"]);
/** Postgres takes 65,535 values a statement; an entry has twenty. */
const AT_ONCE = 2_000;

/** What an authority knows of the lines that were lodged with it; a broker's transaction can add to it and sees nothing. */
export function historyRepository(scope: Scope): Pick<Transaction, "history"> {
  const { db, organisationId, world } = scope;
  return {
    history: {
      add: async (entries) => {
        for (let start = 0; start < entries.length; start += AT_ONCE)
          await db.historyEntry.createMany({ data: entries.slice(start, start + AT_ONCE).map(toEntryRow) });
      },
      addOutcomes: async (outcomes) => {
        const recordedAt = world.now();
        for (let start = 0; start < outcomes.length; start += AT_ONCE)
          await db.historyOutcome.createMany({
            data: outcomes.slice(start, start + AT_ONCE).map((each) => ({ ...each, recordedAt })),
          });
      },
      entries: async (from, before) => {
        const where = { organisationId, day: { gte: from, lt: before } };
        const rows = await db.historyEntry.findMany({ where, orderBy: [{ day: "asc" }, { id: "asc" }] });
        return rows.map(toEntry);
      },
      outcomes: async (from, before) => {
        const where = { organisationId, knownOn: { gte: from, lt: before } };
        const rows = await db.historyOutcome.findMany({ where, orderBy: [{ knownOn: "asc" }, { id: "asc" }] });
        return rows.map(toOutcome);
      },
      unselectedInARow: async (office, most) => {
        // One line stands for its declaration; what was made up was never chosen.
        const rows = await db.$queryRaw<{ lane: string | null }[]>`
          select lane::text from history_entry
          where organisation_id = ${organisationId}::uuid and line = 1 and not is_generated and facts ->> 'office' = ${office}
          order by at desc, id desc limit ${most}`;
        const last = rows.findIndex(({ lane }) => lane === "yellow" || lane === "red");
        return last === -1 ? rows.length : last;
      },
      ofClearance: async (clearanceId) => {
        const rows = await db.historyEntry.findMany({
          where: { organisationId, clearanceId },
          orderBy: [{ at: "desc" }, { line: "asc" }],
        });
        return rows.map(toEntry);
      },
    },
  };
}

function toEntryRow({ entry, source, subject, shadow, ...record }: HistoryEntryRecord) {
  const { id, day, ...facts } = entry;
  return {
    ...record,
    id,
    day,
    facts: { ...facts },
    subject: { ...subject },
    shadow: { ...shadow },
    sourceOrganisationId: source?.organisationId ?? null,
    shipmentId: source?.shipmentId ?? null,
    clearanceId: source?.clearanceId ?? null,
    declarationId: source?.declarationId ?? null,
  };
}

/** A line of history as it was kept. */
export function toEntry(row: HistoryEntry): HistoryEntryRecord {
  const { id, day, facts, subject, shadow, sourceOrganisationId, shipmentId, clearanceId, declarationId, ...record } =
    row;
  return {
    ...record,
    entry: { id, day, ...historyFactsSchema.parse(facts) },
    subject: subjectSchema.parse(subject),
    shadow: shadowSchema.parse(shadow),
    source:
      sourceOrganisationId && shipmentId && clearanceId && declarationId
        ? { organisationId: sourceOrganisationId, shipmentId, clearanceId, declarationId }
        : null,
  };
}

function toOutcome({ recordedAt: _at, ...row }: HistoryOutcome): HistoryOutcomeRecord {
  return {
    ...row,
    basis: basisSchema.parse(row.basis),
    irregularity: irregularitySchema.parse(row.irregularity),
    revenue: row.revenue.toNumber(),
    source: sourceSchema.parse(row.source),
  };
}
