import { mergeReadings } from "@/application/merge-readings";
import type { Transaction } from "@/application/ports";
import type { FieldRecord, PageRecord } from "@/application/records";
import type { BarCode, Bend } from "@/domain/extraction/words";
import { documentParts, toData, toDocument } from "./document-parts";
import { Prisma } from "./generated/client";
import { firstPages, tellingPages } from "./layout-repositories";
import { ofVisibleShipment, type Scope } from "./scope";
import { openField, openJson, sealField, sealJson, toField } from "./sealed";

/** Documents, their pages and the fields read from them. */
export function documentRepositories(scope: Scope): Pick<Transaction, "documents" | "fields"> {
  return { documents: { ...documents(scope), ...documentParts(scope) }, fields: fields(scope) };
}

function documents(scope: Scope): Omit<Transaction["documents"], keyof ReturnType<typeof documentParts>> {
  const { db, organisationId, world } = scope;
  return {
    get: async (id) => {
      const row = await db.document.findFirst({ where: { id, ...ofVisibleShipment(scope) } });
      return row && toDocument(row);
    },
    findByHash: async (sha256) => {
      const row = await db.document.findUnique({
        where: { organisationId_sha256_firstPage: { organisationId, sha256, firstPage: 1 } },
      });
      return row && toDocument(row);
    },
    listOf: async (shipmentId) => {
      const rows = await db.document.findMany({
        where: { shipmentId, ...ofVisibleShipment(scope) },
        orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
      });
      return rows.map(toDocument);
    },
    lockContent: async (sha256) => {
      await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`content:${organisationId}:${sha256}`}, 0))`;
    },
    add: async (document) => {
      await db.document.create({
        data: { ...toData(document), byteLength: BigInt(document.byteLength), updatedAt: document.uploadedAt },
      });
    },
    move: async (id, from, change) => {
      const { byteLength: _fixed, ...rest } = change;
      const { count } = await db.document.updateMany({
        where: { organisationId, id, state: { in: [...from] } },
        data: { ...toData(rest), updatedAt: world.now() },
      });
      return count === 1;
    },
    addPage: async ({ words, codes, number, aspect, method, rotation, bend, imageSha256, documentId, shipmentId }) => {
      const confidence =
        words.length === 0 ? 0 : words.reduce((total, word) => total + word.confidence, 0) / words.length;
      const data = {
        aspect,
        method,
        rotation,
        bend: bend ? { ...bend } : Prisma.DbNull,
        imageSha256,
        confidence,
        words: sealJson(scope, organisationId, words),
        codes: codes ? sealJson(scope, organisationId, codes) : null,
      };
      await db.page.upsert({
        where: { organisationId_documentId_number: { organisationId, documentId, number } },
        create: { organisationId, id: world.newId(), shipmentId, documentId, number, ...data },
        update: data,
      });
    },
    page: async (documentId, number) => {
      const row = await db.page.findFirst({ where: { documentId, number, document: ofVisibleShipment(scope) } });
      if (!row) return null;
      const { id: _id, confidence: _confidence, words, codes, method, rotation, bend, ...page } = row;
      return {
        ...page,
        method: method as PageRecord["method"],
        rotation: rotation as PageRecord["rotation"],
        ...(bend ? { bend: bend as unknown as Bend } : {}),
        words: openJson<PageRecord["words"]>(scope, row.organisationId, words),
        ...(codes ? { codes: openJson<BarCode[]>(scope, row.organisationId, codes) } : {}),
      };
    },
    wasRead: async (id) =>
      (await db.evidenceEntry.count({ where: { organisationId, subject: id, kind: "document_read" }, take: 1 })) > 0,
    setPageCount: async (id, pageCount) => {
      await db.document.updateMany({ where: { organisationId, id }, data: { pageCount, updatedAt: world.now() } });
    },
    tellingPages: (id, pages) => tellingPages(scope, id, pages),
    firstPages: (id, most) => firstPages(scope, id, most),
  };
}

function fields(scope: Scope): Transaction["fields"] {
  const { db, organisationId, world } = scope;
  const create = ({ value, machineValue, raw, otherReading, confirmedByName, ...field }: FieldRecord) => ({
    ...field,
    ...sealField(scope, { ...field, value, machineValue, raw, otherReading, confirmedByName }),
    box: field.box === null ? Prisma.JsonNull : { ...field.box },
    createdAt: world.now(),
  });
  return {
    get: async (id) => {
      const row = await db.extractedField.findFirst({ where: { id, ...ofVisibleShipment(scope) } });
      return row && toField(openField(scope, row));
    },
    listOf: async (shipmentId) => {
      const rows = await db.extractedField.findMany({
        where: { shipmentId, ...ofVisibleShipment(scope) },
        orderBy: { id: "asc" },
      });
      return rows.map((row) => toField(openField(scope, row)));
    },
    replaceSuggestions: async (documentId, suggested, isReadAgain = false) => {
      const rows = await db.extractedField.findMany({ where: { organisationId, documentId } });
      const known = rows.map((row) => toField(openField(scope, row)));
      const { add, change, remove } = mergeReadings(known, suggested, isReadAgain);
      await db.extractedField.deleteMany({ where: { organisationId, id: { in: [...remove] } } });
      await db.extractedField.createMany({ data: add.map(create) });
      for (const { createdAt: _createdAt, ...field } of change.map(create))
        await db.extractedField.update({
          where: { organisationId_id: { organisationId, id: field.id } },
          data: field,
        });
    },
    add: async (field) => {
      await db.extractedField.create({ data: create(field) });
    },
    place: async (id, documentId, line) => {
      await db.extractedField.update({
        where: { organisationId_id: { organisationId, id } },
        data: { documentId, line },
      });
    },
    addAll: async (added) => {
      await db.extractedField.createMany({ data: added.map(create) });
    },
    settle: async (given) => {
      const field = { ...given, confirmedAt: given.status === "suggested" ? null : world.now() };
      const { organisationId: _house, id, shipmentId: _shipment, createdAt: _createdAt, ...settled } = create(field);
      await db.extractedField.update({ where: { organisationId_id: { organisationId, id } }, data: settled });
      return field;
    },
    vouch: async (given) => {
      const now = world.now();
      const kept = given.map((field) => ({ ...field, confirmedAt: now }));
      const ids = kept.map((field) => field.id);
      const sealed = kept.map((field) => Buffer.from(sealField(scope, field).sealed).toString("base64"));
      const [first] = kept;
      if (!first) return [];
      await db.$executeRaw`
        update extracted_field f
        set sealed = decode(v.sealed, 'base64'), status = ${first.status}::field_status,
          confirmed_by = ${first.confirmedBy}, confirmed_at = ${now}
        from unnest(${ids}::uuid[], ${sealed}::text[]) as v(id, sealed)
        where f.organisation_id = ${organisationId}::uuid and f.id = v.id`;
      return kept;
    },
    remove: async (ids) => {
      await db.extractedField.deleteMany({ where: { organisationId, id: { in: [...ids] } } });
    },
    closeGap: async (documentId, line) => {
      await db.extractedField.updateMany({
        where: { organisationId, documentId, line: { gt: line } },
        data: { line: { decrement: 1 } },
      });
    },
    makeRoom: async (documentId, line) => {
      await db.extractedField.updateMany({
        where: { organisationId, documentId, line: { gte: line } },
        data: { line: { increment: 1 } },
      });
    },
    rule: async (fieldIds, precedence) => {
      await db.extractedField.updateMany({
        where: { organisationId, id: { in: [...fieldIds] } },
        data: { precedence },
      });
    },
  };
}
