import { z } from "zod";
import type { LawBasketRecord, LawChangeRecord } from "@/application/law-record";
import type { Transaction } from "@/application/ports";
import { acknowledgementSchema, keptFact, lawCheckSchema } from "@/contracts/law";
import { FACT_KINDS, type FactKind, type LawChange, type LawFact } from "@/domain/law/change";
import { type LawBasket, type LawChange as LawChangeRow, Prisma } from "./generated/client";
import { type Scope, visibleShipment } from "./scope";

const kindSchema = z.enum(FACT_KINDS);

/** Baskets of changes of the law, and the facts that they may change. */
export function lawRepositories(scope: Scope): Pick<Transaction, "law"> {
  const { db, organisationId, world } = scope;
  const touch = { version: { increment: 1 } };
  return {
    law: {
      lock: async () => {
        await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended('changes of the law', 0))`;
      },
      get: async (id) => {
        const row = await db.lawBasket.findFirst({
          where: { organisationId, id },
          include: { changes: { orderBy: { id: "asc" } } },
        });
        return row && toBasket(row);
      },
      add: async ({ checks: _none, acknowledgements: _noneYet, ...basket }) => {
        await db.lawBasket.create({ data: { ...basket, createdAt: world.now() } });
      },
      addChanges: async (basketId, changes) => {
        await db.lawChange.createMany({ data: changes.map((each) => toRow(organisationId, basketId, each)) });
      },
      removeChange: async (basketId, id) =>
        (await db.lawChange.deleteMany({ where: { organisationId, basketId, id } })).count === 1,
      save: async ({ id, version }, { state, checks, acknowledgements }) => {
        const { count } = await db.lawBasket.updateMany({
          where: { organisationId, id, version },
          data: {
            ...touch,
            ...(state ? { state } : {}),
            ...(checks === undefined ? {} : { checks: checks === null ? Prisma.DbNull : json(checks) }),
            ...(acknowledgements ? { acknowledgements: json(acknowledgements) } : {}),
          },
        });
        return count === 1;
      },
      settle: async ({ id, version, state }, to, reason, by) => {
        const approval = to === "approved" ? { approvedBy: by.id, approvedByName: by.name } : {};
        const { count } = await db.lawBasket.updateMany({
          where: { organisationId, id, version, state },
          data: { ...touch, ...approval, state: to, reason, decidedAt: world.now() },
        });
        return count === 1;
      },
      fact: (kind, id) => factOf(scope, kind, id),
      isBuiltUpon: async (basketId) => {
        const own = await db.lawChange.findMany({ where: { organisationId, basketId }, select: { factId: true } });
        const begun = own.flatMap(({ factId }) => (factId === null ? [] : [factId]));
        const later = { replaces: { in: begun }, basket: { state: "approved" as const } };
        return (await db.lawChange.count({ where: later })) > 0;
      },
      openShipments: (most) =>
        db.shipment.findMany({
          where: {
            AND: [
              visibleShipment(scope),
              { declarations: { some: {} } },
              { clearances: { none: { stage: "domestic_distribution", state: "released" } } },
            ],
          },
          orderBy: { id: "desc" },
          take: most,
          select: { id: true, reference: true },
        }),
    },
  };
}

async function factOf({ db }: Scope, kind: FactKind, id: string): Promise<LawFact | null> {
  if (kind === "legal_parameter") {
    const row = await db.legalParameter.findUnique({ where: { id } });
    return row && keptFact(kind, row);
  }
  const row =
    kind === "measure"
      ? await db.tariffMeasure.findUnique({ where: { id }, select: { fact: true } })
      : await db.referenceFact.findFirst({ where: { id, kind }, select: { fact: true } });
  return row && keptFact(kind, row.fact);
}

/** A basket as it was kept, with its changes in the order in which they were written. */
export function toBasket(row: LawBasket & { readonly changes: readonly LawChangeRow[] }): LawBasketRecord {
  const { approvedBy: _by, approvedByName: _name, reason: _reason, createdAt: _at, decidedAt: _then, ...basket } = row;
  return {
    ...basket,
    checks: row.checks === null ? null : lawCheckSchema.parse(row.checks),
    acknowledgements: z.array(acknowledgementSchema).parse(row.acknowledgements),
    changes: row.changes.map(toChange),
  };
}

function toChange(row: LawChangeRow): LawChangeRecord {
  const kind = kindSchema.parse(row.kind);
  const fact = (kept: unknown) => (kept === null ? null : keptFact(kind, kept));
  const { id, citation, addedBy, addedByName, adderLinkedBy } = row;
  const change = { kind, before: fact(row.before), after: fact(row.after), citation } as LawChange;
  return { id, change, addedBy, addedByName, adderLinkedBy };
}

function toRow(
  organisationId: string,
  basketId: string,
  { id, change, addedBy, addedByName, adderLinkedBy }: LawChangeRecord,
): Prisma.LawChangeCreateManyInput {
  const { kind, before, after, citation } = change;
  return {
    organisationId,
    basketId,
    id,
    kind,
    replaces: before?.id ?? null,
    ...(before ? { before: json(before) } : {}),
    factId: after?.id ?? null,
    ...(after ? { after: json(after) } : {}),
    citation,
    addedBy,
    addedByName,
    adderLinkedBy,
  };
}

function json(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
}
