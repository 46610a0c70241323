import { z } from "zod";
import type { Transaction } from "@/application/ports";
import type { DeclarationRecord, RequirementRecord, TaxAssessmentRecord } from "@/application/records";
import type { DeclarationContent, Regime } from "@/domain/declaration/declaration";
import { NO_ADJUSTMENTS } from "@/domain/valuation/adjustments";
import { type Declaration, Prisma, type Requirement, type TaxAssessment, type TaxLine } from "./generated/client";
import { ofVisibleShipment, type Scope } from "./scope";
import { openJson, sealJson } from "./sealed";

type Part = "declarations" | "clearances" | "requirements" | "taxes";

/** Declarations, the two clearances, and what release asks for: requirements and tax. */
export function clearanceRepositories(scope: Scope): Pick<Transaction, Part> {
  return {
    declarations: declarations(scope),
    clearances: clearances(scope),
    requirements: requirements(scope),
    taxes: taxes(scope),
  };
}

function declarations(scope: Scope): Transaction["declarations"] {
  const { db } = scope;
  return {
    latest: async (shipmentId) => {
      const row = await db.declaration.findFirst({
        where: { shipmentId, ...ofVisibleShipment(scope) },
        orderBy: { version: "desc" },
      });
      return row && toDeclaration(scope, row);
    },
    get: async (id) => {
      const row = await db.declaration.findFirst({ where: { id, ...ofVisibleShipment(scope) } });
      return row && toDeclaration(scope, row);
    },
    add: async (declaration) => {
      await db.declaration.create({
        data: { ...declaration, content: sealJson(scope, declaration.organisationId, declaration.content) },
      });
    },
  };
}

function clearances(scope: Scope): Transaction["clearances"] {
  const { db } = scope;
  return {
    get: (id) => db.clearance.findFirst({ where: { id, ...ofVisibleShipment(scope) } }),
    ofStage: (shipmentId, stage) =>
      db.clearance.findFirst({ where: { shipmentId, stage, ...ofVisibleShipment(scope) } }),
    add: async (clearance) => {
      await db.clearance.create({ data: clearance });
    },
    addMany: async (records) => {
      await db.clearance.createMany({ data: [...records] });
    },
    save: async ({ organisationId, id, version, state, lane, declarationId, openedAt, releasedAt }) => {
      const { count } = await db.clearance.updateMany({
        where: { organisationId, id, version },
        data: { state, lane, declarationId, openedAt, releasedAt, version: version + 1 },
      });
      return count === 1;
    },
  };
}

function requirements(scope: Scope): Transaction["requirements"] {
  const { db, organisationId, world } = scope;
  return {
    get: async (id) => {
      const row = await db.requirement.findFirst({ where: { id, ...ofVisibleShipment(scope) } });
      return row && toRequirement(row);
    },
    ofClearance: async (clearanceId) => {
      const rows = await db.requirement.findMany({
        where: { clearanceId, ...ofVisibleShipment(scope) },
        orderBy: { code: "asc" },
      });
      return rows.map(toRequirement);
    },
    put: async (wanted) => {
      const clearanceId = wanted[0]?.clearanceId;
      if (clearanceId) {
        const codes = wanted.map((each) => each.code);
        await db.requirement.deleteMany({ where: { organisationId, clearanceId, code: { notIn: codes } } });
      }
      for (const each of wanted) {
        const data = { ...each, parameters: { ...each.parameters }, updatedAt: world.now() };
        await db.requirement.upsert({
          where: {
            organisationId_clearanceId_code: { organisationId, clearanceId: each.clearanceId, code: each.code },
          },
          create: data,
          update: {
            state: each.state,
            reason: each.reason,
            parameters: { ...each.parameters },
            citation: each.citation,
            asksPaper: each.asksPaper,
            evidenceReference: each.evidenceReference,
            evidenceDocumentId: each.evidenceDocumentId,
            updatedAt: world.now(),
          },
        });
      }
    },
    evidence: async (id, reference, documentId) => {
      await db.requirement.update({
        where: { organisationId_id: { organisationId, id } },
        data: {
          evidenceReference: reference,
          evidenceDocumentId: documentId,
          state: "verified",
          updatedAt: world.now(),
        },
      });
    },
  };
}

function taxes(scope: Scope): Transaction["taxes"] {
  const { db, organisationId, world } = scope;
  return {
    add: async ({ lines, inputs, ...assessment }) => {
      const logged = inputs ? { ...inputs, law: { ...inputs.law } } : Prisma.DbNull;
      await db.taxAssessment.create({ data: { ...assessment, inputs: logged, createdAt: world.now() } });
      await db.taxLine.createMany({
        data: lines.map((line, position) => ({
          ...line,
          organisationId,
          id: world.newId(),
          shipmentId: assessment.shipmentId,
          assessmentId: assessment.id,
          position,
        })),
      });
    },
    ofDeclaration: async (declarationId) => {
      const row = await db.taxAssessment.findFirst({
        where: { declarationId, ...ofVisibleShipment(scope) },
        include: { lines: { orderBy: { position: "asc" } } },
      });
      return row && toTax(row);
    },
  };
}

function toDeclaration(scope: Scope, row: Declaration): DeclarationRecord {
  const stated = openJson<DeclarationContent>(scope, row.organisationId, row.content);
  // Declarations that were lodged before these could be stated do not hold them.
  const content = {
    ...stated,
    adjustments: stated.adjustments ?? NO_ADJUSTMENTS,
    preference: stated.preference ?? null,
  };
  return { ...row, regime: row.regime as Regime, content };
}

function toRequirement({ updatedAt: _at, ...row }: Requirement): RequirementRecord {
  return { ...row, parameters: row.parameters as Record<string, string> };
}

const taxInputs = z.strictObject({
  lawDate: z.string(),
  content: z.string(),
  law: z.strictObject({ facts: z.string(), measures: z.string() }),
  quotaHeld: z.string().nullable(),
});

function toTax({ createdAt: _at, lines, ...row }: TaxAssessment & { lines: TaxLine[] }): TaxAssessmentRecord {
  return {
    ...row,
    inputs: row.inputs === null ? null : taxInputs.parse(row.inputs),
    customsValue: row.customsValue.toFixed(2),
    duty: row.duty.toFixed(2),
    consumptionTax: row.consumptionTax.toFixed(2),
    vat: row.vat.toFixed(2),
    total: row.total.toFixed(2),
    lines: lines.map((line) => ({
      line: line.line,
      kind: line.kind,
      base: line.base.toFixed(2),
      rate: line.rate,
      formula: line.formula,
      amount: line.amount.toFixed(2),
      factId: line.factId,
      citation: line.citation,
      validFrom: line.validFrom,
    })),
  };
}
