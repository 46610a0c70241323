import type { House } from "./house";

/** Everything that reading a document left behind, down to the row. */
export async function tracesOf(house: House, documentId: string) {
  const rows = async (sql: string) => (await house.sql.query(sql, [documentId])).rows;
  const [document] = await rows("select state, attempts, type, page_count, rejection from document where id = $1");
  return {
    document,
    fields: await rows(
      "select id, name, line, status, confirmed_by, encode(sealed, 'hex') as sealed from extracted_field where document_id = $1 order by id",
    ),
    pages: await rows("select id, number, image_sha256 from page where document_id = $1 order by number"),
    evidence: await rows("select sequence, kind from evidence_entry where subject = $1::text order by sequence"),
  };
}

/** What is there twice although it was read once: pages, values, evidence. */
export async function doubledOf(house: House, documentId: string): Promise<readonly string[]> {
  const { pages, evidence } = await tracesOf(house, documentId);
  const view = await house.queries.getDocument(house.broker, documentId);
  const kinds = [
    ...pages.map((page) => `page ${page.number}`),
    ...evidence.map((entry) => `evidence ${entry.kind}`),
    ...(view?.fields ?? []).map((field) => `field ${field.name} ${field.line} ${field.value}`),
  ];
  return kinds.filter((kind, index) => kinds.indexOf(kind) !== index);
}
