import { z } from "zod";
import { measuredSince } from "@/application/apply-for-aeo";
import { criteriaOf } from "@/application/keep-workbook";
import {
  type WorkbookRowView,
  type WorkbookView,
  workbookRowView,
  workbookView,
} from "@/contracts/views/credit-policy";
import { gapOf, type Measures, shareOf } from "@/domain/aeo/criterion";
import { formatDecimal } from "@/domain/shared/decimal";
import { creditStore } from "./credit-policy-repository";
import type { AeoWorkbook, Prisma } from "./generated/client";
import type { Scope } from "./scope";
import { answerState, measuresOf } from "./workbook-repository";

const measuresSchema = z.object({
  lodged: z.number(),
  faulty: z.number(),
  due: z.number(),
  onTime: z.number(),
});
const WHOLE = {
  answers: true,
  files: { where: { withdrawnAt: null }, orderBy: { id: "asc" } },
  audits: { orderBy: { id: "desc" }, include: { items: { orderBy: { position: "asc" } } } },
} as const satisfies Prisma.AeoWorkbookInclude;
type Whole = Prisma.AeoWorkbookGetPayload<{ include: typeof WHOLE }>;

/** Workbooks of the own firm, and what firms handed in. */
export const workbooks = { own, applications, get, file };

async function own({ db, organisationId }: Scope): Promise<WorkbookRowView[]> {
  const rows = await db.aeoWorkbook.findMany({ where: { organisationId }, orderBy: { id: "desc" }, take: 50 });
  return rows.map(toRow);
}

async function applications({ db, organisationId }: Scope): Promise<WorkbookRowView[]> {
  const rows = await db.aeoWorkbook.findMany({
    where: { authorityId: organisationId },
    orderBy: { id: "desc" },
    take: 100,
  });
  return rows.map(toRow);
}

function toRow(row: AeoWorkbook): WorkbookRowView {
  return workbookRowView.parse({
    ...row,
    isReview: row.reviewOf !== null,
    submittedAt: row.submittedAt?.toISOString() ?? null,
  });
}

async function get(scope: Scope, id: string): Promise<WorkbookView | null> {
  const { db, organisationId, world } = scope;
  const row = await db.aeoWorkbook.findFirst({ where: { id }, include: WHOLE });
  if (!row) return null;
  const isOwn = row.organisationId === organisationId;
  const summary = toRow(row);
  // What was handed in keeps what was measured that day; a draft measures now.
  const isOpen = row.state === "draft" || row.state === "returned";
  const counted = isOwn && isOpen ? await measuresOf(scope, measuredSince(world)) : keptMeasures(row);
  const criteria = await criteriaOf({ credit: creditStore(scope) }, world, { scheme: row.scheme, tier: toTier(row) });
  const entry = row.authorisationId
    ? await db.aeoAuthorisation.findFirst({
        where: { id: row.authorisationId, state: { in: ["active", "suspended", "superseded"] } },
      })
    : null;
  const share = (measure: "error_rate" | "timeliness") => {
    const value = shareOf(measure, counted);
    return value && formatDecimal(value);
  };
  return workbookView.parse({
    ...summary,
    ...{ scheme: row.scheme, note: row.note, isOwn, canWrite: isOwn && isOpen },
    certificate: entry && {
      ...{ aeoCode: entry.aeoCode, validFrom: entry.validFrom, validTo: entry.validTo, state: entry.state },
    },
    measures: { ...counted, errorRate: share("error_rate"), timeliness: share("timeliness") },
    criteria: criteria.map((criterion) => toCriterion(criterion, row, counted)),
    audits: isOwn
      ? row.audits.map(({ id: auditId, seed, at, byName, items }) => ({
          ...{ id: auditId, seed, at: at.toISOString(), byName, items },
        }))
      : [],
  });
}

function toTier({ tier }: Pick<AeoWorkbook, "tier">) {
  return tier === "advanced_certified" ? ("advanced_certified" as const) : ("certified" as const);
}

function keptMeasures({ measures }: Pick<AeoWorkbook, "measures">): Measures {
  const kept = measuresSchema.safeParse(measures);
  return kept.success ? kept.data : { lodged: 0, faulty: 0, due: 0, onTime: 0 };
}

function toCriterion(
  criterion: Awaited<ReturnType<typeof criteriaOf>>[number],
  { answers, files }: Whole,
  counted: Measures,
) {
  const answer = answers.find((each) => each.criterion === criterion.code);
  const shown = files.filter((each) => each.criterion === criterion.code);
  const state = answer ? answerState.parse(answer.state) : null;
  const { code, area, question, evidence, remedy, citation, measure, limit } = criterion;
  return {
    ...{ code, area, question, evidence, remedy, citation, measure, limit },
    answer: answer ? { state, note: answer.note, byName: answer.byName, at: answer.at.toISOString() } : null,
    files: shown.map(({ id, name, byteLength, at }) => ({ id, name, byteLength, at: at.toISOString() })),
    gap: gapOf(criterion, { state, files: shown.length }, counted),
  };
}

async function file({ db }: Scope, id: string) {
  const row = await db.aeoEvidenceFile.findFirst({
    where: { id, withdrawnAt: null },
    select: { sha256: true, name: true },
  });
  return row;
}
