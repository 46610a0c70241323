import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { PublishedEvent } from "@/application/published";
import type { Language } from "@/contracts/words";
import { emptyPage } from "./choice-page";
import { createGuard } from "./guard";
import { createMemory, type Kept, keep } from "./memory";
import { type Encoding, encodingOf, languageOf, remembered } from "./negotiate";
import { htmlAnswer } from "./page";
import type { Asked, Route } from "./route";

/** After so long an answer is made anew, while the one that is there still goes out. */
const FRESH_MS = 3_000;
/** However events travel, nothing is older than this. */
const OLDEST_MS = 6_000;
const MEMORY_BYTES = 64_000_000;
const LONGEST_PATH = 2_000;

interface Settings {
  readonly port: number;
  readonly host: string;
  readonly routes: readonly Route[];
  /** Whether readers reach it by https, so that their browsers shall never ask otherwise. */
  readonly isSecure: boolean;
  readonly isHealthy: () => Promise<boolean>;
  readonly onError: (error: unknown) => void;
}

/**
 * Serves what is published from memory: an answer is made once, packed and hashed, and sent as it lies there until what it
 * was made from changes, or seconds have passed.
 */
export async function servePublished({ port, host, routes, isSecure, isHealthy, onError }: Settings) {
  const memory = createMemory(MEMORY_BYTES);
  const making = new Map<string, Promise<Kept>>();
  const guard = createGuard();
  const common = commonHeaders(isSecure);
  const encoding = remembered(encodingOf);
  const language = remembered(languageOf);

  const make = async (asked: Omit<Asked, "parts">, route: Route, peer: string, before?: Kept): Promise<Kept> => {
    const { path, language: wanted } = asked;
    const began = Date.now();
    if (!guard.mayAsk(peer)) return keep(empty("many", wanted, path, 429), common, 0);
    const parts = route.pattern.exec(path)?.slice(1) ?? [];
    const answer = await route.answer({ ...asked, parts });
    if (answer) return keep(answer, common, began + FRESH_MS, before);
    guard.missed(peer);
    return keep(empty("missing", wanted, path, 404), common, 0);
  };

  const answerTo = async (path: string, wanted: Language, peer: string): Promise<Kept> => {
    const route = path.length > LONGEST_PATH ? undefined : routes.find(({ pattern }) => pattern.test(path));
    if (!route) return keep(empty("missing", wanted, path, 404), common, 0);
    const key = route.isTranslated ? `${wanted}${path}` : path;
    const known = making.get(key);
    if (known) return known;
    const made = make({ path, language: wanted }, route, peer, memory.get(key));
    making.set(key, made);
    try {
      const kept = await made;
      // What changed while it was made is not kept: who told of it took it out of here.
      if (kept.until > 0 && making.get(key) === made) memory.set(key, kept);
      return kept;
    } finally {
      if (making.get(key) === made) making.delete(key);
    }
  };

  const encodingFor = ({ headers }: IncomingMessage) => encoding(String(headers["accept-encoding"] ?? ""));

  /** Sends what lies in memory, unless it is too old; what is no longer fresh is made anew meanwhile. */
  const sendKept = (request: IncomingMessage, response: ServerResponse, path: string, wanted: Language): boolean => {
    const kept = memory.get(wanted + path) ?? memory.get(path);
    const age = kept ? Date.now() - kept.until : Number.POSITIVE_INFINITY;
    if (!kept || age >= OLDEST_MS - FRESH_MS) return false;
    if (age >= 0) void answerTo(path, wanted, "").catch(onError);
    send(request, response, kept, encodingFor(request));
    return true;
  };

  const listener = (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== "GET" && request.method !== "HEAD") return refuseMethod(response, common);
    const { path, said } = addressOf(request.url ?? "/");
    const wanted = said ?? language(request.headers["accept-language"] ?? "");
    if (sendKept(request, response, path, wanted)) return;
    if (path === "/livez") return void health(response, async () => true);
    if (path === "/readyz") return void health(response, isHealthy);
    answerTo(path, wanted, request.socket.remoteAddress ?? "").then(
      (made) => send(request, response, made, encodingFor(request)),
      (error: unknown) => {
        onError(error);
        send(request, response, keep(empty("busy", wanted, path, 503), common, 0), "identity");
      },
    );
  };

  const server = createServer({ keepAliveTimeout: 30_000, requestTimeout: 10_000, maxHeaderSize: 8_192 }, listener);
  await new Promise<void>((ready, failed) => {
    server.once("error", failed);
    server.listen(port, host, ready);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    /** Takes what changed out of memory, also what is being made. */
    forget: ({ passport, gtin, lists = [] }: PublishedEvent) => {
      making.clear();
      memory.forgetTags([
        ...(passport ? [`passport:${passport}`] : []),
        ...(gtin ? [`gtin:${gtin}`] : []),
        ...lists.map((list) => `list:${list}`),
      ]);
    },
    /** Nobody told of what happened meanwhile. */
    forgetAll: () => {
      making.clear();
      memory.clear();
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** The path of what is asked, and the language where the address names one. */
function addressOf(url: string): { readonly path: string; readonly said: Language | undefined } {
  const mark = url.indexOf("?");
  if (mark < 0) return { path: url, said: undefined };
  const said = /(?:^|&)lang=(en|zh)(?:&|$)/.exec(url.slice(mark + 1))?.[1];
  return { path: url.slice(0, mark), said: said as Language | undefined };
}

function empty(what: "missing" | "busy" | "many", language: Language, path: string, status: number) {
  const shown = htmlAnswer(emptyPage(what, language, encodeURI(path).slice(0, LONGEST_PATH)), [], status);
  return status === 404 ? shown : { ...shown, headers: { ...shown.headers, "retry-after": "60" } };
}

function send(request: IncomingMessage, response: ServerResponse, kept: Kept, encoding: Encoding): void {
  const { body, etag, headers } = kept.formOf(encoding);
  const asked = request.headers["if-none-match"];
  if (kept.status === 200 && asked !== undefined && matches(asked, etag)) {
    response.writeHead(304, withoutBody(headers)).end();
    return;
  }
  response.writeHead(kept.status, headers);
  if (request.method === "HEAD") response.end();
  else response.end(body);
}

function matches(asked: string, etag: string): boolean {
  return asked === etag || asked === "*" || asked.split(",").some((each) => each.trim().replace(/^W\//, "") === etag);
}

const OF_BODY: readonly string[] = ["content-length", "content-encoding", "content-type"];

function withoutBody(headers: readonly string[]): string[] {
  return headers.filter((_, at) => !OF_BODY.includes(headers[at - (at % 2)] ?? ""));
}

function refuseMethod(response: ServerResponse, common: Readonly<Record<string, string>>): void {
  response.writeHead(405, { ...common, allow: "GET, HEAD", "content-length": "0" }).end();
}

async function health(response: ServerResponse, isHealthy: () => Promise<boolean>): Promise<void> {
  const isWell = await isHealthy().catch(() => false);
  response.writeHead(isWell ? 200 : 503, { "cache-control": "no-store", "content-length": "0" }).end();
}

/** What every answer says; a page has a policy of its own, and everything else may do nothing at all. */
function commonHeaders(isSecure: boolean): Readonly<Record<string, string>> {
  return {
    "content-security-policy":
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    ...(isSecure ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}
