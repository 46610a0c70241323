import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Witness } from "./witness";

const MAX_BODY_BYTES = 64 * 1024;

/** Listens for logs that want to be witnessed. */
export function serveDepartment(
  port: number,
  witness: Witness,
  onError: (error: unknown) => void,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => void answer(witness, request, response).catch(onError));
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

async function answer(witness: Witness, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url === "/readyz") {
    response.writeHead(200, { "content-type": "text/plain" }).end("ready\n");
    return;
  }
  if (request.url === "/key" && request.method === "GET") {
    response.writeHead(200, { "content-type": "text/plain; charset=utf-8" }).end(`${witness.key()}\n`);
    return;
  }
  if (request.url !== "/add-checkpoint" || request.method !== "POST") {
    response.writeHead(404).end();
    return;
  }
  const body = await bodyOf(request);
  if (body === null) {
    response.writeHead(413).end();
    return;
  }
  const reply = witness.add(body);
  response.writeHead(reply.status, { "content-type": reply.type }).end(reply.body);
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
