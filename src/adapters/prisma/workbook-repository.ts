import { z } from "zod";
import type { WorkbookRecord, WorkbookStore } from "@/application/workbook-record";
import { ANSWERS, type Measures } from "@/domain/aeo/criterion";
import type { AeoWorkbook } from "./generated/client";
import type { Scope } from "./scope";

const OPEN = ["draft", "submitted", "returned", "proposed"];
const stateSchema = z.enum(["draft", "submitted", "returned", "proposed", "approved", "rejected", "reviewed"]);
const tierSchema = z.enum(["advanced_certified", "certified"]);
export const answerState = z.enum(ANSWERS);

/** Workbooks of the own firm, and those that were handed in to the own authority. */
export function workbookStore(scope: Scope): WorkbookStore {
  const { db, organisationId, world } = scope;
  return {
    lock: async () => {
      await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`workbook:${organisationId}`}, 0))`;
    },
    open: async () => {
      const row = await db.aeoWorkbook.findFirst({ where: { organisationId, state: { in: OPEN } } });
      return row && toWorkbook(row);
    },
    get: async (id) => {
      const row = await db.aeoWorkbook.findFirst({ where: { id } });
      return row && toWorkbook(row);
    },
    ofAuthorisation: async (authorisationId) => {
      const row = await db.aeoWorkbook.findFirst({ where: { authorisationId, authorityId: organisationId } });
      return row && toWorkbook(row);
    },
    add: async (workbook) => {
      await db.aeoWorkbook.create({ data: { ...workbook, createdAt: world.now() } });
    },
    answers: async (workbookId) => {
      const rows = await db.aeoAnswer.findMany({ where: { workbookId }, orderBy: { criterion: "asc" } });
      return rows.map(({ criterion, state, note }) => ({ criterion, state: answerState.parse(state), note }));
    },
    putAnswer: async (workbookId, { criterion, ...answer }, by) => {
      const kept = { ...answer, by: by.id, byName: by.name, at: world.now() };
      await db.aeoAnswer.upsert({
        where: { organisationId_workbookId_criterion: { organisationId, workbookId, criterion } },
        create: { organisationId, workbookId, criterion, ...kept },
        update: kept,
      });
    },
    files: (workbookId) => db.aeoEvidenceFile.findMany({ where: { workbookId, withdrawnAt: null } }),
    file: (id) => db.aeoEvidenceFile.findFirst({ where: { id, withdrawnAt: null } }),
    addFile: async (file) => {
      await db.aeoEvidenceFile.create({ data: { ...file, at: world.now() } });
    },
    withdrawFile: async (id) => {
      const { count } = await db.aeoEvidenceFile.updateMany({
        where: { organisationId, id, withdrawnAt: null },
        data: { withdrawnAt: world.now() },
      });
      return count === 1;
    },
    measures: (since) => measuresOf(scope, since),
    submit: async (id, { authorityId, by, measures }) => {
      await db.aeoWorkbook.updateMany({
        where: { organisationId, id },
        data: {
          ...{ state: "submitted", authorityId, submittedBy: by.id, submittedByName: by.name },
          ...{ submittedAt: world.now(), measures: { ...measures }, note: null },
        },
      });
    },
    settle: async (id, { state, note, authorisationId, reviewOn }) => {
      await db.aeoWorkbook.updateMany({
        where: { id },
        data: {
          ...{ state, decidedAt: world.now() },
          ...(note === undefined ? {} : { note }),
          ...(authorisationId === undefined ? {} : { authorisationId }),
          ...(reviewOn === undefined ? {} : { reviewOn }),
        },
      });
    },
    shipments: (most) =>
      db.shipment.findMany({
        where: { organisationId, declarations: { some: {} } },
        orderBy: { id: "desc" },
        take: most,
        select: { id: true, reference: true },
      }),
    addAudit: async ({ items, ...audit }) => {
      await db.aeoMockAudit.create({ data: { ...audit, organisationId, at: world.now() } });
      await db.aeoAuditItem.createMany({
        data: items.map((item, position) => ({ ...item, organisationId, auditId: audit.id, position })),
      });
    },
    putFinding: async (auditId, position, finding) => {
      const { count } = await db.aeoAuditItem.updateMany({
        where: { organisationId, auditId, position },
        data: { ...finding, foundAt: world.now() },
      });
      return count === 1;
    },
  };
}

function toWorkbook({
  submittedBy: _by,
  submittedByName: _name,
  submittedAt: _at,
  measures: _measures,
  note: _note,
  decidedAt: _decided,
  createdAt: _created,
  ...row
}: AeoWorkbook): WorkbookRecord {
  return { ...row, state: stateSchema.parse(row.state), tier: tierSchema.parse(row.tier) };
}

/**
 * Counts the firm's own history since an instant: shipments that were lodged, and of them those that were amended,
 * withdrawn, refused or returned by the authority; questions of officers and bills of tax with their ends, and those
 * that were answered within a day and paid in time.
 */
export async function measuresOf({ db, organisationId }: Scope, since: Date): Promise<Measures> {
  const [row] = await db.$queryRaw<{ lodged: number; faulty: number; due: number; onTime: number }[]>`
    with lodged as (
      select d.shipment_id, max(d.version) > 1
        or bool_or(exists (select from clearance c where c.organisation_id = d.organisation_id
          and c.shipment_id = d.shipment_id and (c.state = 'refused' or (c.stage = 'bonded_exit' and c.state = 'documented'))))
        or bool_or(exists (select from authority_message m where m.organisation_id = d.organisation_id
          and m.shipment_id = d.shipment_id and m.state = 'failed')) as is_faulty
      from declaration d where d.organisation_id = ${organisationId}::uuid and d.lodged_at >= ${since}
      group by d.shipment_id),
    ends as (
      select coalesce(q.answered_at, now()) <= q.asked_at + interval '24 hours' as is_met
      from review_question q where q.organisation_id = ${organisationId}::uuid and q.asked_at >= ${since}
        and (q.answered_at is not null or q.asked_at + interval '24 hours' < now())
      union all
      select to_char(coalesce(b.paid_at, now()), 'YYYY-MM-DD') <= b.due_on from tax_bill b
      where b.organisation_id = ${organisationId}::uuid and b.recorded_at >= ${since}
        and (b.paid_at is not null or b.due_on < to_char(now(), 'YYYY-MM-DD')))
    select (select count(*)::int from lodged) as lodged, (select count(*)::int from lodged where is_faulty) as faulty,
      (select count(*)::int from ends) as due, (select count(*)::int from ends where is_met) as "onTime"`;
  return row ?? { lodged: 0, faulty: 0, due: 0, onTime: 0 };
}
