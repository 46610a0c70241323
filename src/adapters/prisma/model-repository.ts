import { z } from "zod";
import type { PolicyRecord, RiskModelChange, RiskModelRecord } from "@/application/model-record";
import type { Transaction } from "@/application/ports";
import { modelReportSchema, policySchema } from "@/contracts/risk-model";
import { type SelectivityPolicy, SHIPPED_POLICY } from "@/domain/selectivity/policy";
import type { SelectivityPolicy as PolicyRow, RiskModel } from "./generated/client";
import type { Scope } from "./scope";

const kindSchema = z.enum(["boosted", "scorecard"]);

/** The registry of models and the policies of an authority; other organisations find both empty. */
export function modelRepositories(scope: Scope): Pick<Transaction, "models" | "policies"> {
  return { models: models(scope), policies: policies(scope) };
}

function models({ db, organisationId, world }: Scope): Transaction["models"] {
  const omit = { body: true } as const;
  return {
    lock: async () => {
      await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`models:${organisationId}`}, 0))`;
    },
    list: async () =>
      (await db.riskModel.findMany({ where: { organisationId }, orderBy: { version: "desc" }, omit })).map(toModel),
    get: async (id) => {
      const row = await db.riskModel.findFirst({ where: { organisationId, id }, omit });
      return row && toModel(row);
    },
    body: async (id) => {
      const row = await db.riskModel.findFirst({ where: { organisationId, id }, select: { body: true } });
      return row?.body ?? null;
    },
    add: async ({ report: _none, ...model }) => {
      await db.riskModel.create({ data: model });
    },
    move: async (id, from, change) => {
      const { count } = await db.riskModel.updateMany({
        where: { organisationId, id, state: from },
        data: changeOf(change, world.now()),
      });
      return count === 1;
    },
  };
}

function changeOf(change: RiskModelChange, now: Date) {
  if (change.state === "challenger") {
    const { body, report, ...rest } = change;
    return { ...rest, body: Uint8Array.from(body), report };
  }
  if (change.state === "champion") {
    const by = change.by ? { promotedBy: change.by.id, promotedByName: change.by.name } : {};
    return { state: change.state, promotedAt: now, retiredAt: null, ...by };
  }
  if (change.state === "retired")
    return { state: change.state, retiredAt: now, ...(change.isRolledBack ? { rolledBackAt: now } : {}) };
  return change;
}

function toModel({ kind, report, ...row }: Omit<RiskModel, "body">): RiskModelRecord {
  return { ...row, kind: kindSchema.parse(kind), report: report === null ? null : modelReportSchema.parse(report) };
}

function policies({ db, organisationId, world }: Scope): Transaction["policies"] {
  return {
    lock: async () => {
      await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`policies:${organisationId}`}, 0))`;
    },
    list: async () =>
      (await db.selectivityPolicy.findMany({ where: { organisationId }, orderBy: { version: "desc" } })).map(toPolicy),
    get: async (id) => {
      const row = await db.selectivityPolicy.findFirst({ where: { organisationId, id } });
      return row && toPolicy(row);
    },
    active: async () => {
      const row = await db.selectivityPolicy.findFirst({ where: { organisationId, state: "active" } });
      return row ? toPolicy(row).policy : SHIPPED_POLICY;
    },
    add: async ({ policy: { version, ...policy }, ...record }) => {
      await db.selectivityPolicy.create({ data: { ...record, version, policy, createdAt: world.now() } });
    },
    settle: async (id, state, by) => {
      const decidedAt = world.now();
      if (state === "active")
        await db.selectivityPolicy.updateMany({
          where: { organisationId, state: "active" },
          data: { state: "superseded" },
        });
      const { count } = await db.selectivityPolicy.updateMany({
        where: { organisationId, id, state: "proposed" },
        data: { state, decidedAt, ...(state === "active" ? { approvedBy: by.id, approvedByName: by.name } : {}) },
      });
      return count === 1;
    },
  };
}

function toPolicy({ policy, version, approvedBy: _by, decidedAt: _at, ...row }: PolicyRow): PolicyRecord {
  const kept: SelectivityPolicy = { version, ...policySchema.parse(policy) };
  return { ...row, policy: kept };
}
