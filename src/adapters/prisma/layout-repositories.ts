import type { Transaction } from "@/application/ports";
import type { PageRecord } from "@/application/records";
import { type Layout, MOST_LAYOUTS } from "@/domain/extraction/learned/layout-lesson";
import type { PageText, Word } from "@/domain/extraction/words";
import type { Page, Prisma } from "./generated/client";
import type { Scope } from "./scope";
import { openJson, sealJson } from "./sealed";

/** A layout shows itself on the first pages. */
const FIRST_PAGES = 2;

/** What corrections taught of the papers of an organisation. */
export function layoutRepository(scope: Scope): Transaction["layouts"] {
  const { db, organisationId, world } = scope;
  const newest = {
    where: { organisationId },
    orderBy: [{ learnedAt: "desc" }, { id: "desc" }] satisfies Prisma.LayoutOrderByWithRelationInput[],
  };
  return {
    lock: async () => {
      await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`layouts of ${organisationId}`}, 0))`;
    },
    list: async () => {
      const rows = await db.layout.findMany({ ...newest, take: MOST_LAYOUTS });
      return rows.map(({ id, body }) => ({ id, layout: openJson<Layout>(scope, organisationId, body) }));
    },
    put: async (known, layout) => {
      const id = known ?? world.newId();
      const data = { type: layout.type, body: sealJson(scope, organisationId, layout), learnedAt: world.now() };
      await db.layout.upsert({
        where: { organisationId_id: { organisationId, id } },
        create: { organisationId, id, ...data },
        update: data,
      });
      const oldest = await db.layout.findMany({ ...newest, skip: MOST_LAYOUTS, select: { id: true } });
      if (oldest.length > 0)
        await db.layout.deleteMany({ where: { organisationId, id: { in: oldest.map((each) => each.id) } } });
    },
  };
}

/** The words of the pages that a layout is known by, and of those in question. */
export async function tellingPages(scope: Scope, documentId: string, pages: readonly number[]): Promise<PageText[]> {
  const { db, organisationId } = scope;
  const { _min, _max } = await db.page.aggregate({
    where: { organisationId, documentId },
    _min: { number: true },
    _max: { number: true },
  });
  const first = _min.number ?? 1;
  const numbers = [first, first + FIRST_PAGES - 1, _max.number, ...pages].flatMap((each) => each ?? []);
  const rows = await db.page.findMany({
    where: { organisationId, documentId, number: { in: numbers } },
    orderBy: { number: "asc" },
  });
  return rows.map((row) => toPage(scope, row));
}

/** The first pages of a document, with the hashes of their pictures. */
export async function firstPages(scope: Scope, documentId: string, most: number): Promise<PageRecord[]> {
  const { db, organisationId } = scope;
  const rows = await db.page.findMany({
    where: { organisationId, documentId },
    orderBy: { number: "asc" },
    take: most,
  });
  return rows.map((row) => toPage(scope, row));
}

function toPage(scope: Scope, { words, ...row }: Page): PageRecord {
  const { organisationId, shipmentId, documentId, number, aspect, imageSha256 } = row;
  return {
    organisationId,
    shipmentId,
    documentId,
    number,
    aspect,
    imageSha256,
    method: row.method as PageText["method"],
    rotation: row.rotation as PageText["rotation"],
    words: openJson<Word[]>(scope, organisationId, words),
  };
}
