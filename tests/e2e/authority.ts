import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

const DEFAULT_E2E_PORT = 3460;
/** Behind the ports of the product itself. */
const OFFSET = 9;

/** Where the authority of the tests listens: where the operator lets messages go to, if one said so. */
export function authorityAddress(): string {
  const [allowed] = (process.env.TWOGATE_AUTHORITY_ADDRESSES ?? "").split(",");
  return allowed || `http://127.0.0.1:${Number(process.env.E2E_PORT ?? DEFAULT_E2E_PORT) + OFFSET}`;
}

interface Authority {
  /** The guids under which messages arrived. */
  readonly guids: string[];
  /** Lets the authority answer with these bytes when it is asked next. */
  answer(bytes: Uint8Array): void;
  close(): Promise<void>;
}

/** An authority that takes everything, has a list of nothing, and answers what the test says. */
export async function openAuthority(): Promise<Authority> {
  const guids: string[] = [];
  const answers: string[] = [];
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "/", "http://authority");
    request.resume();
    response.setHeader("content-type", "application/json");
    if (request.method === "POST") {
      guids.push(String(request.headers["idempotency-key"]));
      response.end("{}");
    } else if (url.pathname.endsWith("/list")) response.end("[]");
    else {
      const after = Number(url.searchParams.get("after") || "0");
      const found = url.searchParams.has("guid") ? [] : answers.slice(after);
      response.end(JSON.stringify({ answers: found, cursor: String(answers.length) }));
    }
  };
  const server: Server = createServer(handle);
  const { hostname, port } = new URL(authorityAddress());
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(Number(port), hostname, resolve);
  });
  return {
    guids,
    answer: (bytes) => void answers.push(Buffer.from(bytes).toString("base64")),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const SHANGHAI_MS = 8 * 3_600_000;

/** The bytes of a response to a general-trade declaration, in the JSON of the WCO Data Model. */
export function responseTo(guid: string, number: string, status: string): Uint8Array {
  // Later than the sending, as the office's own clock writes it.
  const at = new Date(Date.now() + SHANGHAI_MS + 1_000).toISOString().replace(/\D/g, "");
  const response = {
    CommunicationMetaData: { ID: "0F6C8A10-2D4E-4F60-8A7B-0C1D2E3F4A01", ReferenceID: guid },
    FunctionalReferenceID: number,
    IssueDateTime: at,
    Declaration: { TypeCode: "IM", ID: "22012026I000000077" },
    Status: { NameCode: status },
  };
  return new TextEncoder().encode(JSON.stringify({ Response: response }));
}
