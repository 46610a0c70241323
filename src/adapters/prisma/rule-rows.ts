import { z } from "zod";
import type {
  ActivationRecord,
  BacktestRecord,
  NamedListRecord,
  RuleRecord,
  RuleVersionRecord,
} from "@/application/rule-record";
import { backtestSchema, ruleCheckSchema, ruleContentSchema } from "@/contracts/rules";
import type {
  NamedList,
  Prisma,
  RiskRule,
  RiskRuleAuthor,
  RiskRuleVersion,
  RuleActivation,
  RuleBacktest,
} from "./generated/client";

export type Json = Prisma.InputJsonValue;

const originSchema = z.enum(["own", "rule_pack"]);
const kindSchema = z.enum(["approval", "rollback", "retirement", "pack"]);
const listStateSchema = z.enum(["proposed", "current", "rejected"]);

/** A version is read with everybody who wrote a part of it. */
export const authors = { authors: true } as const;

export function toRule({ organisationId, id, code, origin }: RiskRule): RuleRecord {
  return { organisationId, id, code, origin: originSchema.parse(origin) };
}

/** A version as it was kept. */
export function toVersion(row: RiskRuleVersion & { readonly authors: readonly RiskRuleAuthor[] }): RuleVersionRecord {
  const { organisationId, id, ruleId, number, state, revision, lists, shadowSince, createdAt } = row;
  return {
    ...{ organisationId, id, ruleId, number, state, revision, lists, shadowSince, createdAt },
    content: ruleContentSchema.parse(row.content),
    author: { id: row.author, name: row.authorName, linkedBy: row.authorLinkedBy },
    authors: row.authors.map(({ author, linkedBy }) => ({ id: author, linkedBy: linkedBy === "" ? null : linkedBy })),
    checks: row.checks === null ? null : ruleCheckSchema.parse(row.checks),
  };
}

export function toBacktest({
  organisationId,
  id,
  versionId,
  at,
  ranByName,
  result,
  resultHash,
}: RuleBacktest): BacktestRecord {
  return { organisationId, id, versionId, at, ranByName, result: backtestSchema.parse(result), resultHash };
}

export function toActivation(row: RuleActivation): ActivationRecord {
  return { ...row, kind: kindSchema.parse(row.kind) };
}

export function toList(row: NamedList): NamedListRecord {
  const { organisationId, id, name, number, entries, createdAt } = row;
  return {
    ...{ organisationId, id, name, number, entries, createdAt },
    state: listStateSchema.parse(row.state),
    author: { id: row.author, name: row.authorName, linkedBy: row.authorLinkedBy },
  };
}

/** A list as a row. */
export function listFields({ author, entries, ...list }: NamedListRecord): Prisma.NamedListUncheckedCreateInput {
  return {
    ...list,
    settledAt: list.state === "proposed" ? null : list.createdAt,
    entries: [...entries],
    author: author.id,
    authorName: author.name,
    authorLinkedBy: author.linkedBy,
  };
}

export function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
