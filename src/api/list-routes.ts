import { z } from "@hono/zod-openapi";
import { beginExport, MOST_EXPORTED } from "@/application/export-list";
import { LISTS, queryOf } from "@/contracts/lists";
import { readColumns } from "@/domain/working-list/columns";
import { wordsIn } from "@/runtime/words";
import { answer, type Routes } from "./context";
import { decisionExport, reviewExport } from "./lists/authority-lists";
import { messageExport, orderExport, shipmentExport } from "./lists/broker-lists";
import type { Exported } from "./lists/exported";
import { itemExport, passportExport, permitExport, returnExport, whitelistExport } from "./lists/record-lists";
import { streamExport } from "./lists/stream-export";
import { languageOf } from "./problems";
import { operation, serve } from "./schemas";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
type Format = keyof typeof TYPES;

/** Of those that were chosen on one page. */
const MOST_CHOSEN = 200;
const chosen = z
  .string()
  .max(MOST_CHOSEN * 37)
  .refine((text) => text.split(",").every((id) => z.uuid().safeParse(id).success), "malformed");

/** Every working list as a file: what a screen shows under these filters, in its order and columns, all pages of it. */
export const listRoutes: Routes = (api, services) => {
  const both = <R>(exported: Exported<R>) => {
    serveExport(api, services, exported, "csv");
    serveExport(api, services, exported, "xlsx");
  };
  both(shipmentExport);
  both(orderExport);
  both(reviewExport);
  both(messageExport);
  both(permitExport);
  both(passportExport);
  both(returnExport);
  both(itemExport);
  both(whitelistExport);
  both(decisionExport);
};

function serveExport<R>(
  api: Parameters<Routes>[0],
  services: Parameters<Routes>[1],
  exported: Exported<R>,
  format: Format,
): void {
  const { list } = exported;
  const stated = operation({
    method: "get",
    path: `/lists/${list}.${format}`,
    summary: `The list of ${list} as ${format.toUpperCase()}, at most ${MOST_EXPORTED} rows of one moment; it is audited`,
    tags: ["Lists"],
    query: LISTS[list].filter.extend({
      /** Those of the list that the file has, apart by commas; those that it shows at first where none are named. */
      columns: z.string().max(400).optional(),
      ...(list === "shipments" ? { ids: chosen.optional() } : {}),
    }),
    answer: z.string(),
    answerType: TYPES[format].split(";")[0] ?? format,
  });
  serve(api, stated, async (context, input) => {
    const asked = input.query as Readonly<Record<string, string | undefined>>;
    const columns = readColumns(LISTS[list], asked.columns);
    const query = { ...queryOf(list, asked), ...(asked.ids ? { ids: asked.ids } : {}) };
    const actor = context.get("actor");
    const begun = await beginExport(services, actor, { list, format, query, columns });
    if (!begun.ok) return answer(context, begun);
    const say = wordsIn(languageOf(context));
    const sent = await streamExport(services, actor, exported, { ...begun.value, format, query, columns, say });
    if (!sent.ok) return answer(context, sent);
    return new Response(sent.value, {
      headers: {
        "content-type": TYPES[format],
        "content-disposition": `attachment; filename="${list}-${services.world.today()}.${format}"`,
        "x-row-limit": String(MOST_EXPORTED),
        "x-snapshot": "repeatable-read",
      },
    });
  });
}
