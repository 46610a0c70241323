import { z } from "@hono/zod-openapi";
import { previewFeedFile, receiveFeedFile } from "@/application/receive-feed-file";
import { type FeedReceipt, receiveRecords } from "@/application/receive-records";
import { underKey } from "@/application/under-key";
import { FEED_RECORDS } from "@/contracts/order-feeds";
import { feedBatchView } from "@/contracts/views/order";
import { describeFault, isFault, type Language } from "@/contracts/words";
import { FEED_KINDS } from "@/domain/three-documents/documents";
import { RECEIPTS } from "@/domain/three-documents/receive";
import { answer, answerFound, type Routes } from "./context";
import { answerCsv, csvOf } from "./csv";
import { languageOf } from "./problems";
import { idempotencyKey, idParameter, listing, listQuery, operation, serve } from "./schemas";

const tags: [string] = ["Orders"];
const kindParameter = z.object({ kind: z.enum(FEED_KINDS) });

const receiptView = z.object({
  /** Null when nothing was kept. */
  batchId: z.uuid().nullable(),
  accepted: z.number().int(),
  duplicate: z.number().int(),
  contradictory: z.number().int(),
  refused: z.number().int(),
  receipts: z.array(
    z.object({
      index: z.number().int(),
      orderNumber: z.string().nullable(),
      outcome: z.enum([...RECEIPTS, "refused"]),
      pointer: z.string().nullable(),
      code: z.string().nullable(),
      message: z.string().nullable(),
    }),
  ),
});

const send = operation({
  method: "post",
  path: "/orders/feeds/{kind}",
  summary: "Send records of orders, payments or waybills; each has its own answer, in whatever order the feeds come",
  tags,
  params: kindParameter,
  headers: z.object({ "idempotency-key": idempotencyKey }),
  body: z.strictObject({ records: z.array(z.record(z.string(), z.unknown())).min(1).max(FEED_RECORDS) }),
  answer: receiptView,
});
const mapping = z
  .string()
  .max(4_000)
  .optional()
  .transform((text, context) => {
    try {
      return z.record(z.string().max(60), z.string().max(200)).parse(JSON.parse(text || "{}"));
    } catch {
      context.addIssue({ code: "custom", message: "malformed" });
      return z.NEVER;
    }
  });
const sendFile = operation({
  method: "post",
  path: "/orders/feeds/{kind}/csv",
  summary: "A file of a feed, UTF-8 or GB18030: what it holds, what would become of it, or take it",
  tags,
  params: kindParameter,
  query: z.object({
    step: z.enum(["preview", "try", "take"]),
    /** JSON: column of the feed to heading of the file. */
    mapping,
  }),
  headers: z.object({ "idempotency-key": idempotencyKey.optional() }),
  body: z.string(),
  contentType: "text/csv",
  isRaw: true,
  answer: z.union([
    receiptView,
    z.object({
      encoding: z.string(),
      headings: z.array(z.string()),
      mapping: z.record(z.string(), z.string()),
      unknown: z.array(z.string()),
      missing: z.array(z.string()),
      records: z.number().int(),
      sample: z.array(z.record(z.string(), z.string())),
    }),
  ]),
});
const list = operation({
  method: "get",
  path: "/orders/feeds/batches",
  summary: "What was sent, newest first",
  tags,
  query: listQuery,
  answer: listing(feedBatchView),
});
const show = operation({
  method: "get",
  path: "/orders/feeds/batches/{id}",
  summary: "A sending with the rows that were not taken as they came",
  tags,
  params: idParameter,
  answer: feedBatchView,
});
const errors = operation({
  method: "get",
  path: "/orders/feeds/batches/{id}/errors.csv",
  summary: "The rows that were not taken as they came, with what is wrong and where",
  tags,
  params: idParameter,
  answer: z.string(),
  answerType: "text/csv",
});

/** How many rows of a file are told one by one; the file of its errors has them all. */
const TOLD = 200;

/** The feeds of orders, payments and waybills: records as JSON, files as CSV. */
export const orderFeedRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries, parseCsv } = services;
  serve(api, send, async (context, { params, headers, body }) => {
    const unit = underKey(inTransaction, world, {
      key: headers["idempotency-key"],
      endpoint: `receive_${params.kind}`,
      content: JSON.parse(JSON.stringify(body)),
      onReplay: () => context.set("isReplayed", true),
    });
    const sending = { kind: params.kind, source: "api", records: body.records, isTrial: false } as const;
    const received = await receiveRecords({ inTransaction: unit, world }, context.get("actor"), sending);
    return answer(context, received, (value) => toView(value, languageOf(context)));
  });
  serve(api, sendFile, async (context, { params, query, headers }) => {
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    const file = { kind: params.kind, bytes, mapping: query.mapping };
    const actor = context.get("actor");
    if (query.step === "preview")
      return answer(context, previewFeedFile({ inTransaction, world, parseCsv }, actor, file));
    const isTrial = query.step === "try";
    const key = headers["idempotency-key"];
    const unit =
      key === undefined || isTrial
        ? inTransaction
        : underKey(inTransaction, world, {
            key,
            endpoint: `receive_${params.kind}_file`,
            content: { file: world.sha256(Buffer.from(bytes).toString("base64")), mapping: query.mapping },
            onReplay: () => context.set("isReplayed", true),
          });
    const received = await receiveFeedFile({ inTransaction: unit, world, parseCsv }, actor, file, isTrial);
    return answer(context, received, (value) => toView(withoutTaken(value), languageOf(context)));
  });
  serve(api, list, async (context, { query: { cursor, limit } }) =>
    answer(context, await queries.listFeedBatches(context.get("actor"), { limit, ...(cursor ? { cursor } : {}) })),
  );
  serve(api, errors, async (context, { params }) => {
    const batch = await queries.getFeedBatch(context.get("actor"), params.id);
    if (!batch.ok || batch.value === null)
      return answer(context, batch.ok ? { ok: false, error: { kind: "not_found", what: "batch" } } : batch);
    const language = languageOf(context);
    const rows = batch.value.errors.map(({ row, orderNumber, outcome, pointer, fault, parameters }) => [
      ...[row, orderNumber, outcome, pointer, fault],
      wordsOf(fault, parameters, language),
    ]);
    return answerCsv("errors.csv", csvOf(["row", "orderNo", "outcome", "pointer", "code", "message"], rows));
  });
  serve(api, show, async (context, { params }) => {
    const batch = await queries.getFeedBatch(context.get("actor"), params.id);
    return batch.ok ? answerFound(context, batch.value, "batch") : answer(context, batch);
  });
};

/** Of a file only what was not simply taken is told. */
function withoutTaken(receipt: FeedReceipt): FeedReceipt {
  const told = receipt.receipts.filter(({ outcome }) => outcome === "refused" || outcome === "contradictory");
  return { ...receipt, receipts: told.slice(0, TOLD) };
}

function toView({ receipts, ...counts }: FeedReceipt, language: Language): z.infer<typeof receiptView> {
  return {
    ...counts,
    receipts: receipts.map(({ fault, parameters, ...receipt }) => ({
      ...receipt,
      code: fault,
      message: fault === null ? null : wordsOf(fault, parameters, language),
    })),
  };
}

/** A schema's own words are told as they are. */
function wordsOf(fault: string, parameters: Readonly<Record<string, string>>, language: Language): string {
  return isFault(fault) ? describeFault(fault, parameters, language) : fault;
}
