import { z } from "@hono/zod-openapi";
import { countersignInspection } from "@/application/countersign-inspection";
import { recordCustody, recordLabResult, takeSample } from "@/application/keep-sample";
import { day } from "@/contracts/dated";
import { planView } from "@/contracts/views/plan";
import { LAB_VERDICTS } from "@/domain/inspection/lab-result";
import { answer, answerFound, type Routes, unitOf } from "./context";
import { idParameter, operation, serve } from "./schemas";

const tags: [string] = ["Inspections"];
const nothing = z.null();
const text = (most: number) => z.string().trim().min(1).max(most);
const instant = z.iso.datetime({ offset: true });

const plan = operation({
  method: "get",
  path: "/shipments/{id}/plan",
  summary: "Which check is made of which line at which gate, why, and what gate two does not repeat",
  tags,
  params: idParameter,
  answer: planView,
});
const countersign = operation({
  method: "post",
  path: "/inspections/{id}/countersignature",
  summary: "Sign the result of an inspection as the second officer",
  tags,
  params: idParameter,
  answer: nothing,
});
const take = operation({
  method: "post",
  isKeyed: true,
  path: "/inspection-items/{id}/samples",
  summary: "Take a sample that was ordered, under a seal of its own",
  tags,
  params: idParameter,
  body: z.strictObject({ quantity: text(60), sealNumber: text(60), takenAt: instant }),
  answer: z.object({ id: z.uuid() }),
});
const custody = operation({
  method: "post",
  isKeyed: true,
  path: "/samples/{id}/custody",
  summary: "Add a change of hands to the chain of a sample; what is recorded stays",
  tags,
  params: idParameter,
  body: z.strictObject({
    step: z.enum(["handed_over", "received"]),
    holder: text(200),
    isSealIntact: z.boolean(),
    at: instant,
  }),
  answer: nothing,
});
const report = operation({
  method: "post",
  isKeyed: true,
  path: "/samples/{id}/lab-result",
  summary: "Record what a laboratory measured; the verdict follows from the values and the chain",
  tags,
  params: idParameter,
  body: z.strictObject({
    laboratory: text(200),
    reportNumber: text(60),
    method: text(200),
    reportedOn: day,
    validUntil: day.nullable().default(null),
    values: z
      .array(
        z.strictObject({
          analyte: text(120),
          value: text(40),
          unit: text(40),
          limit: text(40),
          bound: z.enum(["at_most", "at_least"]),
        }),
      )
      .min(1)
      .max(200),
  }),
  answer: z.object({ verdict: z.enum(LAB_VERDICTS) }),
});

/** The plan of a shipment, second signatures, samples and what laboratories found. */
export const inspectionItemRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries } = services;
  serve(api, plan, async (context, { params }) =>
    answerFound(context, await queries.getPlan(context.get("actor"), params.id), "shipment"),
  );
  serve(api, countersign, async (context, { params }) =>
    answer(context, await countersignInspection(inTransaction, context.get("actor"), params.id)),
  );
  serve(api, take, async (context, input) => {
    const { takenAt, ...sample } = input.body;
    const ports = { inTransaction: unitOf(context, services, input), world };
    const given = { ...sample, itemId: input.params.id, takenAt: new Date(takenAt) };
    return answer(context, await takeSample(ports, context.get("actor"), given));
  });
  serve(api, custody, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    const step = { ...input.body, sampleId: input.params.id, at: Date.parse(input.body.at) };
    return answer(context, await recordCustody(ports, context.get("actor"), step));
  });
  serve(api, report, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(
      context,
      await recordLabResult(ports, context.get("actor"), { ...input.body, sampleId: input.params.id }),
    );
  });
};
