import { z } from "zod";
import { tiesOf } from "@/application/authority-memory";
import type { Transaction } from "@/application/ports";
import {
  type PreExaminationRecord,
  SUGGESTION_VERDICTS,
  type SuggestionFeedbackRecord,
} from "@/application/pre-examination-record";
import { IRREGULARITIES } from "@/domain/history/entry";
import type { PreExamination as Examination } from "@/domain/pre-examination/examine";
import type { PastLine } from "@/domain/pre-examination/past-line";
import { addDays, type LocalDate } from "@/domain/shared/local-date";
import type { PreExamination, SuggestionFeedback } from "./generated/client";
import { toEntry } from "./history-repository";
import type { Scope } from "./scope";
import { openJson, sealJson } from "./sealed";

/** Lines that one heading, or one net of people, is looked through; the newest of them. */
const MOST_ALIKE = 2_000;
const MOST_LINKED = 400;
/** Further back a shared address says little. */
const LINKED_DAYS = 365;

const madeBySchema = z.enum(["worker", "officer"]);
const verdictSchema = z.enum(SUGGESTION_VERDICTS);
const irregularitySchema = z.enum(IRREGULARITIES).nullable();
const factsSchema = z.array(
  z.object({
    field: z.string(),
    value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
    comparison: z.string(),
  }),
);

/** Pre-examinations of an authority, and the past that they are made from; a broker's transaction sees nothing of it. */
export function preExaminationRepository(scope: Scope): Pick<Transaction, "preExaminations"> {
  const { db, organisationId } = scope;
  return {
    preExaminations: {
      ofCase: async (caseId, declarationId) => {
        const row = await db.preExamination.findFirst({ where: { organisationId, caseId, declarationId } });
        return row && toRecord(scope, row);
      },
      add: async ({ body, ...record }) => {
        const { count } = await db.preExamination.createMany({
          data: [{ ...record, body: sealJson(scope, record.organisationId, body) }],
          skipDuplicates: true,
        });
        return count === 1;
      },
      alike: async (headings, before) => {
        const rows = await db.$queryRaw<{ id: string }[]>`
          select id from history_entry
          where organisation_id = ${organisationId}::uuid and left(facts ->> 'commodityCode', 4) = any(${[...headings]})
            and day < ${before}
          order by day desc, id desc limit ${MOST_ALIKE}`;
        return linesOf(scope, rows, before);
      },
      linked: async ({ parties, ties }, before) => {
        const rows = await db.$queryRaw<{ id: string }[]>`
          select id from history_entry
          where organisation_id = ${organisationId}::uuid and day < ${before} and day >= ${addDays(before, -LINKED_DAYS)}
            and (facts ->> 'importer' = any(${[...parties]}) or facts ->> 'exporter' = any(${[...parties]})
              or subject ->> 'consumer' = any(${[...ties]}) or subject ->> 'address' = any(${[...ties]})
              or subject ->> 'phone' = any(${[...ties]}) or subject ->> 'payer' = any(${[...ties]}))
          order by day desc, id desc limit ${MOST_LINKED}`;
        return linesOf(scope, rows, before);
      },
      hitsOf: async (clearanceId, entryIds) => {
        const rows = await db.ruleHit.findMany({
          where: { organisationId, clearanceId, entryId: { in: [...entryIds] }, isShadow: false, isSelected: true },
          include: { rule: { select: { code: true } }, version: { select: { number: true } } },
          orderBy: { id: "asc" },
        });
        return rows.map(({ rule, version, ruleId, versionId, entryId, facts }) => ({
          ...{ code: rule.code, ruleId, versionId, entryId },
          version: version.number,
          facts: factsSchema.parse(facts),
        }));
      },
      addFeedback: async ({ edited, reason, ...feedback }) => {
        const sealed = sealJson(scope, feedback.organisationId, { edited, reason });
        await db.suggestionFeedback.create({ data: { ...feedback, sealed } });
      },
      feedback: async (from, before) => {
        const rows = await db.suggestionFeedback.findMany({
          where: { organisationId, at: { gte: from, lt: before } },
          orderBy: { id: "asc" },
        });
        return rows.map((row) => toFeedback(scope, row));
      },
    },
  };
}

async function linesOf(
  { db, organisationId }: Scope,
  found: readonly { readonly id: string }[],
  knownBy: LocalDate,
): Promise<readonly PastLine[]> {
  const ids = found.map(({ id }) => id);
  const rows = await db.historyEntry.findMany({
    where: { organisationId, id: { in: ids } },
    orderBy: [{ day: "desc" }, { id: "desc" }],
  });
  const outcomes = await db.historyOutcome.findMany({
    where: { organisationId, entryId: { in: ids }, knownOn: { lte: knownBy } },
    orderBy: { knownOn: "asc" },
  });
  const known = new Map(outcomes.map((each) => [each.entryId, each]));
  return rows.map((row) => {
    const { entry, subject, reference, lane, isGenerated } = toEntry(row);
    const outcome = known.get(row.id);
    return {
      ...{ entry, reference, lane, isGenerated },
      ties: tiesOf(subject),
      outcome: outcome
        ? { isIrregular: outcome.isIrregular, irregularity: irregularitySchema.parse(outcome.irregularity) }
        : null,
    };
  });
}

function toRecord(scope: Scope, { body, madeBy, ...row }: PreExamination): PreExaminationRecord {
  return { ...row, madeBy: madeBySchema.parse(madeBy), body: openJson<Examination>(scope, row.organisationId, body) };
}

/** What an officer made of a suggestion, opened. */
export function toFeedback(scope: Scope, { sealed, verdict, ...row }: SuggestionFeedback): SuggestionFeedbackRecord {
  const words = openJson<Pick<SuggestionFeedbackRecord, "edited" | "reason">>(scope, row.organisationId, sealed);
  return { ...row, ...words, verdict: verdictSchema.parse(verdict) };
}
