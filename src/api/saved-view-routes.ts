import { z } from "@hono/zod-openapi";
import { beginWithView, changeView, removeView, saveView } from "@/application/keep-views";
import { listName } from "@/contracts/lists";
import { savedViewView, viewColumns, viewName, viewQuery } from "@/contracts/views/saved-view";
import { answer, type Routes, unitOf } from "./context";
import { idParameter, operation, serve } from "./schemas";

const tags: [string] = ["Lists"];
const nothing = z.null();

const list = operation({
  method: "get",
  path: "/saved-views",
  summary: "Saved views of a list or of all lists: one's own, and those that colleagues share",
  tags,
  query: z.object({ list: listName.optional() }),
  answer: z.object({ rows: z.array(savedViewView) }),
});
const save = operation({
  method: "post",
  path: "/saved-views",
  summary: "Save a view of a list, as a signed-in person: its filters as its address says them, and its columns",
  tags,
  isKeyed: true,
  body: z.strictObject({
    list: listName,
    name: viewName,
    query: viewQuery.default({}),
    columns: viewColumns.default([]),
    isShared: z.boolean().default(false),
  }),
  answer: z.object({ id: z.uuid() }),
});
const change = operation({
  method: "patch",
  path: "/saved-views/{id}",
  summary: "Rename a view of one's own, share it, or save what the list shows now",
  tags,
  params: idParameter,
  body: z.strictObject({
    name: viewName.optional(),
    query: viewQuery.optional(),
    columns: viewColumns.optional(),
    isShared: z.boolean().optional(),
  }),
  answer: nothing,
});
const remove = operation({
  method: "delete",
  path: "/saved-views/{id}",
  summary: "Delete a view of one's own",
  tags,
  params: idParameter,
  answer: nothing,
});
const begin = operation({
  method: "put",
  path: "/saved-views/{id}/default",
  summary: "Begin the list with this view, or no longer",
  tags,
  params: idParameter,
  body: z.strictObject({ isDefault: z.boolean() }),
  answer: nothing,
});

/** Views of working lists that people save. */
export const savedViewRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries } = services;
  serve(api, list, async (context, { query }) =>
    answer(context, await queries.listSavedViews(context.get("actor"), query.list), (rows) => ({ rows })),
  );
  serve(api, save, async (context, input) =>
    answer(
      context,
      await saveView({ inTransaction: unitOf(context, services, input), world }, context.get("actor"), input.body),
    ),
  );
  serve(api, change, async (context, { params, body }) =>
    answer(context, await changeView({ inTransaction }, context.get("actor"), { viewId: params.id, ...body })),
  );
  serve(api, remove, async (context, { params }) =>
    answer(context, await removeView({ inTransaction }, context.get("actor"), params.id)),
  );
  serve(api, begin, async (context, { params, body }) =>
    answer(context, await beginWithView({ inTransaction }, context.get("actor"), { viewId: params.id, ...body })),
  );
};
