import type { ContainerEntryRecord } from "@/application/container-record";
import type { Transaction } from "@/application/ports";
import type { DocumentRecord, ProposalRecord } from "@/application/records";
import type { CopyReason } from "@/domain/document/copies";
import type { DocumentType, MediaType, RejectionReason } from "@/domain/document/document";
import type { Bond } from "@/domain/document/grouping";
import type { UnreadScript } from "@/domain/extraction/unread";
import type { BarCode, PageText, Word } from "@/domain/extraction/words";
import { type Document, Prisma } from "./generated/client";
import type { Scope } from "./scope";
import { openJson } from "./sealed";

type Parts = Pick<
  Transaction["documents"],
  | "change"
  | "partsOf"
  | "pagesOf"
  | "movePages"
  | "absorb"
  | "moveToShipment"
  | "isEvidence"
  | "shipmentOfDrop"
  | "stating"
>;

/** What happens to documents after they are read: their pages go from one to another, and they to other shipments. */
export function documentParts(scope: Scope): Parts {
  const { db, organisationId, world } = scope;
  return {
    change: async (id, change) => {
      const { byteLength: _fixed, ...rest } = change;
      const data = { ...toData(rest), updatedAt: world.now() };
      await db.document.updateMany({ where: { organisationId, id }, data });
    },
    partsOf: async (receivedAsId) => {
      const rows = await db.document.findMany({
        where: { organisationId, OR: [{ id: receivedAsId }, { receivedAsId }] },
        orderBy: { firstPage: "asc" },
      });
      return rows.map(toDocument);
    },
    pagesOf: async (documentId) => {
      const rows = await db.page.findMany({ where: { organisationId, documentId }, orderBy: { number: "asc" } });
      return rows.map(({ number, aspect, method, rotation, words, codes }) => ({
        number,
        aspect,
        method: method as PageText["method"],
        rotation: rotation as PageText["rotation"],
        words: openJson<Word[]>(scope, organisationId, words),
        ...(codes ? { codes: openJson<BarCode[]>(scope, organisationId, codes) } : {}),
      }));
    },
    movePages: async (fromId, toId, { firstPage, lastPage }) => {
      await db.page.updateMany({
        where: { organisationId, documentId: fromId, number: { gte: firstPage, lte: lastPage } },
        data: { documentId: toId },
      });
    },
    absorb: async (id, byId) => {
      const own = { organisationId, documentId: id };
      await db.extractedField.deleteMany({ where: { ...own, status: "suggested" } });
      await db.extractedField.updateMany({ where: own, data: { documentId: byId } });
      await db.page.updateMany({ where: own, data: { documentId: byId } });
      await db.requirement.updateMany({
        where: { organisationId, evidenceDocumentId: id },
        data: { evidenceDocumentId: byId },
      });
      await db.document.updateMany({ where: { organisationId, copyOfId: id }, data: { copyOfId: byId } });
      await db.document.delete({ where: { organisationId_id: { organisationId, id } } });
    },
    moveToShipment: async (id, shipmentId) => {
      const of = { organisationId, documentId: id };
      await db.document.updateMany({ where: { organisationId, id }, data: { shipmentId, updatedAt: world.now() } });
      await db.page.updateMany({ where: of, data: { shipmentId } });
      await db.extractedField.updateMany({ where: of, data: { shipmentId } });
      await db.containerEntry.updateMany({ where: { organisationId, containerId: id }, data: { shipmentId } });
    },
    isEvidence: async (id) => (await db.requirement.count({ where: { organisationId, evidenceDocumentId: id } })) > 0,
    shipmentOfDrop: async (dropId) => {
      await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`drop:${organisationId}:${dropId}`}, 0))`;
      const row = await db.document.findFirst({
        where: { organisationId, dropId },
        select: { shipmentId: true },
        orderBy: { id: "asc" },
      });
      return row?.shipmentId ?? null;
    },
    stating: async (names, values) => {
      // The index holds the first characters alone; the longest number of any paper is shorter.
      const wanted = values.map((value) => value.toLowerCase().slice(0, 64));
      const found = await db.$queryRaw<{ document_id: string }[]>`
        select distinct document_id from extracted_field
        where organisation_id = ${organisationId}::uuid and name = any(${[...names]}) and left(searched, 64) = any(${wanted})
          and status <> 'rejected' and document_id is not null
        limit ${MOST_STATING}`;
      const ids = found.map((row) => row.document_id);
      const rows = await db.document.findMany({ where: { organisationId, id: { in: ids } }, orderBy: { id: "asc" } });
      return rows.map(toDocument);
    },
  };
}

/** A number that more documents bear is none that tells shipments apart. */
const MOST_STATING = 200;

/** Archives and messages with what came out of them. */
export function containerRepositories({ db, organisationId }: Scope): Pick<Transaction, "containers"> {
  return {
    containers: {
      entriesOf: async (containerId) => {
        const rows = await db.containerEntry.findMany({
          where: { organisationId, containerId },
          orderBy: { position: "asc" },
        });
        return rows.map((row) => ({ ...row, reason: row.reason as ContainerEntryRecord["reason"] }));
      },
      add: async (entry) => {
        await db.containerEntry.create({ data: entry });
      },
    },
  };
}

const JSON_COLUMNS = ["placement", "proposal", "copyReason"] as const;
type JsonColumn = (typeof JSON_COLUMNS)[number];

/** The columns of a document; what is kept as JSON has a null of its own. */
export function toData<T extends Partial<DocumentRecord>>(record: T) {
  const json = Object.fromEntries(
    JSON_COLUMNS.flatMap((name) => {
      const value = record[name];
      return value === undefined ? [] : [[name, value === null ? Prisma.DbNull : { ...value }]];
    }),
  );
  return { ...record, ...json } as unknown as Omit<T, JsonColumn> & Partial<Record<JsonColumn, Prisma.InputJsonValue>>;
}

/** A row of the table as use cases see it. */
export function toDocument(row: Document): DocumentRecord {
  const { updatedAt: _updatedAt, ...rest } = row;
  return {
    ...rest,
    byteLength: Number(row.byteLength),
    mediaType: row.mediaType as MediaType,
    type: row.type as DocumentType | null,
    rejection: row.rejection as RejectionReason | null,
    unreadScript: row.unreadScript as UnreadScript | null,
    placement: row.placement as Bond | null,
    proposal: row.proposal as ProposalRecord | null,
    copyReason: row.copyReason as CopyReason | null,
  };
}
