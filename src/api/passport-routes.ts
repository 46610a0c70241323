import { z } from "@hono/zod-openapi";
import { fillFromPassport } from "@/application/fill-from-passport";
import { importPassport } from "@/application/import-passport";
import { issuePassport } from "@/application/issue-passport";
import {
  changePassport,
  discardPassport,
  draftPassport,
  keepPassportLabel,
  renewPassport,
} from "@/application/keep-passports";
import { liftSuspension, revokePassport, suspendPassport } from "@/application/take-back-passport";
import { passportContent, revocationReason } from "@/contracts/passport";
import { describeVerdict } from "@/contracts/passport-verdict-words";
import { importedPassportView, PASSPORT_LISTS, passportRowView, passportView } from "@/contracts/views/passport";
import { answer, answerFound, type Routes, unitOf } from "./context";
import { answerProblem, languageOf } from "./problems";
import { idParameter, listing, listQuery, operation, serve } from "./schemas";

const tags: [string] = ["Passports"];
const nothing = z.null();
const draft = z.strictObject({ content: passportContent, shipmentIds: z.array(z.uuid()).max(20).default([]) });
const why = z.strictObject({ reason: revocationReason, note: z.string().trim().max(2_000) });

const list = operation({
  method: "get",
  path: "/passports",
  summary: "Passports of goods, the last begun first",
  tags,
  query: listQuery.extend({
    list: z.enum(PASSPORT_LISTS).default("in_force"),
    search: z.string().trim().min(1).max(100).optional(),
  }),
  answer: listing(passportRowView),
});
const get = operation({
  method: "get",
  path: "/passports/{id}",
  summary: "One passport with its versions, its credential and where it is published",
  tags,
  params: idParameter,
  answer: passportView,
});
const begin = operation({
  method: "post",
  path: "/passports",
  summary: "Begin a passport of goods as a draft",
  tags,
  isKeyed: true,
  body: draft,
  answer: z.object({ id: z.uuid() }),
});
const change = operation({
  method: "put",
  path: "/passports/{id}",
  summary: "Change what a draft says",
  tags,
  params: idParameter,
  body: draft,
  answer: nothing,
});
const discard = operation({
  method: "delete",
  path: "/passports/{id}",
  summary: "Throw a draft away",
  tags,
  params: idParameter,
  answer: nothing,
});
const label = operation({
  method: "post",
  path: "/passport-labels",
  summary: "Keep a picture of a label; the body is the picture, PNG or JPEG",
  tags,
  answer: z.object({ sha256: z.string(), mediaType: z.enum(["image/png", "image/jpeg"]) }),
});
const issue = operation({
  method: "post",
  path: "/passports/{id}/issue",
  summary: "Issue a draft: it is signed and published, and takes the place of the version before",
  tags,
  isKeyed: true,
  params: idParameter,
  answer: z.object({ publicId: z.string() }),
});
const renew = operation({
  method: "post",
  path: "/passports/{id}/versions",
  summary: "Begin the next version of an issued passport as a draft",
  tags,
  isKeyed: true,
  params: idParameter,
  answer: z.object({ id: z.uuid() }),
});
const suspend = operation({
  method: "post",
  path: "/passports/{id}/suspend",
  summary: "Suspend a passport at once; a second person then revokes it or lifts the suspension",
  tags,
  params: idParameter,
  body: why,
  answer: nothing,
});
const lift = operation({
  method: "post",
  path: "/passports/{id}/lift",
  summary: "Let a suspended passport count again, as a second person",
  tags,
  params: idParameter,
  answer: nothing,
});
const revoke = operation({
  method: "post",
  path: "/passports/{id}/revoke",
  summary: "Revoke a suspended passport for good, as a second person",
  tags,
  params: idParameter,
  body: why,
  answer: nothing,
});
const qr = operation({
  method: "get",
  path: "/passports/{id}/qr",
  summary: "The QR code of the goods' GS1 Digital Link, for screen and print",
  tags,
  params: idParameter,
  answer: z.string(),
  answerType: "image/svg+xml",
});

const importOne = operation({
  method: "post",
  path: "/passports/imports",
  summary: "Check a passport that somebody else issued, and keep it when its signature is right",
  tags,
  body: z.strictObject({ text: z.string().min(1).max(200_000) }),
  answer: importedPassportView,
});
const fill = operation({
  method: "post",
  path: "/shipments/{id}/passport-values",
  summary: "Fill what a goods line does not state from the passport of its goods; what it says otherwise is given back",
  tags,
  params: idParameter,
  body: z.strictObject({
    line: z.number().int().min(1).max(9_999),
    /** A GTIN, a GS1 Digital Link or the address of a passport. */
    goods: z.string().trim().min(8).max(1_000),
  }),
  answer: z.object({
    passportId: z.uuid(),
    name: z.string(),
    filled: z.array(z.object({ name: z.string(), value: z.string() })),
    contradictions: z.array(z.object({ name: z.string(), stated: z.string(), passport: z.string() })),
  }),
});

/** Passports of goods: drafted, issued, renewed and taken back. */
export const passportRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries, files, inspector, passports } = services;
  const ports = { inTransaction, world, ...passports };
  const { base } = passports.issuer;
  serve(api, list, async (context, { query }) => {
    const { cursor, search, ...rest } = query;
    const options = { ...rest, ...(cursor ? { cursor } : {}), ...(search ? { search } : {}) };
    return answer(context, await queries.listPassports(context.get("actor"), options));
  });
  serve(api, get, async (context, { params }) => {
    const found = await queries.getPassport(context.get("actor"), params.id, base);
    return found.ok ? answerFound(context, found.value, "passport") : answer(context, found);
  });
  serve(api, begin, async (context, input) => {
    const keyed = { ...ports, inTransaction: unitOf(context, services, input) };
    return answer(context, await draftPassport(keyed, context.get("actor"), input.body));
  });
  serve(api, change, async (context, { params, body }) =>
    answer(context, await changePassport(ports, context.get("actor"), { passportId: params.id, ...body })),
  );
  serve(api, discard, async (context, { params }) =>
    answer(context, await discardPassport(ports, context.get("actor"), params.id)),
  );
  serve(api, label, async (context) => {
    const stream = context.req.raw.body as (ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) | null;
    if (!stream) return answerProblem(context, { kind: "file_rejected", reason: "empty" });
    return answer(context, await keepPassportLabel({ ...ports, files, inspector }, context.get("actor"), stream));
  });
  serve(api, issue, async (context, input) => {
    const keyed = { ...ports, inTransaction: unitOf(context, services, input) };
    return answer(context, await issuePassport(keyed, context.get("actor"), input.params.id));
  });
  serve(api, renew, async (context, input) => {
    const keyed = { ...ports, inTransaction: unitOf(context, services, input) };
    return answer(context, await renewPassport(keyed, context.get("actor"), input.params.id));
  });
  serve(api, suspend, async (context, { params, body }) =>
    answer(context, await suspendPassport(ports, context.get("actor"), { passportId: params.id, ...body })),
  );
  serve(api, lift, async (context, { params }) =>
    answer(context, await liftSuspension(ports, context.get("actor"), params.id)),
  );
  serve(api, revoke, async (context, { params, body }) =>
    answer(context, await revokePassport(ports, context.get("actor"), { passportId: params.id, ...body })),
  );
  serve(api, importOne, async (context, { body }) =>
    answer(context, await importPassport(ports, context.get("actor"), body.text), (found) => ({
      ...found,
      ...describeVerdict(found.verdict, languageOf(context)),
    })),
  );
  serve(api, fill, async (context, { params, body }) =>
    answer(context, await fillFromPassport(ports, context.get("actor"), { shipmentId: params.id, ...body })),
  );
  serve(api, qr, async (context, { params }) => {
    const found = await queries.getPassport(context.get("actor"), params.id, base);
    if (!found.ok) return answer(context, found);
    if (!found.value) return answerProblem(context, { kind: "not_found", what: "passport" });
    return new Response(passports.qrSvg(found.value.digitalLink, found.value.gtin), {
      headers: {
        "content-type": "image/svg+xml",
        "content-security-policy": "sandbox",
        "x-content-type-options": "nosniff",
      },
    });
  });
};
