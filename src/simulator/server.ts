import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { knobsSchema } from "@/contracts/simulator";
import type { SimulatorService } from "./service";

const LIMIT_BYTES = 5_000_000;

interface Settings {
  readonly port: number;
  readonly service: SimulatorService;
  /** Whoever has it turns the knobs. */
  readonly controlKey: string;
  readonly onError: (error: unknown) => void;
}

interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Buffer;
  readonly header: (name: string) => string;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/**
 * The simulated authority over HTTP, on this machine alone. Declarants send signed messages and fetch answers, each
 * through a channel of theirs; the knobs are turned by whoever has the key.
 */
export function serveSimulator({ port, service, controlKey, onError }: Settings): Promise<{
  readonly port: number;
  close(): Promise<void>;
}> {
  const server = createServer((request, response) => {
    void asked(request)
      .then((each) => (each ? answerTo(service, controlKey, request.method ?? "", each) : { status: 413 }))
      .catch((error: unknown): Answer => {
        onError(error);
        return { status: 500 };
      })
      .then((answer) => write(response, answer));
  });
  return new Promise((ready, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      ready({
        port: typeof address === "object" && address ? address.port : port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

async function asked(request: IncomingMessage): Promise<Asked | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += (part as Buffer).length;
    if (bytes > LIMIT_BYTES) return null;
    parts.push(part as Buffer);
  }
  const { pathname, search, searchParams } = new URL(request.url ?? "/", "http://simulator");
  return {
    path: `${pathname}${search}`,
    query: searchParams,
    body: Buffer.concat(parts),
    header: (name) => String(request.headers[name] ?? ""),
  };
}

async function answerTo(service: SimulatorService, controlKey: string, method: string, each: Asked): Promise<Answer> {
  const route = `${method} ${each.path.split("?")[0]}`;
  if (route === "GET /readyz") return { status: 200, body: { ok: true } };
  if (/^\w+ \/(knobs|ledger)$/.test(route))
    return isSame(each.header("authorization"), `Bearer ${controlKey}`)
      ? control(service, route, each)
      : { status: 401 };
  // A message is signed over its bytes, a question over its path.
  const signed = method === "POST" ? each.body : Buffer.from(each.path);
  if (!(await service.isSigned(signed, each.header("twogate-signature")))) return { status: 401 };
  return exchange(service, route, each);
}

function control(service: SimulatorService, route: string, { body }: Asked): Answer {
  if (route === "GET /knobs") return { status: 200, body: service.knobs() };
  if (route === "GET /ledger") return { status: 200, body: service.ledger() };
  if (route !== "PUT /knobs") return { status: 404 };
  const knobs = knobsSchema.safeParse(parsed(body));
  if (!knobs.success) return { status: 422, body: { fault: knobs.error.issues[0]?.path.join(".") ?? "body" } };
  service.setKnobs(knobs.data);
  return { status: 200, body: knobs.data };
}

function exchange(service: SimulatorService, route: string, { query, body, header }: Asked): Answer {
  const channel = header("twogate-channel");
  const encoded = (all: readonly Uint8Array[]) => all.map((bytes) => Buffer.from(bytes).toString("base64"));
  if (route === "POST /messages") {
    const sent = { channel, guid: header("idempotency-key"), kind: header("twogate-kind"), bytes: body };
    if (!sent.guid || sent.guid.length > 36) return { status: 422 };
    return { status: service.take(sent) === "away" ? 503 : 202 };
  }
  if (route === "GET /answers") {
    const guid = query.get("guid");
    if (guid !== null) return { status: 200, body: { answers: encoded(service.answersTo(channel, guid)), cursor: "" } };
    const { answers, cursor } = service.answersAfter(channel, query.get("after") ?? "");
    return { status: 200, body: { answers: encoded(answers), cursor } };
  }
  if (route === "GET /list") return { status: 200, body: service.listOf(channel, query.get("day") ?? "") };
  return { status: 404 };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function write(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(body === undefined ? "" : JSON.stringify(body));
}
