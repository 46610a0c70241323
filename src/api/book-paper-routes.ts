import { z } from "@hono/zod-openapi";
import { bindToBook } from "@/application/bind-to-book";
import { countStock, previewCount, settleCount } from "@/application/count-stock";
import { issueGatePass, makeVerificationList, recordDeparture } from "@/application/pass-gate";
import {
  bookImportPreviewView,
  gatePassView,
  shipmentBookView,
  stockCountView,
  verificationListView,
} from "@/contracts/views/book";
import { toCountPreview } from "./book-preview";
import { answer, answerFound, type Routes, unitOf } from "./context";
import { answerProblem, languageOf } from "./problems";
import { idParameter, operation, serve } from "./schemas";

const tags: [string] = ["Stock"];
const csv = z.string().max(900_000);

const counts = operation({
  method: "get",
  path: "/books/{id}/counts",
  summary: "Counts of the stock of a book, the last first",
  tags,
  params: idParameter,
  answer: z.object({ rows: z.array(stockCountView) }),
});
const preview = operation({
  method: "post",
  path: "/books/{id}/counts/preview",
  summary: "What a file of counted goods says beside the book",
  tags,
  params: idParameter,
  body: csv,
  contentType: "text/csv",
  answer: bookImportPreviewView,
});
const count = operation({
  method: "post",
  path: "/books/{id}/counts",
  summary: "Sign a count as a person; another person's signature lets it adjust the book",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({ csv, reason: z.string().trim().min(3).max(500) }),
  answer: z.object({ id: z.uuid() }),
});
const settle = operation({
  method: "post",
  path: "/stock-counts/{id}/signature",
  summary: "Sign a count as the second person, or reject it",
  tags,
  params: idParameter,
  body: z.strictObject({ approve: z.boolean() }),
});
const lists = operation({
  method: "get",
  path: "/books/{id}/lists",
  summary: "Verification lists of a book with their gate passes, the last first",
  tags,
  params: idParameter,
  answer: z.object({ rows: z.array(verificationListView) }),
});
const made = z.object({ id: z.uuid(), number: z.string() });
const makeList = operation({
  method: "post",
  path: "/books/{id}/lists",
  summary: "Make a verification list of released lines that are on none yet",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({ shipmentIds: z.array(z.uuid()).min(1).max(500).nullable() }),
  answer: made,
});
const issuePass = operation({
  method: "post",
  path: "/verification-lists/{id}/passes",
  summary: "Issue a gate pass for a list: one vehicle and its seal",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({
    vehicle: z.string().trim().min(2).max(20),
    seal: z.string().trim().min(2).max(30),
  }),
  answer: made,
});
const pass = operation({
  method: "get",
  path: "/gate-passes/{id}",
  summary: "A gate pass with its list",
  tags,
  params: idParameter,
  answer: gatePassView,
});
const leave = operation({
  method: "post",
  path: "/gate-passes/{id}/departure",
  summary: "Record once when the vehicle left, by the clock of the gate; before the goods were out it is an incident",
  tags,
  params: idParameter,
  body: z.strictObject({ leftAt: z.iso.datetime({ offset: true }) }),
  answer: z.object({ isIncident: z.boolean() }),
});
const ofShipment = operation({
  method: "get",
  path: "/shipments/{id}/book",
  summary: "What the lines of a shipment take of the account books",
  tags,
  params: idParameter,
  answer: shipmentBookView,
});
const bind = operation({
  method: "post",
  path: "/shipments/{id}/book",
  summary: "Choose the item, and where wanted the lot, that a line is taken from; null takes the choice back",
  tags,
  params: idParameter,
  body: z.strictObject({ line: z.number().int().min(1), itemId: z.uuid().nullable(), lotId: z.uuid().nullable() }),
});

export const bookPaperRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries, parseCsv } = services;
  serve(api, counts, async (context, { params }) =>
    answer(context, await queries.listStockCounts(context.get("actor"), params.id), (rows) => ({ rows })),
  );
  serve(api, preview, async (context, { params, body }) =>
    answer(context, await previewCount({ inTransaction, parseCsv }, context.get("actor"), params.id, body), (rows) =>
      toCountPreview(rows, languageOf(context)),
    ),
  );
  serve(api, count, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world, parseCsv };
    return answer(context, await countStock(ports, context.get("actor"), input.params.id, input.body));
  });
  serve(api, settle, async (context, { params, body }) =>
    answer(context, await settleCount({ inTransaction, world }, context.get("actor"), params.id, body.approve)),
  );
  serve(api, lists, async (context, { params }) =>
    answer(context, await queries.listVerificationLists(context.get("actor"), params.id), (rows) => ({ rows })),
  );
  serve(api, makeList, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    const { shipmentIds } = input.body;
    return answer(context, await makeVerificationList(ports, context.get("actor"), input.params.id, shipmentIds));
  });
  serve(api, issuePass, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await issueGatePass(ports, context.get("actor"), input.params.id, input.body));
  });
  serve(api, pass, async (context, { params }) => {
    const found = await queries.getGatePass(context.get("actor"), params.id);
    return found.ok ? answerFound(context, found.value, "gate pass") : answerProblem(context, found.error);
  });
  serve(api, leave, async (context, { params, body }) => {
    const leftAt = new Date(body.leftAt);
    return answer(context, await recordDeparture({ inTransaction, world }, context.get("actor"), params.id, leftAt));
  });
  serve(api, ofShipment, async (context, { params }) =>
    answerFound(context, await queries.getShipmentBook(context.get("actor"), params.id), "shipment"),
  );
  serve(api, bind, async (context, { params, body }) =>
    answer(
      context,
      await bindToBook({ inTransaction, world }, context.get("actor"), { shipmentId: params.id, ...body }),
    ),
  );
};
