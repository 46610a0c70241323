import { z } from "zod";
import type { PermitChange, PermitRecord } from "@/application/permit-record";
import type { Transaction } from "@/application/ports";
import { permitFormatSchema } from "@/contracts/reference";
import { takenOf } from "@/domain/permit/fits";
import { comparableNumber } from "@/domain/permit/number-format";
import { UNITS } from "@/domain/tariff/unit";
import { factsOn } from "./facts-on";
import type { Permit } from "./generated/client";
import type { Scope } from "./scope";

/** Permits of the organisation. The database takes no more of one than it says, however many take at once. */
export function permitRepository(scope: Scope): Pick<Transaction, "permits"> {
  const { db, organisationId, actor, world } = scope;
  const changed = () => ({ changedBy: actor.id, changedAt: world.now() });
  return {
    permits: {
      get: async (id) => {
        const row = await db.permit.findFirst({ where: { organisationId, id } });
        return row && toRecord(row);
      },
      isOnRecord: async (kind, number) =>
        (await db.permit.count({
          where: { organisationId, kind, numberKey: comparableNumber(number), isWithdrawn: false },
        })) > 0,
      ofKind: async (kind, exceptClearanceId) => {
        await db.$executeRaw`select lock_permit_number(${organisationId}::uuid, ${kind}, held.number_key) from (
          select distinct number_key from permit
          where organisation_id = ${organisationId}::uuid and kind = ${kind} and quantity is not null
          order by number_key) held`;
        const rows = await db.permit.findMany({ where: { organisationId, kind }, orderBy: { id: "asc" } });
        const used = await db.$queryRaw<readonly { id: string; used: string }[]>`
          select id::text, trim_scale(permit_used(organisation_id, id, ${exceptClearanceId}::uuid))::text as used
          from permit
          where organisation_id = ${organisationId}::uuid and kind = ${kind} and quantity is not null`;
        const usedOf = new Map(used.map((row) => [row.id, row.used]));
        return rows.map((row) => ({ ...toRecord(row), used: usedOf.get(row.id) ?? "0" }));
      },
      add: async ({ isWithdrawn: _new, ...permit }) => {
        await db.permit.create({
          data: {
            ...permit,
            ...listsOf(permit),
            numberKey: comparableNumber(permit.number),
            recordedBy: actor.id,
            recordedAt: world.now(),
          },
        });
      },
      change: async (id, change) => {
        await db.permit.update({
          where: { organisationId_id: { organisationId, id } },
          data: { ...change, ...listsOf(change), ...changed() },
        });
      },
      withdraw: async (id) => {
        const { count } = await db.permit.updateMany({
          where: { organisationId, id, isWithdrawn: false },
          data: { isWithdrawn: true, ...changed() },
        });
        return count === 1;
      },
      take: async ({ kind, clearanceId, shipmentId }, covers) => {
        await db.permitUse.updateMany({
          where: {
            organisationId,
            clearanceId,
            permit: { kind },
            permitId: { notIn: covers.map(({ permit }) => permit.id) },
          },
          data: { quantity: 0, at: world.now() },
        });
        for (const { permit, lines } of covers) {
          const taken = { quantity: takenOf(permit, lines), at: world.now() };
          await db.permitUse.upsert({
            where: {
              organisationId_permitId_clearanceId: { organisationId, permitId: permit.id, clearanceId },
            },
            create: { organisationId, permitId: permit.id, clearanceId, shipmentId, ...taken },
            update: taken,
          });
        }
      },
      takeOnly: async (clearanceId, kinds) => {
        await db.permitUse.updateMany({
          where: { organisationId, clearanceId, quantity: { gt: 0 }, permit: { kind: { notIn: [...kinds] } } },
          data: { quantity: 0, at: world.now() },
        });
      },
      formatsOn: (day) => factsOn(scope, "permit_format", permitFormatSchema, day),
    },
  };
}

function listsOf({ commodityPrefixes, words, origins }: Pick<PermitChange, "commodityPrefixes" | "words" | "origins">) {
  return { commodityPrefixes: [...commodityPrefixes], words: [...words], origins: [...origins] };
}

const unitName = z.enum(UNITS as [(typeof UNITS)[number], ...(typeof UNITS)[number][]]).nullable();

function toRecord(row: Permit): PermitRecord {
  const { organisationId, id, kind, number, holder, issuer, commodityPrefixes, words, origins } = row;
  return {
    ...{ organisationId, id, kind, number, holder, issuer, commodityPrefixes, words, origins },
    isFormKnown: row.isFormKnown,
    quantity: row.quantity?.toString() ?? null,
    unit: unitName.parse(row.unit),
    validFrom: row.validFrom,
    validTo: row.validTo,
    isWithdrawn: row.isWithdrawn,
  };
}
