import { z } from "@hono/zod-openapi";
import { importPermits, previewPermits } from "@/application/import-permits";
import { changePermit, recordPermit, withdrawPermit } from "@/application/keep-permits";
import { country, day, prefix, quantity } from "@/contracts/dated";
import { endingView } from "@/contracts/views/ending";
import { PERMIT_LISTS, permitImportPreviewView, permitKindView, permitView, unitName } from "@/contracts/views/permit";
import { describeFault } from "@/contracts/words";
import { answer, type Routes, unitOf } from "./context";
import { languageOf } from "./problems";
import { idParameter, listing, listQuery, operation, serve } from "./schemas";

const tags: [string] = ["Permits"];
const nothing = z.null();
const named = z.string().trim().min(1).max(200);
const terms = z.strictObject({
  holder: named,
  issuer: named,
  commodityPrefixes: z.array(prefix).max(200).default([]),
  words: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
  origins: z.array(country).max(50).default([]),
  quantity: quantity.nullable().default(null),
  unit: unitName.nullable().default(null),
  validFrom: day,
  validTo: day.nullable().default(null),
});

const list = operation({
  method: "get",
  path: "/permits",
  summary: "Permits, registrations and certificates on record, the last recorded first",
  tags,
  query: listQuery.extend({ list: z.enum(PERMIT_LISTS).default("on_record") }),
  answer: listing(permitView),
});
const kinds = operation({
  method: "get",
  path: "/permit-kinds",
  summary: "The kinds of permits that requirements of today ask for, with the form of their numbers where it is known",
  tags,
  answer: z.array(permitKindView),
});
const endings = operation({
  method: "get",
  path: "/endings",
  summary:
    "What runs out within sixty days, or has: permits and account books of a broker, authorisations of an authority",
  tags,
  answer: z.object({ rows: z.array(endingView) }),
});
const record = operation({
  method: "post",
  isKeyed: true,
  path: "/permits",
  summary: "Record a permit, registration or certificate",
  tags,
  body: terms.extend({ kind: z.string().max(60), number: z.string().trim().min(1).max(200) }),
  answer: z.object({ id: z.uuid(), isFormKnown: z.boolean() }),
});
const csv = z.string().max(5_000_000);
const tryFile = operation({
  method: "post",
  path: "/permits/import/preview",
  summary: "Try a CSV file of permits: each row, and what is wrong with it in which column; nothing is recorded",
  tags,
  body: csv,
  contentType: "text/csv",
  answer: permitImportPreviewView,
});
const importFile = operation({
  method: "post",
  path: "/permits/import",
  summary: "Record the permits of a CSV file, all of them or none",
  tags,
  isKeyed: true,
  body: csv,
  contentType: "text/csv",
  answer: z.object({ recorded: z.number().int() }),
});
const change = operation({
  method: "patch",
  path: "/permits/{id}",
  summary: "Mend what a permit says beside its kind and number",
  tags,
  params: idParameter,
  body: terms,
  answer: nothing,
});
const withdraw = operation({
  method: "delete",
  path: "/permits/{id}",
  summary: "Take a permit off the record",
  tags,
  params: idParameter,
  answer: nothing,
});

/** Permits, registrations and certificates of a broker. */
export const permitRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries, parseCsv } = services;
  serve(api, list, async (context, { query }) => {
    const { cursor, ...rest } = query;
    return answer(context, await queries.listPermits(context.get("actor"), { ...rest, ...(cursor ? { cursor } : {}) }));
  });
  serve(api, kinds, async (context) => answer(context, await queries.listPermitKinds(context.get("actor"))));
  serve(api, endings, async (context) =>
    answer(context, await queries.listEndings(context.get("actor")), (rows) => ({ rows })),
  );
  serve(api, record, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await recordPermit(ports, context.get("actor"), input.body));
  });
  serve(api, tryFile, async (context, { body }) =>
    answer(
      context,
      await previewPermits({ inTransaction, world, parseCsv }, context.get("actor"), String(body)),
      (rows) => ({
        rows: rows.map(({ row, number, fault }) => ({
          ...{ row, number },
          problem: fault && {
            ...{ code: fault.code, column: fault.column },
            message: describeFault(fault.code, fault.parameters, languageOf(context)),
          },
        })),
      }),
    ),
  );
  serve(api, importFile, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world, parseCsv };
    return answer(context, await importPermits(ports, context.get("actor"), String(input.body)));
  });
  serve(api, change, async (context, { params, body }) =>
    answer(
      context,
      await changePermit({ inTransaction, world }, context.get("actor"), { permitId: params.id, ...body }),
    ),
  );
  serve(api, withdraw, async (context, { params }) =>
    answer(context, await withdrawPermit({ inTransaction }, context.get("actor"), params.id)),
  );
};
