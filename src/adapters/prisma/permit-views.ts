import { z } from "zod";
import type { Listing } from "@/application/listing";
import { permitFormatSchema, requirementRuleSchema } from "@/contracts/reference";
import { type PermitKindView, type PermitList, type PermitView, unitName } from "@/contracts/views/permit";
import { expiryBand } from "@/domain/account-book/expiry";
import { addDays, type LocalDate } from "@/domain/shared/local-date";
import { COUNTED } from "./counted";
import type { Permit, Prisma } from "./generated/client";
import { before, page } from "./paging";
import type { Scope } from "./scope";

/** The reads of permits. */
export const permits = { list, kinds, countEnding };

const WARNED_DAYS = 60;

const WITH_USES = {
  uses: {
    select: { clearanceId: true },
    // As the database counts what is taken: a refused clearance takes nothing, nor does a draft.
    where: { clearance: { state: { notIn: ["refused", "documented"] } } },
  },
} as const satisfies Prisma.PermitInclude;

interface Options {
  readonly cursor?: string;
  readonly limit: number;
  readonly list: PermitList;
}

/** The organisation's permits, the last recorded first. */
async function list(scope: Scope, options: Options): Promise<Listing<PermitView>> {
  const today = scope.world.today();
  const rows = await scope.db.permit.findMany({
    where: { organisationId: scope.organisationId, ...inList(options.list, today), ...before(options.cursor) },
    include: WITH_USES,
    orderBy: { id: "desc" },
    take: options.limit + 1,
  });
  const taken = await takenOf(scope, rows);
  return page(rows, options, (row) => toView(row, taken.get(row.id) ?? "0", today));
}

/** What is taken of the numbers of permits that say a quantity, as the database counts it, by permit. */
async function takenOf({ db, organisationId }: Scope, rows: readonly Permit[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap(({ id, quantity }) => (quantity === null ? [] : [id]));
  if (ids.length === 0) return new Map();
  const used = await db.$queryRaw<readonly { id: string; used: string }[]>`
    select id::text, trim_scale(permit_used(organisation_id, id, null))::text as used from permit
    where organisation_id = ${organisationId}::uuid and id = any(${ids}::uuid[])`;
  return new Map(used.map((row) => [row.id, row.used]));
}

/** How many permits end within the days of a warning, or have ended, and were not taken off the record. */
async function countEnding({ db, organisationId, world }: Scope): Promise<number> {
  return db.permit.count({
    where: { organisationId, isWithdrawn: false, validTo: { lte: addDays(world.today(), WARNED_DAYS) } },
    take: COUNTED,
  });
}

function inList(name: PermitList, today: LocalDate): Prisma.PermitWhereInput {
  if (name === "withdrawn") return { isWithdrawn: true };
  if (name === "ended") return { isWithdrawn: false, validTo: { lt: today } };
  if (name === "ending") return { isWithdrawn: false, validTo: { gte: today, lte: addDays(today, WARNED_DAYS) } };
  return { isWithdrawn: false };
}

/** The kinds of permits that requirements of today ask for. */
async function kinds({ db, world }: Scope): Promise<readonly PermitKindView[]> {
  const today = world.today();
  const rows = await db.referenceFact.findMany({
    where: {
      kind: { in: ["requirement_rule", "permit_format"] },
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gte: today } }],
    },
    orderBy: { id: "asc" },
    select: { kind: true, fact: true },
  });
  const facts = <T>(kind: string, schema: z.ZodType<T>) =>
    z.array(schema).parse(rows.filter((row) => row.kind === kind).map((row) => row.fact));
  const formats = facts("permit_format", permitFormatSchema);
  const codes = facts("requirement_rule", requirementRuleSchema)
    .filter(({ evidence }) => evidence === "reference" || evidence === "producer_number")
    .map(({ code }) => code);
  return [...new Set(codes)].sort().map((code) => {
    const format = formats.find((each) => each.code === code);
    return { code, format: format ? { example: format.example, citation: format.citation } : null };
  });
}

function toView(
  row: Prisma.PermitGetPayload<{ include: typeof WITH_USES }>,
  taken: string,
  today: LocalDate,
): PermitView {
  const { id, kind, number, isFormKnown, holder, issuer, commodityPrefixes, words, origins, quantity } = row;
  const { validFrom, validTo, isWithdrawn, uses } = row;
  return {
    ...{ id, kind, number, isFormKnown, holder, issuer, commodityPrefixes, words, origins },
    ...{ validFrom, validTo, isWithdrawn },
    expiry: expiryBand(validTo, today),
    quantity: quantity && { granted: quantity.toString(), taken, unit: unitName.parse(row.unit) },
    recordedAt: row.recordedAt.toISOString(),
    uses: uses.length,
  };
}
