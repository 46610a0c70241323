import { Readable } from "node:stream";
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { denyCopy } from "@/application/deny-copy";
import { joinDocument, splitDocument } from "@/application/divide-document";
import { toFieldView } from "@/application/field-view";
import { placeDocument } from "@/application/move-document";
import { readAgain } from "@/application/read-again";
import { receiveDocument } from "@/application/receive-document";
import { reopenField } from "@/application/reopen-field";
import { confirmField, rejectField } from "@/application/settle-field";
import { documentView, fieldView } from "@/contracts/views/document";
import { type ApiEnv, answer, answerFound, type Routes } from "./context";
import { answerProblem } from "./problems";
import { idParameter, operation, serve } from "./schemas";
import { place as placeOnPage } from "./validation-routes";

const tags: [string] = ["Documents"];

const fileName = z.object({ "x-file-name": z.string().max(1_000).default("document") });
const received = z.object({
  document: documentView,
  isDuplicate: z.boolean(),
  /** Whether more files may join its shipment. */
  isOpen: z.boolean(),
});
const upload = operation({
  method: "post",
  path: "/shipments/{id}/documents",
  summary: "Upload a document: the file is the body, its name is percent-encoded in X-File-Name",
  tags,
  params: idParameter,
  headers: fileName,
  answer: received,
});
const intake = operation({
  method: "post",
  path: "/documents",
  summary:
    "Upload a document that begins a shipment, which is opened for it unless the file is here already. Files of one X-Drop are sorted into shipments once they are read",
  tags,
  headers: fileName.extend({ "x-drop": z.uuid().optional() }),
  answer: received,
});
const split = operation({
  method: "post",
  path: "/documents/{id}/split",
  summary: "Let another document begin on a page of this one",
  tags,
  params: idParameter,
  body: z.strictObject({ page: z.number().int().min(2) }),
  answer: documentView,
});
const join = operation({
  method: "post",
  path: "/documents/{id}/join",
  summary: "Join a document with the one before it in the same file; the answer is the joined one",
  tags,
  params: idParameter,
  answer: documentView,
});
const place = operation({
  method: "post",
  path: "/documents/{id}/placement",
  summary: "Say to which shipment a document belongs: its own, another open one, or, with null, a new one",
  tags,
  params: idParameter,
  body: z.strictObject({ shipmentId: z.uuid().nullable() }),
  answer: documentView,
});
const noCopy = operation({
  method: "delete",
  path: "/documents/{id}/copy",
  summary: "Say that a document is no copy but another paper, whose values count",
  tags,
  params: idParameter,
  answer: documentView,
});
const show = operation({
  method: "get",
  path: "/documents/{id}",
  summary: "Show a document with its pages and fields",
  tags,
  params: idParameter,
  answer: documentView,
});
const file = operation({
  method: "get",
  path: "/documents/{id}/file",
  summary: "Download the file as uploaded",
  tags,
  params: idParameter,
  answer: z.string(),
  answerType: "application/octet-stream",
});
const pageParameters = z.object({ id: z.uuid(), number: z.coerce.number().int().min(1) });
const image = operation({
  method: "get",
  path: "/documents/{id}/pages/{number}/image",
  summary: "The picture of an upright page",
  tags,
  params: pageParameters,
  answer: z.string(),
  answerType: "image/webp",
});
const retry = operation({
  method: "post",
  path: "/documents/{id}/retry",
  summary: "Read a document once more; what was settled stays, and what is read differently is asked",
  tags,
  params: idParameter,
  answer: documentView,
});
const confirm = operation({
  method: "post",
  path: "/fields/{id}/confirmation",
  summary: "Confirm a value, or correct it",
  tags,
  params: idParameter,
  body: z.strictObject({
    value: z.string().min(1).max(2_000).optional(),
    /** How the field stood when it was looked at; when it stands otherwise now, the answer is 409. */
    seen: z.strictObject({ status: fieldView.shape.status, value: z.string().max(2_000).optional() }).optional(),
    /** Where on the page the value was found, when the person pointed at it. */
    place: placeOnPage.optional(),
  }),
  answer: fieldView,
});
const reject = operation({
  method: "post",
  path: "/fields/{id}/rejection",
  summary: "Say that the value is not on the document",
  tags,
  params: idParameter,
  query: z.object({ seen: fieldView.shape.status.optional() }),
  answer: fieldView,
});
const reopen = operation({
  method: "post",
  path: "/fields/{id}/reopening",
  summary: "Take back what was said of a value; null when it had been added by a person, and is gone",
  tags,
  params: idParameter,
  query: z.object({ seen: fieldView.shape.status.optional() }),
  answer: z.object({ field: fieldView.nullable() }),
});

export const documentRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries, files, inspector } = services;
  const receive = async (
    context: Context<ApiEnv>,
    shipmentId: string | null,
    name: string,
    dropId: string | null = null,
  ): Promise<Response> => {
    const actor = context.get("actor");
    const stream = context.req.raw.body as (ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) | null;
    if (!stream) return answerProblem(context, { kind: "file_rejected", reason: "empty" });
    const taken = await receiveDocument({ inTransaction, files, inspector, world }, actor, {
      shipmentId,
      fileName: decodeName(name),
      stream,
      dropId,
    });
    if (!taken.ok) return answer(context, taken);
    const { document, ...rest } = taken.value;
    return answerFound(context, { document: await queries.getDocument(actor, document.id), ...rest }, "document");
  };
  serve(api, upload, (context, input) => receive(context, input.params.id, input.headers["x-file-name"]));
  serve(api, intake, (context, input) =>
    receive(context, null, input.headers["x-file-name"], input.headers["x-drop"] ?? null),
  );
  const shown = async (context: Context<ApiEnv>, id: string) =>
    answerFound(context, await queries.getDocument(context.get("actor"), id), "document");
  serve(api, split, async (context, input) => {
    const { id } = input.params;
    const divided = await splitDocument({ inTransaction, world }, context.get("actor"), id, input.body.page);
    return divided.ok ? shown(context, divided.value.id) : answer(context, divided);
  });
  serve(api, join, async (context, input) => {
    const joined = await joinDocument({ inTransaction, world }, context.get("actor"), input.params.id);
    return joined.ok ? shown(context, joined.value.id) : answer(context, joined);
  });
  serve(api, place, async (context, input) => {
    const { id } = input.params;
    const { shipmentId } = input.body;
    const placed = await placeDocument({ inTransaction, world }, context.get("actor"), id, shipmentId);
    return placed.ok ? shown(context, id) : answer(context, placed);
  });
  serve(api, noCopy, async (context, input) => {
    const { id } = input.params;
    const denied = await denyCopy(inTransaction, context.get("actor"), id);
    return denied.ok ? shown(context, id) : answer(context, denied);
  });
  serve(api, show, async (context, input) =>
    answerFound(context, await queries.getDocument(context.get("actor"), input.params.id), "document"),
  );
  serve(api, file, async (context, input) => {
    const found = await queries.getDocument(context.get("actor"), input.params.id);
    const bytes = found && (await files.read(found.sha256));
    if (!found || !bytes) return answerProblem(context, { kind: "not_found", what: "document" });
    return download(
      bytes,
      "application/octet-stream",
      `attachment; filename*=UTF-8''${encodeURIComponent(found.fileName)}`,
    );
  });
  serve(api, image, async (context, input) => {
    const { id, number } = input.params;
    const sha256 = await queries.getPageImage(context.get("actor"), id, number);
    const bytes = sha256 && (await files.read(sha256));
    if (!bytes) return answerProblem(context, { kind: "not_found", what: "page" });
    const response = download(bytes, "image/webp", "inline");
    response.headers.set("cache-control", "private, max-age=31536000, immutable");
    return response;
  });
  serve(api, retry, async (context, input) => {
    const actor = context.get("actor");
    const { id } = input.params;
    const again = await readAgain(inTransaction, actor, id);
    if (!again.ok) return answer(context, again);
    return answerFound(context, await queries.getDocument(actor, id), "document");
  });
  serve(api, confirm, async (context, input) => {
    const { value, seen, place } = input.body;
    return answer(
      context,
      await confirmField(inTransaction, context.get("actor"), input.params.id, value ?? null, seen, place),
      toFieldView,
    );
  });
  serve(api, reject, async (context, input) => {
    const { seen } = input.query;
    const actor = context.get("actor");
    const rejected = await rejectField(inTransaction, actor, input.params.id, seen && { status: seen });
    return answer(context, rejected, toFieldView);
  });
  serve(api, reopen, async (context, { params, query: { seen } }) => {
    const again = await reopenField(inTransaction, context.get("actor"), params.id, seen && { status: seen });
    return answer(context, again, (field) => ({ field: field && toFieldView(field) }));
  });
};

/** What a stranger uploaded is never drawn by the browser as a page of ours. */
function download(bytes: AsyncIterable<Uint8Array>, type: string, disposition: string): Response {
  return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": type,
      "content-disposition": disposition,
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox",
    },
  });
}

function decodeName(encoded: string): string {
  try {
    return decodeURIComponent(encoded).replaceAll("\u0000", "");
  } catch {
    return "document";
  }
}
