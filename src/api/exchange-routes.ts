import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Actor } from "@/application/actor";
import { CHANNEL_KINDS, GENERAL_SYNTAXES } from "@/application/exchange-record";
import { askReconciliation, changeChannel, openChannel } from "@/application/keep-channel";
import { giveMessageFacts, resendMessage } from "@/application/mend-message";
import { attachAnswer, dismissAnswer, ruleContested } from "@/application/rule-answer";
import { type Content, showAnswer, showMessage } from "@/application/show-content";
import type { Failure } from "@/contracts/problem";
import {
  answerView,
  channelView,
  MESSAGE_KINDS,
  messageDetailView,
  messageRowView,
  messageView,
} from "@/contracts/views/exchange";
import { EXCHANGE_STATES } from "@/domain/exchange/message-state";
import type { Result } from "@/domain/shared/result";
import { type ApiEnv, answer, answerFound, type Routes, unitOf } from "./context";
import { idParameter, listing, listQuery, operation, serve } from "./schemas";

const tags: [string] = ["Messages"];
const nothing = z.null();
const reason = z.string().trim().min(1).max(1_000);
const window = z.strictObject({ from: z.iso.datetime(), until: z.iso.datetime() });
const terms = {
  address: z.url({ protocol: /^https?$/ }).max(500),
  generalSyntax: z.enum(GENERAL_SYNTAXES),
  isBinding: z.boolean(),
  windows: z.array(window).max(100),
  parties: z.record(z.string().max(50), z.string().max(200)),
  answerWithinMinutes: z.number().int().min(1).max(10_080),
  pollEverySeconds: z.number().int().min(1).max(86_400),
};

const list = operation({
  method: "get",
  path: "/messages",
  summary: "Messages to authorities, newest first",
  tags,
  query: listQuery.extend({
    state: z.enum(EXCHANGE_STATES).optional(),
    kind: z.enum(MESSAGE_KINDS).optional(),
    search: z.string().max(100).optional(),
  }),
  answer: listing(messageRowView),
});
const show = operation({
  method: "get",
  path: "/messages/{id}",
  summary: "A message with its answers and versions",
  tags,
  params: idParameter,
  answer: messageDetailView,
});
const content = operation({
  method: "get",
  path: "/messages/{id}/content",
  summary: "Download a message as it was sent, with what names the consumer masked; who looks is audited",
  tags,
  params: idParameter,
  answer: z.string(),
  answerType: "application/octet-stream",
});
const answerContent = operation({
  method: "get",
  path: "/answers/{id}/content",
  summary: "Download an answer as it came, with what names the consumer masked; who looks is audited",
  tags,
  params: idParameter,
  answer: z.string(),
  answerType: "application/octet-stream",
});
const ofShipment = operation({
  method: "get",
  path: "/shipments/{id}/messages",
  summary: "The messages of a shipment, each with what was answered",
  tags,
  params: idParameter,
  answer: z.array(messageView),
});
const giveFacts = operation({
  method: "post",
  path: "/shipments/{id}/message-facts",
  summary: "Give what the forms ask and no document states; messages that waited for it are sent",
  tags,
  params: idParameter,
  body: z.strictObject({ facts: z.record(z.string().max(80), z.string().max(1_000)) }),
  answer: nothing,
});
const resend = operation({
  method: "post",
  path: "/messages/{id}/sending",
  summary: "Send a failed message again, under its own id",
  tags,
  params: idParameter,
  isKeyed: true,
  answer: nothing,
});
const decide = operation({
  method: "post",
  path: "/messages/{id}/ruling",
  summary: "Rule which of the contradictory answers counts",
  tags,
  params: idParameter,
  body: z.strictObject({ receiptId: z.uuid(), reason }),
  answer: nothing,
});
const quarantine = operation({
  method: "get",
  path: "/messages/quarantine",
  summary: "Answers that wait for a person, newest first",
  tags,
  query: listQuery,
  answer: listing(answerView),
});
const attach = operation({
  method: "post",
  path: "/answers/{id}/attachment",
  summary: "Say which message an answer in quarantine is about",
  tags,
  params: idParameter,
  body: z.strictObject({ messageId: z.uuid(), reason }),
  answer: nothing,
});
const dismiss = operation({
  method: "post",
  path: "/answers/{id}/dismissal",
  summary: "Say that an answer in quarantine is about nothing",
  tags,
  params: idParameter,
  body: z.strictObject({ reason }),
  answer: nothing,
});
const channels = operation({
  method: "get",
  path: "/channels",
  summary: "The channels to authorities",
  tags,
  answer: z.array(channelView),
});
const open = operation({
  method: "post",
  path: "/channels",
  summary: "Open a channel; what is lodged from then on is sent through it",
  tags,
  body: z.strictObject({ kind: z.enum(CHANNEL_KINDS), secret: z.string().min(16).max(200), ...terms }),
  answer: z.object({ id: z.uuid() }),
});
const { address: _, ...simulatedTerms } = terms;
const openSimulated = operation({
  method: "post",
  path: "/channels/simulated",
  summary: "Open a channel to the simulated authority of this installation, whose address and secret are known",
  tags,
  body: z.strictObject(simulatedTerms),
  answer: z.object({ id: z.uuid() }),
});
const change = operation({
  method: "patch",
  path: "/channels/{id}",
  summary: "Change a channel, suspend it, or put it in force again",
  tags,
  params: idParameter,
  body: z.strictObject({ ...terms, state: z.enum(["in_force", "suspended"]) }).partial(),
  answer: nothing,
});
const reconcile = operation({
  method: "post",
  path: "/channels/{id}/reconciliation",
  summary: "Compare yesterday and today with the authority's lists now",
  tags,
  params: idParameter,
  answer: nothing,
});

/** Messages to authorities, their answers and their channels. */
export const exchangeRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries } = services;
  const ports = { inTransaction, world };
  serve(api, list, async (context, { query: { cursor, limit, state, kind, search } }) => {
    const options = {
      limit,
      ...(cursor ? { cursor } : {}),
      ...(state ? { state } : {}),
      ...(kind ? { kind } : {}),
      ...(search ? { search } : {}),
    };
    return answer(context, await queries.listMessages(context.get("actor"), options));
  });
  serve(api, quarantine, async (context, { query: { cursor, limit } }) =>
    answer(context, await queries.listQuarantine(context.get("actor"), { limit, ...(cursor ? { cursor } : {}) })),
  );
  serve(api, show, async (context, { params }) => {
    const asked = await queries.getMessage(context.get("actor"), params.id);
    return asked.ok ? answerFound(context, asked.value, "message") : answer(context, asked);
  });
  serve(api, content, async (context, { params }) =>
    download(context, await showMessage(inTransaction, context.get("actor"), params.id)),
  );
  serve(api, answerContent, async (context, { params }) =>
    download(context, await showAnswer(inTransaction, context.get("actor"), params.id)),
  );
  serve(api, ofShipment, async (context, { params }) =>
    answerFound(context, await queries.listMessagesOf(context.get("actor"), params.id), "shipment"),
  );
  serve(api, giveFacts, async (context, { params, body }) =>
    answer(context, await giveMessageFacts(inTransaction, context.get("actor"), params.id, body.facts)),
  );
  serve(api, resend, async (context, { params }) =>
    answer(context, await resendMessage(unitOf(context, services, { params }), context.get("actor"), params.id)),
  );
  serve(api, decide, async (context, { params, body }) =>
    answer(context, await ruleContested(ports, context.get("actor"), params.id, body)),
  );
  serve(api, attach, async (context, { params, body }) =>
    answer(context, await attachAnswer({ ...ports, ...services.exchange }, context.get("actor"), params.id, body)),
  );
  serve(api, dismiss, async (context, { params, body }) =>
    answer(context, await dismissAnswer(ports, context.get("actor"), params.id, body.reason)),
  );
  serve(api, channels, async (context) => answer(context, await queries.listChannels(context.get("actor"))));
  serve(api, open, async (context, { body }) =>
    answer(context, await openChannel({ ...ports, ...services.exchange }, context.get("actor"), body)),
  );
  serve(api, openSimulated, async (context, { body }) => {
    const { simulated } = services.exchange;
    if (!simulated) return answerFound(context, null, "simulator");
    const channel = { ...body, ...simulated, kind: "simulator" as const };
    return answer(context, await openChannel({ ...ports, ...services.exchange }, context.get("actor"), channel));
  });
  serve(api, change, async (context, { params, body }) =>
    answer(
      context,
      await changeChannel({ ...ports, ...services.exchange }, context.get("actor"), params.id, given(body)),
    ),
  );
  serve(api, reconcile, async (context, { params }) =>
    answer(context, await askReconciliation(ports, context.get("actor"), params.id)),
  );
};

/** A file to keep; what an authority sent is never drawn by the browser as a page of ours. */
function download(context: Context<ApiEnv>, shown: Result<Content, Failure>): Response {
  if (!shown.ok) return answer(context, shown);
  const { bytes, fileName } = shown.value;
  return new Response(Uint8Array.from(bytes), {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="${fileName.replace(/[^\w.-]/g, "_")}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox",
    },
  });
}

type Changes = Parameters<typeof changeChannel>[3];

/** What was left out is not changed. */
function given(body: { readonly [K in keyof Changes]?: Changes[K] | undefined }): Changes {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Changes;
}

/** Who takes what an authority pushes: the system, for the organisation whose channel it came through. */
export function systemOf(organisationId: string): Actor {
  return { kind: "system", id: "system", name: "system", organisationId };
}
