import { z } from "@hono/zod-openapi";
import { evidenceRequirement } from "@/application/evidence-requirement";
import { lodgeDeclaration } from "@/application/lodge-declaration";
import { securePayment } from "@/application/secure-tax";
import { LANES, requirementView, shipmentView } from "@/contracts/views";
import { answer, answerFound, type Routes } from "./context";
import { idParameter, operation, serve } from "./schemas";

const tags: [string] = ["Declarations"];

const lodged = z.object({ version: z.number().int(), lane: z.enum(LANES), score: z.number().int() });
const lodge = operation({
  method: "post",
  path: "/shipments/{id}/declarations",
  summary: "Lodge the declaration for both gates; safe to send again with the same Idempotency-Key",
  tags,
  params: idParameter,
  headers: z.object({ "idempotency-key": z.string().min(8).max(255) }),
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
  body: z.strictObject({ amount, reference: z.string().trim().min(1).max(100) }),
  answer: shipmentView,
});
const evidence = operation({
  method: "post",
  path: "/requirements/{id}/evidence",
  summary: "Give the evidence that a requirement asks for",
  tags,
  params: idParameter,
  body: z.strictObject({ reference: z.string().trim().min(1).max(200), documentId: z.uuid().optional() }),
  answer: requirementView,
});

export const declarationRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries } = services;
  serve(api, lodge, async (context, input) => {
    const idempotencyKey = input.headers["idempotency-key"];
    const { id } = input.params;
    const result = await lodgeDeclaration(services, context.get("actor"), {
      shipmentId: id,
      idempotencyKey,
      ...input.body,
    });
    const response = answer(context, result, (value) => value.outcome);
    if (result.ok && result.value.isReplayed) response.headers.set("idempotent-replayed", "true");
    return response;
  });
  serve(api, pay, async (context, input) => {
    const actor = context.get("actor");
    const { id } = input.params;
    const paid = await securePayment({ inTransaction, world }, actor, { shipmentId: id, ...input.body });
    if (!paid.ok) return answer(context, paid);
    return answerFound(context, await queries.getShipment(actor, id), "shipment");
  });
  serve(api, evidence, async (context, input) => {
    const { reference, documentId } = input.body;
    const given = await evidenceRequirement(inTransaction, context.get("actor"), {
      requirementId: input.params.id,
      reference,
      documentId: documentId ?? null,
    });
    return answer(context, given);
  });
};
