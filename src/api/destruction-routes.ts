import { z } from "@hono/zod-openapi";
import { applyForDestruction } from "@/application/apply-for-destruction";
import { cancelDestruction, confirmDestruction, decideDestruction } from "@/application/rule-destruction";
import { certifyDestruction, stateDestruction } from "@/application/witness-destruction";
import { destructionRowView, destructionView } from "@/contracts/views/destruction";
import { DESTRUCTION_REASONS, DESTRUCTION_STATES } from "@/domain/destruction/destruction";
import { isLocalDate } from "@/domain/shared/local-date";
import { answer, answerFound, type Routes, unitOf } from "./context";
import { answerProblem } from "./problems";
import { idParameter, listing, listQuery, operation, serve } from "./schemas";

const tags: [string] = ["Stock"];
const day = z.string().refine(isLocalDate, "form_date");
const quantity = z.string().trim().min(1).max(20);
const text = (most: number) => z.string().trim().min(1).max(most);
const reason = z.string().trim().max(500).nullable().default(null);

const list = operation({
  method: "get",
  path: "/destructions",
  summary: "Destructions of bonded goods, of one state or all, the newest first",
  tags,
  query: listQuery.extend({ state: z.enum(DESTRUCTION_STATES).optional() }),
  answer: listing(destructionRowView),
});
const apply = operation({
  method: "post",
  path: "/destructions",
  summary: "Apply for the destruction of unfit goods of a book; they are reserved at once",
  tags,
  isKeyed: true,
  body: z.strictObject({
    bookId: z.uuid(),
    reason: z.enum(DESTRUCTION_REASONS),
    note: z.string().trim().min(3).max(500),
    place: text(200),
    appointedOn: day,
    lines: z
      .array(z.strictObject({ lotId: z.uuid(), quantity }))
      .min(1)
      .max(100),
  }),
  answer: z.object({ id: z.uuid(), number: z.string() }),
});
const one = operation({
  method: "get",
  path: "/destructions/{id}",
  summary: "A destruction with its goods, witnesses, certificate and steps",
  tags,
  params: idParameter,
  answer: destructionView,
});
const decide = operation({
  method: "post",
  path: "/destructions/{id}/decision",
  summary: "The customs office approves a destruction, or refuses it with a reason and the goods are free again",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({ approve: z.boolean(), reason }),
});
const cancel = operation({
  method: "post",
  path: "/destructions/{id}/cancellation",
  summary: "Take an application back before anything was destroyed; the goods are free again",
  tags,
  params: idParameter,
  isKeyed: true,
});
const state = operation({
  method: "post",
  path: "/destructions/{id}/statement",
  summary: "State as the first witness what was destroyed, and what is left of it",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({
    destroyedOn: day,
    lines: z
      .array(z.strictObject({ number: z.number().int().min(1), destroyed: quantity }))
      .min(1)
      .max(100),
    residue: z
      .strictObject({ description: text(300), value: text(20), currency: z.string().regex(/^[A-Z]{3}$/) })
      .nullable()
      .default(null),
  }),
});
const confirm = operation({
  method: "post",
  path: "/destructions/{id}/confirmation",
  summary: "Confirm as the officer who witnessed it what was stated, or dispute it with a reason",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({ agrees: z.boolean(), reason }),
});
const certify = operation({
  method: "post",
  path: "/destructions/{id}/certificate",
  summary: "Record the certificate of a witnessed destruction; what was destroyed leaves the book",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({ number: text(60), issuer: text(200), issuedOn: day }),
});

export const destructionRoutes: Routes = (api, services) => {
  const { world, queries } = services;
  serve(api, list, async (context, { query }) => {
    const { cursor, limit, state: asked } = query;
    const options = { limit, ...(cursor ? { cursor } : {}), ...(asked ? { state: asked } : {}) };
    return answer(context, await queries.listDestructions(context.get("actor"), options));
  });
  serve(api, apply, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await applyForDestruction(ports, context.get("actor"), input.body));
  });
  serve(api, one, async (context, { params }) => {
    const found = await queries.getDestruction(context.get("actor"), params.id);
    return found.ok ? answerFound(context, found.value, "destruction") : answerProblem(context, found.error);
  });
  serve(api, decide, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await decideDestruction(ports, context.get("actor"), input.params.id, input.body));
  });
  serve(api, cancel, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await cancelDestruction(ports, context.get("actor"), input.params.id));
  });
  serve(api, state, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await stateDestruction(ports, context.get("actor"), input.params.id, input.body));
  });
  serve(api, confirm, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await confirmDestruction(ports, context.get("actor"), input.params.id, input.body));
  });
  serve(api, certify, async (context, input) => {
    const ports = { inTransaction: unitOf(context, services, input), world };
    return answer(context, await certifyDestruction(ports, context.get("actor"), input.params.id, input.body));
  });
};
