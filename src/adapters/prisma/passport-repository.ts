import { z } from "zod";
import type { PassportRecord, StatusListRecord } from "@/application/passport-record";
import type { Transaction } from "@/application/ports";
import { customsEvent, passportContent, passportState } from "@/contracts/passport";
import { VERDICTS } from "@/domain/passport/verdict";
import type { GoodsPassport, Prisma, StatusList } from "./generated/client";
import type { Scope } from "./scope";

/** Beyond three quarters a list is hard to find a place in by chance, and a new one is begun. */
const FULL = 98_304;

/** Passports of the organisation and the lists of bits in which they have their places. */
export function passportRepository(scope: Scope): Pick<Transaction, "passports"> {
  const { db, organisationId, actor, world } = scope;
  const one = (id: string) => ({ organisationId_id: { organisationId, id } });
  const move = async (id: string, data: Prisma.GoodsPassportUncheckedUpdateInput) => {
    await db.goodsPassport.update({ where: one(id), data });
  };
  const ended = () => ({ endedBy: actor.id, endedAt: world.now() });
  return {
    passports: {
      lock: async () => {
        await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`passports of ${organisationId}`}, 0))`;
      },
      get: async (id) => {
        const row = await db.goodsPassport.findFirst({ where: { organisationId, id } });
        return row && toRecord(row);
      },
      add: async ({ content, history: _none, suspended: _no, ...passport }) => {
        await db.goodsPassport.create({
          data: {
            ...passport,
            shipmentIds: [...passport.shipmentIds],
            ...columnsOf(content),
            createdBy: actor.id,
            createdAt: world.now(),
          },
        });
      },
      change: (id, { content, shipmentIds }) => move(id, { ...columnsOf(content), shipmentIds: [...shipmentIds] }),
      remove: async (id) => {
        const { count } = await db.goodsPassport.deleteMany({ where: { organisationId, id, state: "draft" } });
        return count === 1;
      },
      inForce: async ({ gtin, batch, serial }) => {
        const state = { in: ["issued", "suspended"] };
        const row = await db.goodsPassport.findFirst({ where: { organisationId, gtin, batch, serial, state } });
        return row && toRecord(row);
      },
      ofPublicId: async (publicId) => {
        const row = await db.goodsPassport.findFirst({ where: { organisationId, publicId } });
        return row && toRecord(row);
      },
      issue: (id, { history, ...issued }) =>
        move(id, { ...issued, state: "issued", history: history.map((event) => ({ ...event })), issuedBy: actor.id }),
      supersede: (id) => move(id, { state: "superseded", ...ended() }),
      suspend: (id, { reason, note, linkedBy }) =>
        move(id, {
          ...{ state: "suspended", reason, note, suspendedBy: actor.id },
          ...{ suspendedLinkedBy: linkedBy, suspendedAt: world.now() },
        }),
      lift: (id) =>
        move(id, {
          ...{ state: "issued", reason: null, note: null },
          ...{ suspendedBy: null, suspendedLinkedBy: null, suspendedAt: null },
        }),
      revoke: (id, { reason, note }) => move(id, { state: "revoked", reason, note, ...ended() }),
      releasesOf: async (shipmentIds) =>
        db.releaseOrder.findMany({
          where: { organisationId, shipmentId: { in: [...shipmentIds] } },
          orderBy: [{ issuedAt: "asc" }, { id: "asc" }],
        }),
      foreign: async (issuer, credentialId) => {
        const row = await db.foreignPassport.findFirst({ where: { organisationId, issuer, credentialId } });
        return row && { ...row, verdict: z.enum(VERDICTS).parse(row.verdict) };
      },
      keepForeign: async (passport) => {
        const checked = { verdict: passport.verdict, checkedBy: actor.id, checkedAt: world.now() };
        await db.foreignPassport.upsert({
          where: one(passport.id),
          create: { ...passport, organisationId, ...checked },
          update: checked,
        });
      },
      addLabel: async ({ sha256, mediaType }) => {
        await db.passportLabel.createMany({
          data: [{ organisationId, sha256, mediaType, addedBy: actor.id, addedAt: world.now() }],
          skipDuplicates: true,
        });
      },
      hasLabel: async (sha256) => (await db.passportLabel.count({ where: { organisationId, sha256 } })) > 0,
      ...statusLists(scope),
    },
  };
}

type Lists = Pick<Transaction["passports"], "takePlace" | "list" | "placesSet" | "keepSnapshots">;

function statusLists({ db, organisationId, world }: Scope): Lists {
  return {
    takePlace: async (ids) => {
      const last = await db.statusList.findFirst({ where: { organisationId }, orderBy: { id: "desc" } });
      const taken = last ? await db.goodsPassport.count({ where: { organisationId, statusListId: last.id } }) : FULL;
      const list: StatusListRecord =
        last && taken < FULL
          ? toList(last)
          : toList(await db.statusList.create({ data: { ...ids, organisationId, createdAt: world.now() } }));
      const rows = await db.$queryRaw<{ place: number }[]>`
        select free_status_index(${organisationId}::uuid, ${list.id}::uuid) as place`;
      return { list, index: z.number().parse(rows[0]?.place) };
    },
    list: async (listId) => {
      const row = await db.statusList.findFirst({ where: { organisationId, id: listId } });
      return row && toList(row);
    },
    placesSet: async (listId) => {
      const rows = await db.goodsPassport.findMany({
        where: { organisationId, statusListId: listId, state: { in: ["suspended", "superseded", "revoked"] } },
        select: { state: true, statusIndex: true },
      });
      const places = (isMeant: (state: string) => boolean) =>
        rows.flatMap(({ state, statusIndex }) => (isMeant(state) && statusIndex !== null ? [statusIndex] : []));
      // Who holds a version that was superseded has to learn offline that it is not what its issuer says any more.
      return { revoked: places((state) => state !== "suspended"), suspended: places((state) => state === "suspended") };
    },
    keepSnapshots: async (listId, { revocation, suspension }) => {
      await db.statusList.update({
        where: { organisationId_id: { organisationId, id: listId } },
        data: { revocationSnapshot: revocation, suspensionSnapshot: suspension, publishedAt: world.now() },
      });
    },
  };
}

function columnsOf(content: PassportRecord["content"]) {
  const { granularity, gtin, batch, serial, name, validUntil } = content;
  return {
    granularity,
    gtin,
    batch,
    serial,
    name,
    validUntil,
    content: content as unknown as Prisma.InputJsonObject,
  };
}

function toList({ id, revocationId, suspensionId }: StatusList): StatusListRecord {
  return { id, revocationId, suspensionId };
}

function toRecord(row: GoodsPassport): PassportRecord {
  const { organisationId, id, publicId, version, supersedesId, shipmentIds, statusListId, suspendedBy } = row;
  return {
    ...{ organisationId, id, publicId, version, supersedesId, shipmentIds, statusListId },
    state: passportState.parse(row.state),
    content: passportContent.parse(row.content),
    history: z.array(customsEvent).parse(row.history),
    suspended: suspendedBy === null ? null : { by: suspendedBy, linkedBy: row.suspendedLinkedBy },
  };
}
