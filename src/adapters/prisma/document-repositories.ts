import type { Transaction } from "@/application/ports";
import type { DocumentRecord, FieldRecord } from "@/application/records";
import type { DocumentType, MediaType, RejectionReason } from "@/domain/document/document";
import { SEVERAL } from "@/domain/extraction/field";
import type { Box, Method } from "@/domain/shared/sourced";
import { type Document, Prisma } from "./generated/client";
import { firstPages, tellingPages } from "./layout-repositories";
import { ofVisibleShipment, type Scope } from "./scope";
import { type OpenedField, openField, sealField, sealJson } from "./sealed";

/** Documents, their pages and the fields read from them. */
export function documentRepositories(scope: Scope): Pick<Transaction, "documents" | "fields"> {
  return { documents: documents(scope), fields: fields(scope) };
}

function documents(scope: Scope): Transaction["documents"] {
  const { db, organisationId, world } = scope;
  return {
    get: async (id) => {
      const row = await db.document.findFirst({ where: { id, ...ofVisibleShipment(scope) } });
      return row && toDocument(row);
    },
    findByHash: async (sha256) => {
      const row = await db.document.findUnique({ where: { organisationId_sha256: { organisationId, sha256 } } });
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
        data: { ...document, byteLength: BigInt(document.byteLength), updatedAt: document.uploadedAt },
      });
    },
    move: async (id, from, change) => {
      const { byteLength: _fixed, ...rest } = change;
      const { count } = await db.document.updateMany({
        where: { organisationId, id, state: { in: [...from] } },
        data: { ...rest, updatedAt: world.now() },
      });
      return count === 1;
    },
    addPage: async ({ words, number, aspect, method, rotation, imageSha256, documentId, shipmentId }) => {
      const confidence =
        words.length === 0 ? 0 : words.reduce((total, word) => total + word.confidence, 0) / words.length;
      const data = {
        aspect,
        method,
        rotation,
        imageSha256,
        confidence,
        words: sealJson(scope, organisationId, words),
      };
      await db.page.upsert({
        where: { organisationId_documentId_number: { organisationId, documentId, number } },
        create: { organisationId, id: world.newId(), shipmentId, documentId, number, ...data },
        update: data,
      });
    },
    setPageCount: async (id, pageCount) => {
      await db.document.updateMany({ where: { organisationId, id }, data: { pageCount, updatedAt: world.now() } });
    },
    tellingPages: (id, page) => tellingPages(scope, id, page),
    firstPages: (id, most) => firstPages(scope, id, most),
  };
}

function fields(scope: Scope): Transaction["fields"] {
  const { db, organisationId, world } = scope;
  const create = ({ value, machineValue, raw, ...field }: FieldRecord) => ({
    ...field,
    ...sealField(scope, { ...field, value, machineValue, raw }),
    box: field.box === null ? Prisma.JsonNull : { ...field.box },
    confirmedAt: field.confirmedBy ? world.now() : null,
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
    replaceSuggestions: async (documentId, suggested) => {
      const rows = await db.extractedField.findMany({ where: { organisationId, documentId } });
      const known = rows.map((row) => openField(scope, row));
      const taken = new Set(known.filter((field) => field.status !== "suggested").map(placeOf));
      const wanted = new Map(
        suggested.filter((field) => !taken.has(placeOf(field))).map((field) => [sameAs(field), field]),
      );
      // What says the same as before keeps its row, so that whoever looks at it is not left with one that is gone.
      const kept = known.filter((field) => field.status === "suggested" && wanted.has(sameAs(field)));
      const gone = known.filter((field) => field.status === "suggested" && !wanted.has(sameAs(field)));
      for (const field of kept) wanted.delete(sameAs(field));
      await db.extractedField.deleteMany({ where: { organisationId, id: { in: gone.map((field) => field.id) } } });
      await db.extractedField.createMany({ data: [...wanted.values()].map(create) });
    },
    add: async (field) => {
      await db.extractedField.create({ data: create(field) });
    },
    settle: async (field) => {
      const { id, status, confirmedBy, typedAtStage } = field;
      await db.extractedField.update({
        where: { organisationId_id: { organisationId, id } },
        data: { ...sealField(scope, field), status, confirmedBy, typedAtStage, confirmedAt: world.now() },
      });
    },
  };
}

type Stated = Pick<FieldRecord, "name" | "line" | "value" | "machineValue" | "page" | "confidence"> & {
  readonly box: unknown;
};

/** Which fact of the document it is; of facts that it states several times, which of them. */
function placeOf({ name, line, value, machineValue }: Stated): string {
  return SEVERAL.includes(name) ? `${name}.${machineValue ?? value}` : `${name}.${line}`;
}

/** The same for two readings that say the same of the same place, and as surely. */
function sameAs({ name, line, value, page, box, confidence }: Stated): string {
  const { x, y, width, height } = (box ?? {}) as Partial<Box>;
  return JSON.stringify([name, line, value, page, x, y, width, height, confidence]);
}

function toDocument(row: Document): DocumentRecord {
  const { updatedAt: _updatedAt, ...rest } = row;
  return {
    ...rest,
    byteLength: Number(row.byteLength),
    mediaType: row.mediaType as MediaType,
    type: row.type as DocumentType | null,
    rejection: row.rejection as RejectionReason | null,
  };
}

function toField(row: OpenedField): FieldRecord {
  return {
    organisationId: row.organisationId,
    id: row.id,
    shipmentId: row.shipmentId,
    documentId: row.documentId,
    name: row.name,
    line: row.line,
    value: row.value,
    machineValue: row.machineValue,
    raw: row.raw,
    page: row.page,
    box: row.box as Box | null,
    confidence: row.confidence,
    method: row.method as Method,
    status: row.status,
    typedAtStage: row.typedAtStage,
    confirmedBy: row.confirmedBy,
  };
}
