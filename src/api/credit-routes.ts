import { z } from "@hono/zod-openapi";
import {
  approveAuthorisation,
  importAuthorisations,
  previewImport,
  proposeAuthorisation,
  suspendAuthorisation,
} from "@/application/maintain-aeo";
import { type AeoImportPreviewView, aeoImportPreviewView, aeoRowView } from "@/contracts/views/credit";
import { describeFault, type Language } from "@/contracts/words";
import { CREDIT_TIERS } from "@/domain/aeo/authorisation";
import type { WhitelistRow } from "@/domain/aeo/import";
import { isLocalDate } from "@/domain/shared/local-date";
import { answer, type Routes, unitOf } from "./context";
import { languageOf } from "./problems";
import { idParameter, listing, listQuery, operation, serve } from "./schemas";

const tags: [string] = ["Credit"];

const date = z.string().refine(isLocalDate, "form_date");
const proposal = z.strictObject({
  aeoCode: z.string().trim().min(3).max(40),
  holder: z.string().trim().min(1).max(200),
  tier: z.enum(CREDIT_TIERS),
  scope: z.strictObject({
    roles: z.array(z.string().max(20)).max(10),
    commodityPrefixes: z.array(z.string().regex(/^\d{2,10}$/)).max(100),
    origins: z.array(z.string().regex(/^[A-Z]{2}$/)).max(250),
    regimes: z
      .array(z.string().regex(/^\d{4}$/))
      .max(50)
      .default([]),
    valueCap: z
      .string()
      .regex(/^\d{1,14}(\.\d{1,2})?$/)
      .nullable(),
  }),
  validFrom: date,
  validTo: date.nullable(),
  source: z.string().trim().min(1).max(500),
});
const csv = z.string().max(5_000_000);
const list = operation({
  method: "get",
  path: "/aeo",
  summary: "The AEO whitelist",
  tags,
  query: listQuery,
  answer: listing(aeoRowView),
});
const propose = operation({
  method: "post",
  path: "/aeo",
  summary: "Propose an authorisation, as a signed-in admin; another admin approves it",
  tags,
  isKeyed: true,
  body: proposal,
  answer: z.object({ id: z.uuid() }),
});
const approve = operation({
  method: "post",
  path: "/aeo/{id}/approval",
  summary: "Approve or reject what another admin proposed",
  tags,
  params: idParameter,
  body: z.strictObject({ approve: z.boolean() }),
  answer: z.object({ id: z.uuid() }),
});
const suspend = operation({
  method: "post",
  path: "/aeo/{id}/suspension",
  summary: "Suspend an authorisation at once",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
  answer: z.object({ id: z.uuid() }),
});
const preview = operation({
  method: "post",
  path: "/aeo/import/preview",
  summary: "What a CSV file would change, row by row",
  tags,
  body: csv,
  contentType: "text/csv",
  answer: aeoImportPreviewView,
});
const load = operation({
  method: "post",
  path: "/aeo/import",
  summary: "Propose what a CSV file changes",
  tags,
  body: csv,
  contentType: "text/csv",
  answer: z.object({ proposed: z.number().int() }),
});

export const creditRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries, parseCsv } = services;
  serve(api, list, async (context, input) => {
    const { cursor, limit } = input.query;
    return Response.json(await queries.listAeo(context.get("actor"), { limit, ...(cursor ? { cursor } : {}) }));
  });
  serve(api, propose, async (context, input) =>
    answer(
      context,
      await proposeAuthorisation(
        { inTransaction: unitOf(context, services, input), world },
        context.get("actor"),
        input.body,
      ),
    ),
  );
  serve(api, approve, async (context, input) => {
    const { id } = input.params;
    return answer(
      context,
      await approveAuthorisation({ inTransaction, world }, context.get("actor"), id, input.body.approve),
    );
  });
  serve(api, suspend, async (context, input) =>
    answer(
      context,
      await suspendAuthorisation(
        { inTransaction: unitOf(context, services, input), world },
        context.get("actor"),
        input.params.id,
        input.body.reason,
      ),
    ),
  );
  serve(api, preview, async (context, input) =>
    answer(context, await previewImport({ inTransaction, world, parseCsv }, context.get("actor"), input.body), (rows) =>
      toPreviewView(rows, languageOf(context)),
    ),
  );
  serve(api, load, async (context, input) =>
    answer(context, await importAuthorisations({ inTransaction, world, parseCsv }, context.get("actor"), input.body)),
  );
};

function toPreviewView(rows: readonly WhitelistRow[], language: Language): AeoImportPreviewView {
  return {
    rows: rows.map(({ entry: _entry, differences, fault, ...row }) => ({
      ...row,
      differences: [...differences],
      problem: fault && { code: fault.code, message: describeFault(fault.code, fault.parameters, language) },
    })),
  };
}
