import type { Failure } from "@/contracts/problem";
import type { DeclarationContent } from "@/domain/declaration/declaration";
import { moveQuota, type QuotaMove } from "@/domain/quota/ledger";
import { compare, decimal, formatDecimal, subtract, ZERO } from "@/domain/shared/decimal";
import { type Money, toDecimal } from "@/domain/shared/money";
import { err, ok, type Result } from "@/domain/shared/result";
import { parameterOn, type Reference } from "@/domain/tariff/reference";
import type { Transaction, World } from "./ports";
import type { ClearanceRecord, DeclarationRecord } from "./records";

/** The year of the law's day, in which an order counts. Cai Guan Shui [2018] 49 (from 2019-01-01). */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** What other orders hold of the consumer's year; null for goods that are for no consumer. */
export async function heldByOthers(
  tx: Pick<Transaction, "quotas">,
  consumer: DeclarationContent["consumer"],
  order: { readonly organisationId: string; readonly shipmentId: string },
  day: string,
): Promise<string | null> {
  return consumer ? tx.quotas.heldByOthers(consumer.identityToken, yearOf(day), order) : null;
}

/**
 * Reserves the value of a retail order in the consumer's year, in the transaction of the lodging. Refused with an issue
 * when another order took what was left meanwhile.
 */
export async function reserveQuota(
  tx: Transaction,
  world: World,
  declaration: DeclarationRecord,
  value: Money,
  reference: Reference,
): Promise<Result<void, Failure>> {
  const { content, lawDate, shipmentId, organisationId } = declaration;
  if (!content.consumer || declaration.regime === "0110") return ok(undefined);
  const limit = parameterOn(reference, "cbec_annual_limit_cny", lawDate);
  if (!limit) throw new Error("An order was assessed without the limit of the year");
  const year = yearOf(lawDate);
  const token = content.consumer.identityToken;
  const cny = formatDecimal(toDecimal(value));
  const entries = await tx.quotas.ofShipment(shipmentId);
  const others = await tx.quotas.heldByOthers(token, year, declaration);
  const left = subtract(decimal(limit.value), decimal(others));
  const moved = moveQuota(entries, left, { move: "reserve", orderNumber: shipmentId, cny });
  const isKept =
    moved.ok &&
    (await tx.quotas.add({
      ...moved.value,
      organisationId,
      id: world.newId(),
      consumerToken: token,
      year,
      shipmentId,
      sequence: entries.length + 1,
      limitCny: limit.value,
      createdBy: declaration.lodgedBy,
    }));
  if (isKept) return ok(undefined);
  const { documentId, fieldId } = content.invoiceTotal.source;
  return err({
    kind: "not_ready",
    issues: [
      {
        code: "retail_year_exceeded",
        severity: "error",
        field: "invoiceTotal",
        documentId,
        fieldId,
        owner: "broker",
        parameters: { total: cny, limit: limit.value },
      },
    ],
  });
}

/** Consumes what the order reserved when it is released, or restores it when it is amended, refused or returned in time. */
export async function settleQuota(
  tx: Transaction,
  world: World,
  { organisationId, shipmentId }: Pick<ClearanceRecord, "organisationId" | "shipmentId">,
  move: Exclude<QuotaMove, "reserve">,
  by: string,
): Promise<void> {
  const entries = await tx.quotas.ofShipment(shipmentId);
  const last = entries.at(-1);
  if (!last) return;
  const moved = moveQuota(entries, decimal(last.limitCny), { move, orderNumber: shipmentId, cny: last.cny });
  if (!moved.ok) return;
  await tx.quotas.add({
    ...last,
    ...moved.value,
    organisationId,
    id: world.newId(),
    sequence: last.sequence + 1,
    createdBy: by,
  });
}

/**
 * Gives back a part of what an order holds of its consumer's year: all is restored, and what is left of the order is
 * reserved and consumed anew, so that the ledger needs no entry of another kind. What is given back, in CNY.
 */
export async function shrinkQuota(
  tx: Transaction,
  world: World,
  shipmentId: string,
  cny: string,
  by: string,
): Promise<string> {
  const entries = await tx.quotas.ofShipment(shipmentId);
  const last = entries.at(-1);
  if (last?.move !== "consume") return "0.00";
  const left = subtract(decimal(last.cny), decimal(cny));
  const moves: readonly { readonly move: QuotaMove; readonly cny: string }[] =
    compare(left, ZERO) > 0
      ? [
          { move: "restore", cny: last.cny },
          { move: "reserve", cny: formatDecimal(left) },
          { move: "consume", cny: formatDecimal(left) },
        ]
      : [{ move: "restore", cny: last.cny }];
  for (const [index, each] of moves.entries()) {
    const entry = { ...last, ...each, id: world.newId(), sequence: last.sequence + index + 1, createdBy: by };
    if (!(await tx.quotas.add(entry))) throw new Error("A year that was given back does not hold a part of it");
  }
  return compare(left, ZERO) > 0 ? cny : last.cny;
}
