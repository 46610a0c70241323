import { z } from "zod";
import type { Listing } from "@/application/listing";
import { customsEvent, passportContent, passportState, revocationReason } from "@/contracts/passport";
import type { PassportList, PassportRowView, PassportStanding, PassportView } from "@/contracts/views/passport";
import { digitalLinkPath } from "@/domain/passport/digital-link";
import { standingOn } from "@/domain/passport/passport";
import type { LocalDate } from "@/domain/shared/local-date";
import type { GoodsPassport, Prisma } from "./generated/client";
import { before, page } from "./paging";
import type { Scope } from "./scope";

/** The reads of passports; `base` is where they are published. */
export const passports = { list, get };

interface Options {
  readonly cursor?: string;
  readonly limit: number;
  readonly list: PassportList;
  readonly search?: string;
}

/** The organisation's passports, the last begun first. */
async function list(scope: Scope, options: Options): Promise<Listing<PassportRowView>> {
  const today = scope.world.today();
  const rows = await scope.db.goodsPassport.findMany({
    where: {
      organisationId: scope.organisationId,
      ...inList(options.list, today),
      ...before(options.cursor),
      ...(options.search ? { OR: searched(options.search) } : {}),
    },
    orderBy: { id: "desc" },
    take: options.limit + 1,
  });
  return page(rows, options, (row) => toRow(row, today));
}

/** One passport; null where the organisation has none of the id. */
async function get(scope: Scope, id: string, base: string): Promise<PassportView | null> {
  const { db, organisationId, actor, world } = scope;
  const row = await db.goodsPassport.findFirst({ where: { organisationId, id } });
  if (!row) return null;
  const shipments = await db.shipment.findMany({
    where: { organisationId, id: { in: row.shipmentIds } },
    select: { id: true, reference: true },
    orderBy: { id: "asc" },
  });
  const { gtin, batch, serial } = row;
  const versions = await db.goodsPassport.findMany({
    where: { organisationId, gtin, batch, serial },
    select: { id: true, version: true, state: true, issuedAt: true },
    orderBy: { id: "desc" },
    take: 50,
  });
  return {
    ...toRow(row, world.today()),
    content: passportContent.parse(row.content),
    history: z.array(customsEvent).parse(row.history),
    shipments,
    page: row.state === "draft" ? null : `${base}/passports/${row.publicId}`,
    digitalLink: `${base}${digitalLinkPath({ gtin, batch, serial })}`,
    credential: row.credential,
    reason: row.reason === null ? null : revocationReason.parse(row.reason),
    note: row.note,
    isSuspendedByReader: row.state === "suspended" && row.suspendedBy === actor.id,
    versions: versions.map((each) => ({
      ...each,
      state: passportState.parse(each.state),
      issuedAt: each.issuedAt?.toISOString() ?? null,
    })),
  };
}

function inList(name: PassportList, today: LocalDate): Prisma.GoodsPassportWhereInput {
  if (name === "drafts") return { state: "draft" };
  if (name === "suspended") return { state: "suspended" };
  if (name === "in_force") return { state: "issued", validUntil: { gte: today } };
  // A list of its own beside `OR` of a search.
  return {
    AND: [{ OR: [{ state: { in: ["superseded", "revoked"] } }, { state: "issued", validUntil: { lt: today } }] }],
  };
}

function searched(search: string): Prisma.GoodsPassportWhereInput[] {
  const digits = search.replace(/[\s-]/g, "");
  return [
    { name: { contains: search, mode: "insensitive" } },
    { batch: { equals: search } },
    { serial: { equals: search } },
    ...(/^\d{8,14}$/.test(digits) ? [{ gtin: digits.padStart(14, "0") }] : []),
  ];
}

function toRow(row: GoodsPassport, today: LocalDate): PassportRowView {
  const { id, publicId, name, gtin, batch, serial, version, validUntil, issuedAt } = row;
  const state = passportState.parse(row.state);
  const { granularity, origin } = passportContent.parse(row.content);
  const standing: PassportStanding = state === "draft" ? "draft" : standingOn({ state, validUntil }, today);
  return {
    ...{ id, publicId, name, gtin, batch, serial, granularity, version, state, standing, origin, validUntil },
    issuedAt: issuedAt?.toISOString() ?? null,
  };
}
