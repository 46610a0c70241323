import { z } from "@hono/zod-openapi";
import { importItems, previewItems, registerBook } from "@/application/keep-account-book";
import { importReceipts, previewReceipts, receiveIntoBook } from "@/application/receive-into-book";
import { transferBetweenBooks } from "@/application/transfer-between-books";
import {
  type BookItemView,
  bookImportPreviewView,
  bookItemDetailView,
  bookItemView,
  bookView,
  type StatementRowView,
  statementRowView,
} from "@/contracts/views/book";
import { ALLOCATIONS, BOOK_TYPES } from "@/domain/account-book/book";
import { EXPIRY_BANDS } from "@/domain/account-book/expiry";
import type { STOCK_COLUMNS } from "@/domain/account-book/import-stock";
import { isLocalDate } from "@/domain/shared/local-date";
import { itemsCsv, statementCsv } from "./book-csv";
import { toPreview } from "./book-preview";
import { answer, answerFound, type Routes, unitOf } from "./context";
import { answerCsv } from "./csv";
import { answerProblem, languageOf } from "./problems";
import { idParameter, operation, serve } from "./schemas";

const tags: [string] = ["Stock"];
const csv = z.string().max(5_000_000);
const text = z.string().trim().min(1);

const list = operation({
  method: "get",
  path: "/books",
  summary: "The account books of the organisation",
  tags,
  answer: z.object({ rows: z.array(bookView) }),
});
const register = operation({
  method: "post",
  path: "/books",
  summary: "Register an account book; from then on every release is written off a book",
  tags,
  isKeyed: true,
  body: z.strictObject({
    emsNo: z.string().regex(/^[A-Z0-9]{6,30}$/),
    type: z.enum(BOOK_TYPES),
    company: text.max(200),
    customsCode: z.string().regex(/^\d{4}$/),
    validEnd: z.string().refine(isLocalDate, "form_date"),
    allocation: z.enum(ALLOCATIONS),
  }),
  answer: z.object({ id: z.uuid() }),
});
const itemsQuery = z.object({
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  search: z.string().max(100).optional(),
  expiry: z.enum(EXPIRY_BANDS).optional(),
  inStock: z.enum(["true", "false"]).optional(),
});
const items = operation({
  method: "get",
  path: "/books/{id}/items",
  summary: "Items of a book with balance, reserve and nearest expiry",
  tags,
  params: idParameter,
  query: itemsQuery,
  answer: z.object({ rows: z.array(bookItemView), nextAfter: z.number().int().nullable() }),
});
const itemsFile = operation({
  method: "get",
  path: "/books/{id}/items.csv",
  summary: "All items of a book as CSV, as they can be brought in",
  tags,
  params: idParameter,
  answerType: "text/csv",
  answer: z.string(),
});
const fileOf = (path: string, summary: string, answer: z.ZodType) =>
  operation({ method: "post", path, summary, tags, params: idParameter, body: csv, contentType: "text/csv", answer });
const previewOfItems = fileOf("/books/{id}/items/preview", "What a file of items would add", bookImportPreviewView);
const loadItems = fileOf(
  "/books/{id}/items",
  "Add the items of a file, as a whole or not at all",
  z.object({ added: z.number().int() }),
);
const previewOfStock = fileOf(
  "/books/{id}/stock/preview",
  "What a file of receipts would bring in",
  bookImportPreviewView,
);
const loadStock = fileOf(
  "/books/{id}/stock",
  "Bring in the receipts of a file, as a whole or not at all",
  z.object({ received: z.number().int() }),
);
const optionalDay = z.union([z.literal(""), z.string().refine(isLocalDate, "form_date")]);
const receive = operation({
  method: "post",
  path: "/books/{id}/receipts",
  summary: "Bring in goods of one lot",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({
    item_no: text.max(9),
    lot: z.string().max(60),
    produced_on: optionalDay,
    expires_on: optionalDay,
    received_on: z.string().refine(isLocalDate, "form_date"),
    quantity: text.max(20),
    reference: text.max(60),
  } satisfies Record<(typeof STOCK_COLUMNS)[number], z.ZodType>),
  answer: z.object({ received: z.number().int() }),
});
const item = operation({
  method: "get",
  path: "/book-items/{id}",
  summary: "An item with its lots",
  tags,
  params: idParameter,
  answer: bookItemDetailView,
});
const statement = operation({
  method: "get",
  path: "/book-items/{id}/statement",
  summary: "The movements of an item: before, moved, after; the last first",
  tags,
  params: idParameter,
  query: z.object({
    before: z.coerce.number().int().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ rows: z.array(statementRowView), nextBefore: z.number().int().nullable() }),
});
const statementFile = operation({
  method: "get",
  path: "/book-items/{id}/statement.csv",
  summary: "The whole statement of an item as CSV",
  tags,
  params: idParameter,
  answerType: "text/csv",
  answer: z.string(),
});
const transfer = operation({
  method: "post",
  path: "/book-transfers",
  summary: "Move goods of a lot to the same item in another book",
  tags,
  isKeyed: true,
  body: z.strictObject({
    fromItemId: z.uuid(),
    fromLotId: z.uuid(),
    toItemId: z.uuid(),
    quantity: text.max(20),
    reference: text.max(60),
  }),
});

/** Pages of an export; each is a query of its own, so that no transaction stays open for all of it. */
const EXPORT_ROWS = 200;

export const bookRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries, parseCsv } = services;
  serve(api, list, async (context) =>
    answer(context, await queries.listBooks(context.get("actor")), (rows) => ({ rows })),
  );
  serve(api, register, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await registerBook(ports, context.get("actor"), input.body));
  });
  serve(api, items, async (context, { params, query }) => {
    const { after, limit, search, expiry, inStock } = query;
    const options = {
      limit,
      ...(after ? { after } : {}),
      ...(search ? { search } : {}),
      ...(expiry ? { expiry } : {}),
      ...(inStock === "true" ? { inStock: true } : {}),
    };
    return answer(context, await queries.listBookItems(context.get("actor"), params.id, options));
  });
  serve(api, itemsFile, async (context, { params }) => {
    const rows: BookItemView[] = [];
    let after: number | null = 0;
    while (after !== null) {
      const options = { limit: EXPORT_ROWS, ...(after ? { after } : {}) };
      const page = await queries.listBookItems(context.get("actor"), params.id, options);
      if (!page.ok) return answerProblem(context, page.error);
      rows.push(...page.value.rows);
      after = page.value.nextAfter;
    }
    return answerCsv("items.csv", itemsCsv(rows));
  });
  serve(api, previewOfItems, async (context, { params, body }) =>
    answer(
      context,
      await previewItems({ inTransaction, parseCsv }, context.get("actor"), params.id, String(body)),
      (rows) => toPreview(rows, languageOf(context)),
    ),
  );
  serve(api, loadItems, async (context, { params, body }) =>
    answer(context, await importItems(services, context.get("actor"), params.id, String(body))),
  );
  serve(api, previewOfStock, async (context, { params, body }) =>
    answer(
      context,
      await previewReceipts({ inTransaction, parseCsv }, context.get("actor"), params.id, String(body)),
      (rows) => toPreview(rows, languageOf(context)),
    ),
  );
  serve(api, loadStock, async (context, { params, body }) =>
    answer(context, await importReceipts(services, context.get("actor"), params.id, String(body))),
  );
  serve(api, receive, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await receiveIntoBook(ports, context.get("actor"), input.params.id, input.body));
  });
  serve(api, item, async (context, { params }) => {
    const found = await queries.getBookItem(context.get("actor"), params.id);
    return found.ok ? answerFound(context, found.value, "book item") : answerProblem(context, found.error);
  });
  serve(api, statement, async (context, { params, query }) => {
    const { before, limit } = query;
    const options = { limit, ...(before ? { before } : {}) };
    return answer(context, await queries.getBookStatement(context.get("actor"), params.id, options));
  });
  serve(api, statementFile, async (context, { params }) => {
    const rows: StatementRowView[] = [];
    let before: number | null = 0;
    while (before !== null) {
      const options = { limit: EXPORT_ROWS, ...(before ? { before } : {}) };
      const page = await queries.getBookStatement(context.get("actor"), params.id, options);
      if (!page.ok) return answerProblem(context, page.error);
      rows.push(...page.value.rows);
      before = page.value.nextBefore;
    }
    return answerCsv("statement.csv", statementCsv(rows));
  });
  serve(api, transfer, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await transferBetweenBooks(ports, context.get("actor"), input.body));
  });
};
