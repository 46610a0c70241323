import { randomBytes } from "node:crypto";
import { type IncomingMessage, type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { Webhook } from "standardwebhooks";
import type { WebhookRequest, WebhookSender } from "@/application/webhook-record";
import { type Attempt, type DeliveryFault, retryAfterOf } from "@/domain/webhook/schedule";
import { destinationOf, type Resolve, type Resolved, resolveHost } from "./address";

const LIMIT_MS = 15_000;
const LIMIT_BYTES = 64 * 1024;
const SECRET_BYTES = 32;

interface Options {
  /** Addresses that an operator lets webhooks go to though they are not public. */
  readonly allowed: readonly string[];
  readonly resolve?: Resolve;
  readonly limitMs?: number;
}

/**
 * Sends webhooks in the form of Standard Webhooks. The name is resolved once, and the connection goes to the address that
 * was looked at; what redirects is not followed.
 */
export function createWebhookSender({ allowed, resolve = resolveHost, limitMs = LIMIT_MS }: Options): WebhookSender {
  const look = (url: string) => within(limitMs, destinationOf(url, { allowed, resolve }));
  return {
    refusalOf: async (url) => {
      const destination = await look(url);
      if (destination === "late") return "webhook_host_unknown";
      return destination.ok ? null : destination.fault;
    },
    newSecret: () => `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`,
    send: async (request) => {
      const since = Date.now();
      const destination = await look(request.url);
      if (destination === "late") return failed("timeout");
      if (!destination.ok)
        return failed(destination.fault === "webhook_host_unknown" ? "unreachable" : "address_refused");
      return post(destination.url, destination.to, request, limitMs - (Date.now() - since));
    },
  };
}

function failed(fault: DeliveryFault, status: number | null = null): Attempt {
  return { fault, status, retryAfterMs: null };
}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T | "late"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((settle) => {
    timer = setTimeout(() => settle("late"), limitMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function headersOf({ id, at, body, secrets }: WebhookRequest): Record<string, string> {
  return {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    "user-agent": "Twogate webhooks",
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(" "),
  };
}

function post(url: URL, to: Resolved, webhook: WebhookRequest, limitMs: number): Promise<Attempt> {
  const options: RequestOptions = {
    method: "POST",
    headers: headersOf(webhook),
    // No connection of another name is used again.
    agent: false,
    // The name is not asked for anew: it could stand for something else by now.
    lookup: (_host, { all }, answer) => (all ? answer(null, [{ ...to }]) : answer(null, to.address, to.family)),
    signal: AbortSignal.timeout(Math.max(limitMs, 1)),
  };
  return new Promise<Attempt>((settle) => {
    const sent = (url.protocol === "https:" ? requestHttps : requestHttp)(url, options, (response) => {
      read(response).then(settle, () => settle(failed("broke_off", response.statusCode ?? null)));
    });
    sent.on("error", (error) =>
      settle(failed(error.name === "AbortError" || error.name === "TimeoutError" ? "timeout" : "unreachable")),
    );
    sent.end(webhook.body);
  });
}

/** What the answer comes to. Its text is counted and thrown away: nobody needs it, and it may hold anything. */
async function read(response: IncomingMessage): Promise<Attempt> {
  const status = response.statusCode ?? 0;
  let bytes = 0;
  try {
    for await (const chunk of response) {
      bytes += (chunk as Buffer).byteLength;
      if (bytes > LIMIT_BYTES)
        return { ...judged(status, response), ...(isTaken(status) ? { fault: "too_large" } : {}) };
    }
  } catch (error) {
    const isLate = error instanceof Error && (error.name === "AbortError" || error.name === "TimeoutError");
    return failed(isLate ? "timeout" : "broke_off", status);
  } finally {
    response.destroy();
  }
  return judged(status, response);
}

const isTaken = (status: number) => status >= 200 && status < 300;

function judged(status: number, { headers }: IncomingMessage): Attempt {
  const retryAfterMs = isTaken(status) ? null : retryAfterOf(headers["retry-after"], Date.now());
  const fault = isTaken(status) ? null : status >= 300 && status < 400 ? "redirect" : "status";
  return { status, fault, retryAfterMs };
}
