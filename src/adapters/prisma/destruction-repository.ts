import { z } from "zod";
import type {
  DestructionChange,
  DestructionLineRecord,
  DestructionRecord,
  DestructionStore,
} from "@/application/destruction-record";
import { DESTRUCTION_REASONS, DESTRUCTION_STATES } from "@/domain/destruction/destruction";
import { formatDecimal } from "@/domain/shared/decimal";
import { bookRepository } from "./book-repository";
import { toQuantity } from "./book-rows";
import type { Prisma } from "./generated/client";
import type { Scope } from "./scope";

const WITH_LINES = { lines: { orderBy: { number: "asc" } } } as const satisfies Prisma.DestructionInclude;

/** A destruction is its owner's, and of the customs office that it was applied to. */
export function ofParty({ organisationId }: Scope): Prisma.DestructionWhereInput {
  return { OR: [{ organisationId }, { authorityId: organisationId }] };
}

/** Destructions of bonded goods. The database holds their steps, their two witnesses and what they do to the book. */
export function destructionRepository(scope: Scope): { readonly destructions: DestructionStore } {
  const { db, organisationId, world } = scope;
  return {
    destructions: {
      lock: async (id) => {
        await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`destruction:${id}`}, 0))`;
      },
      get: async (id) => {
        const row = await db.destruction.findFirst({ where: { id, ...ofParty(scope) }, include: WITH_LINES });
        return row && toRecord(row);
      },
      add: async ({ lines, residue: _none, ...destruction }) => {
        await db.destruction.create({ data: { ...destruction, appliedAt: world.now() } });
        await db.destructionLine.createMany({
          data: lines.map(({ quantity, destroyed: _yet, ...line }) => ({
            ...line,
            organisationId,
            destructionId: destruction.id,
            quantity: formatDecimal(quantity),
          })),
        });
      },
      move: async ({ organisationId: owner, id, state }, to, change) => {
        const key = { organisationId: owner, destructionId: id };
        for (const { number, destroyed } of change.statement?.lines ?? [])
          await db.destructionLine.updateMany({
            where: { ...key, number },
            data: { destroyed: formatDecimal(destroyed) },
          });
        const where = { organisationId: owner, id, state };
        const { count } = await db.destruction.updateMany({ where, data: { state: to, ...columnsOf(change) } });
        return count === 1;
      },
      addStep: async (step) => {
        await db.destructionStep.create({ data: { ...step, at: world.now() } });
      },
      isCertificateTaken: async (certificateIssuer, certificateNumber) =>
        (await db.destruction.count({ where: { organisationId, certificateIssuer, certificateNumber }, take: 1 })) > 0,
      bookOf: (owner) => bookRepository({ ...scope, organisationId: owner }).books,
    },
  };
}

function columnsOf({ approvedOn, statement, confirmedBy, certificate }: DestructionChange) {
  return {
    ...(approvedOn ? { approvedOn } : {}),
    ...(statement
      ? {
          destroyedOn: statement.destroyedOn,
          statedBy: statement.by.id,
          statedByName: statement.by.name,
          statedLinkedBy: statement.by.linkedBy,
          residueDescription: statement.residue?.description ?? null,
          residueValue: statement.residue?.value ?? null,
          residueCurrency: statement.residue?.currency ?? null,
        }
      : {}),
    ...(confirmedBy ? { confirmedBy: confirmedBy.id, confirmedByName: confirmedBy.name } : {}),
    ...(certificate
      ? {
          certificateNumber: certificate.number,
          certificateIssuer: certificate.issuer,
          certificateOn: certificate.issuedOn,
        }
      : {}),
  };
}

const state = z.enum(DESTRUCTION_STATES);
const reason = z.enum(DESTRUCTION_REASONS);

function toRecord(row: Prisma.DestructionGetPayload<{ include: typeof WITH_LINES }>): DestructionRecord {
  const { organisationId, id, bookId, authorityId, number, note, place, appointedOn, appliedBy } = row;
  const { approvedOn, destroyedOn, statedBy, statedLinkedBy } = row;
  return {
    ...{ organisationId, id, bookId, authorityId, number, note, place, appointedOn, appliedBy },
    ...{ approvedOn, destroyedOn, statedBy, statedLinkedBy },
    state: state.parse(row.state),
    reason: reason.parse(row.reason),
    residue: residueOf(row),
    lines: row.lines.map(toLine),
  };
}

function toLine({
  number,
  itemId,
  lotId,
  quantity,
  destroyed,
}: Prisma.DestructionLineGetPayload<object>): DestructionLineRecord {
  return { number, itemId, lotId, quantity: toQuantity(quantity), destroyed: destroyed && toQuantity(destroyed) };
}

/** What is left of the goods, as a row has it. */
export function residueOf({
  residueDescription,
  residueValue,
  residueCurrency,
}: Pick<Prisma.DestructionGetPayload<object>, "residueDescription" | "residueValue" | "residueCurrency">) {
  return residueDescription && residueValue && residueCurrency
    ? { description: residueDescription, value: residueValue.toFixed(2), currency: residueCurrency }
    : null;
}
