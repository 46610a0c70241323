import { z } from "@hono/zod-openapi";
import { askRelease } from "@/application/ask-release";
import { evidenceRequirement } from "@/application/evidence-requirement";
import { WITHDRAWAL_REASONS } from "@/application/exchange-record";
import { lodgeDeclaration } from "@/application/lodge-declaration";
import { securePayment } from "@/application/secure-tax";
import { withdrawDeclaration } from "@/application/withdraw-declaration";
import { declarationVersionView } from "@/contracts/views/declaration";
import { requirementView, shipmentView } from "@/contracts/views/shipment";
import { STAGES } from "@/domain/clearance/lifecycle";
import { LANES } from "@/domain/selectivity/lanes";
import { answer, answerFound, type Routes, unitOf } from "./context";
import { idempotencyKey, idParameter, operation, serve } from "./schemas";

const tags: [string] = ["Declarations"];

const lodged = z.object({ version: z.number().int(), lane: z.enum(LANES), score: z.number().int() });
const lodge = operation({
  method: "post",
  path: "/shipments/{id}/declarations",
  summary: "Lodge the declaration for both gates; safe to send again with the same Idempotency-Key",
  tags,
  params: idParameter,
  headers: z.object({ "idempotency-key": idempotencyKey }),
  body: z.strictObject({
    security: z.enum(["guarantee", "payment"]),
    acknowledged: z.array(z.string().max(200)).max(500).default([]),
  }),
  answer: lodged,
});
const amount = z.string().regex(/^\d{1,14}(\.\d{1,2})?$/);
const pay = operation({
  method: "post",
  path: "/shipments/{id}/payments",
  summary: "Record a payment of the tax",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({ amount, reference: z.string().trim().min(1).max(100) }),
  answer: shipmentView,
});
const evidence = operation({
  method: "post",
  path: "/requirements/{id}/evidence",
  summary: "Give the evidence that a requirement asks for",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({ reference: z.string().trim().min(1).max(200), documentId: z.uuid().optional() }),
  answer: requirementView,
});

const withdraw = operation({
  method: "post",
  path: "/shipments/{id}/withdrawal",
  summary: "Withdraw the declaration, until gate one released it or customs decided to inspect",
  tags,
  params: idParameter,
  body: z.strictObject({ reason: z.enum(WITHDRAWAL_REASONS) }),
  answer: z.null(),
});
const changes = operation({
  method: "get",
  path: "/shipments/{id}/declarations",
  summary: "The versions of the declaration, each with what it changed",
  tags,
  params: idParameter,
  answer: z.array(declarationVersionView),
});
const release = operation({
  method: "post",
  path: "/shipments/{id}/gates/{stage}/release",
  summary: "Ask for the release of a gate: its number, that it follows in a moment, or what stands against it",
  tags,
  params: idParameter.extend({ stage: z.enum(STAGES) }),
  answer: z.object({ stage: z.enum(STAGES), number: z.string().nullable() }),
});

export const declarationRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries } = services;
  serve(api, release, async (context, input) => {
    const { id, stage } = input.params;
    return answer(context, await askRelease(inTransaction, services.world, context.get("actor"), id, stage));
  });
  serve(api, withdraw, async (context, { params, body }) =>
    answer(context, await withdrawDeclaration({ inTransaction, world }, context.get("actor"), params.id, body.reason)),
  );
  serve(api, changes, async (context, { params }) =>
    answerFound(context, await queries.listDeclarationVersions(context.get("actor"), params.id), "shipment"),
  );
  serve(api, lodge, async (context, input) => {
    const { id } = input.params;
    const result = await lodgeDeclaration(services, context.get("actor"), {
      shipmentId: id,
      idempotencyKey: input.headers["idempotency-key"],
      ...input.body,
    });
    if (result.ok && result.value.isReplayed) context.set("isReplayed", true);
    return answer(context, result, (value) => value.outcome);
  });
  serve(api, pay, async (context, input) => {
    const actor = context.get("actor");
    const { id } = input.params;
    const unit = unitOf(context, services, input);
    const paid = await securePayment({ inTransaction: unit, world }, actor, { shipmentId: id, ...input.body });
    if (!paid.ok) return answer(context, paid);
    return answerFound(context, await queries.getShipment(actor, id), "shipment");
  });
  serve(api, evidence, async (context, input) => {
    const { reference, documentId } = input.body;
    const given = await evidenceRequirement(
      { inTransaction: unitOf(context, services, input), world },
      context.get("actor"),
      {
        requirementId: input.params.id,
        reference,
        documentId: documentId ?? null,
      },
    );
    return answer(context, given);
  });
};
