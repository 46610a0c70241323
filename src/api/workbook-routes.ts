import { Readable } from "node:stream";
import { z } from "@hono/zod-openapi";
import { completeReview, proposeFromApplication, returnApplication, submitWorkbook } from "@/application/apply-for-aeo";
import {
  addWorkbookFile,
  answerCriterion,
  drawMockAudit,
  openWorkbook,
  recordAuditFinding,
  withdrawWorkbookFile,
} from "@/application/keep-workbook";
import { certificatePaper, readinessReport, workbookRows } from "@/application/print-workbook";
import type { Paper } from "@/application/printer";
import { workbookRowView, workbookView } from "@/contracts/views/credit-policy";
import { ANSWERS } from "@/domain/aeo/criterion";
import { FINDINGS } from "@/domain/aeo/mock-audit";
import { isLocalDate } from "@/domain/shared/local-date";
import { answer, answerFound, type Routes, unitOf } from "./context";
import { answerCsv, csvOf } from "./csv";
import { answerProblem } from "./problems";
import { idParameter, operation, serve } from "./schemas";

const tags: [string] = ["AEO workbook"];
const made = z.object({ id: z.uuid() });
const done = z.null();
const language = z.object({ language: z.enum(["en", "zh"]).default("en") });
const day = z.string().refine(isLocalDate, "form_date");

const own = operation({
  method: "get",
  path: "/aeo-workbooks",
  summary: "The firm's workbooks, the newest first",
  tags,
  answer: z.array(workbookRowView),
});
const applied = operation({
  method: "get",
  path: "/aeo-applications",
  summary: "The workbooks that firms handed in to the authority, the newest first",
  tags,
  answer: z.array(workbookRowView),
});
const open = operation({
  method: "post",
  path: "/aeo-workbooks",
  summary: "Open a workbook for a tier, or the yearly review of a certificate",
  tags,
  isKeyed: true,
  body: z.strictObject({
    tier: z.enum(["advanced_certified", "certified"]),
    holder: z.string().trim().min(1).max(200),
    reviewOf: z.uuid().nullable().default(null),
  }),
  answer: made,
});
const one = operation({
  method: "get",
  path: "/aeo-workbooks/{id}",
  summary: "A workbook with its criteria, answers, files, gaps, measures and mock audits",
  tags,
  params: idParameter,
  answer: workbookView,
});
const answerOne = operation({
  method: "put",
  path: "/aeo-workbooks/{id}/criteria/{code}",
  summary: "Answer a criterion",
  tags,
  params: idParameter.extend({ code: z.string().max(60) }),
  body: z.strictObject({ state: z.enum(ANSWERS), note: z.string().trim().max(2_000).default("") }),
  answer: done,
});
const upload = operation({
  method: "post",
  path: "/aeo-workbooks/{id}/criteria/{code}/files",
  summary: "Add a file that shows it: the file is the body, its name is percent-encoded in X-File-Name",
  tags,
  params: idParameter.extend({ code: z.string().max(60) }),
  headers: z.object({ "x-file-name": z.string().max(1_000).default("file") }),
  answer: made,
});
const withdraw = operation({
  method: "delete",
  path: "/aeo-workbook-files/{id}",
  summary: "Take a file out of an open workbook",
  tags,
  params: idParameter,
  answer: done,
});
const download = operation({
  method: "get",
  path: "/aeo-workbook-files/{id}",
  summary: "A file of a workbook, as it came",
  tags,
  params: idParameter,
  answer: z.string(),
  answerType: "application/octet-stream",
});
const audit = operation({
  method: "post",
  path: "/aeo-workbooks/{id}/mock-audits",
  summary: "Draw a mock audit of criteria and own shipments",
  tags,
  params: idParameter,
  isKeyed: true,
  answer: made,
});
const find = operation({
  method: "put",
  path: "/aeo-mock-audits/{id}/items/{position}",
  summary: "Say what was found of what a mock audit drew",
  tags,
  params: idParameter.extend({ position: z.coerce.number().int().min(0).max(1_000) }),
  body: z.strictObject({ finding: z.enum(FINDINGS), note: z.string().trim().max(2_000).default("") }),
  answer: done,
});
const submit = operation({
  method: "post",
  path: "/aeo-workbooks/{id}/submission",
  summary: "Hand the workbook in to the authority of a customs office, as a signed-in admin",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({ officeId: z.uuid() }),
  answer: done,
});
const review = operation({
  method: "post",
  path: "/aeo-workbooks/{id}/review",
  summary: "End the yearly review of a certificate",
  tags,
  params: idParameter,
  answer: done,
});
const giveBack = operation({
  method: "post",
  path: "/aeo-workbooks/{id}/return",
  summary: "Give an application back with what is missing, as an admin of the authority",
  tags,
  params: idParameter,
  body: z.strictObject({ note: z.string().trim().min(3).max(1_000) }),
  answer: done,
});
const proposeEntry = operation({
  method: "post",
  path: "/aeo-workbooks/{id}/proposal",
  summary: "Propose the entry that an application asks for; another admin approves it under /aeo",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({
    aeoCode: z.string().trim().min(3).max(40),
    validFrom: day,
    validTo: day.nullable(),
  }),
  answer: made,
});
const paper = (path: string, summary: string, answerType: string) =>
  operation({
    method: "get",
    path,
    summary,
    tags,
    params: idParameter,
    query: language,
    answer: z.string(),
    answerType,
  });
const report = paper("/aeo-workbooks/{id}/report.pdf", "The readiness report", "application/pdf");
const reportCsv = paper("/aeo-workbooks/{id}/report.csv", "The criteria with answers and gaps, as CSV", "text/csv");
const certificate = paper("/aeo-workbooks/{id}/certificate.pdf", "The certificate, as it stands", "application/pdf");

export const workbookRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries, files, printPaper, baseUrl } = services;
  const ports = { inTransaction, world };
  serve(api, own, async (context) => answer(context, await queries.listWorkbooks(context.get("actor"))));
  serve(api, applied, async (context) => answer(context, await queries.listApplications(context.get("actor"))));
  serve(api, open, async (context, input) =>
    answer(
      context,
      await openWorkbook({ inTransaction: unitOf(context, services, input), world }, context.get("actor"), input.body),
    ),
  );
  serve(api, one, async (context, { params }) =>
    answerFound(context, await queries.getWorkbook(context.get("actor"), params.id), "workbook"),
  );
  serve(api, answerOne, async (context, { params, body }) =>
    answer(context, await answerCriterion(ports, context.get("actor"), params.id, { criterion: params.code, ...body })),
  );
  serve(api, upload, async (context, { params, headers }) => {
    const { body } = context.req.raw;
    if (!body) return answerProblem(context, { kind: "invalid_input", pointer: "/file", fault: "workbook_file_size" });
    return answer(
      context,
      await addWorkbookFile({ ...ports, files }, context.get("actor"), params.id, {
        criterion: params.code,
        name: nameOf(headers["x-file-name"]),
        mediaType: context.req.header("content-type") ?? "application/octet-stream",
        stream: Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]),
      }),
    );
  });
  serve(api, withdraw, async (context, { params }) =>
    answer(context, await withdrawWorkbookFile(ports, context.get("actor"), params.id)),
  );
  serve(api, download, async (context, { params }) => {
    const found = await queries.getWorkbookFile(context.get("actor"), params.id);
    const bytes = found && (await files.read(found.sha256));
    if (!found || !bytes) return answerProblem(context, { kind: "not_found", what: "file" });
    return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream, {
      headers: {
        "content-type": "application/octet-stream",
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
        "x-content-type-options": "nosniff",
      },
    });
  });
  serve(api, audit, async (context, input) =>
    answer(
      context,
      await drawMockAudit(
        { inTransaction: unitOf(context, services, input), world },
        context.get("actor"),
        input.params.id,
      ),
    ),
  );
  serve(api, find, async (context, { params, body }) =>
    answer(context, await recordAuditFinding(ports, context.get("actor"), params.id, params.position, body)),
  );
  serve(api, submit, async (context, input) =>
    answer(
      context,
      await submitWorkbook(
        { inTransaction: unitOf(context, services, input), world },
        context.get("actor"),
        input.params.id,
        input.body.officeId,
      ),
    ),
  );
  serve(api, review, async (context, { params }) =>
    answer(context, await completeReview(ports, context.get("actor"), params.id)),
  );
  serve(api, giveBack, async (context, { params, body }) =>
    answer(context, await returnApplication(ports, context.get("actor"), params.id, body.note)),
  );
  serve(api, proposeEntry, async (context, input) =>
    answer(
      context,
      await proposeFromApplication(
        { inTransaction: unitOf(context, services, input), world },
        context.get("actor"),
        input.params.id,
        input.body,
      ),
    ),
  );
  const printed = async (made: Paper | null) => made && pdfOf(made.title, await printPaper(made));
  serve(api, report, async (context, { params, query }) => {
    const found = await queries.getWorkbook(context.get("actor"), params.id);
    const made = found && (await printed(readinessReport(found, query.language, world.now())));
    return made ?? answerProblem(context, { kind: "not_found", what: "workbook" });
  });
  serve(api, certificate, async (context, { params, query }) => {
    const found = await queries.getWorkbook(context.get("actor"), params.id);
    const address = `${baseUrl}/broker/aeo/${params.id}`;
    const made = found && (await printed(certificatePaper(found, query.language, world.now(), address)));
    return made ?? answerProblem(context, { kind: "not_found", what: "certificate" });
  });
  serve(api, reportCsv, async (context, { params, query }) => {
    const found = await queries.getWorkbook(context.get("actor"), params.id);
    if (!found) return answerProblem(context, { kind: "not_found", what: "workbook" });
    const { columns, rows } = workbookRows(found, query.language);
    return answerCsv("aeo-readiness.csv", csvOf(columns, rows));
  });
};

function pdfOf(title: string, bytes: Uint8Array<ArrayBuffer>): Response {
  return new Response(bytes, {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(`${title}.pdf`)}`,
    },
  });
}

function nameOf(header: string): string {
  try {
    return decodeURIComponent(header).trim().slice(0, 200) || "file";
  } catch {
    return "file";
  }
}
