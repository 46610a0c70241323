import { rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { z } from "zod";
import { checkpointAsked, credentialAsked, statusAsked } from "@/contracts/signing";
import { fromBase64 } from "@/domain/shared/bytes";
import type { Signer } from "./signer";

const MAX_BODY_BYTES = 1024 * 1024;

interface Answer {
  readonly status: number;
  readonly body: unknown;
}
type Take = (body: unknown) => Promise<Answer> | Answer;

/** Listens on a socket that only the own user of the machine can open. */
export async function serveSigner(socket: string, signer: Signer): Promise<{ close(): Promise<void> }> {
  const routes: Readonly<Record<string, Take>> = {
    "GET /last": () => ({ status: 200, body: { size: signer.lastSize() } }),
    "GET /keys": async () => ({ status: 200, body: await signer.keys() }),
    "POST /checkpoints": taking(checkpointAsked, ({ size, root, before, proof }) => {
      const hashes = proof.map((each) => fromBase64(each) ?? new Uint8Array());
      const note = signer.signCheckpoint({ size, root: fromBase64(root) ?? new Uint8Array() }, before, hashes);
      return note === null ? { status: 409, body: { size: signer.lastSize() } } : { status: 200, body: { note } };
    }),
    "POST /statuses": taking(statusAsked, ({ text }) => ({ status: 200, body: { note: signer.signStatus(text) } })),
    "POST /credentials": taking(credentialAsked, async ({ payload, type, issuer }) => ({
      status: 200,
      body: { credential: await signer.signCredential(payload, type, issuer) },
    })),
  };
  // What a process that was killed left behind would be in the way.
  if (process.platform !== "win32") rmSync(socket, { force: true });
  const server = createServer((request, response) => void answer(routes, request, response));
  await listen(server, socket);
  return { close: () => new Promise((closed) => server.close(() => closed())) };
}

function taking<T extends z.ZodType>(schema: T, take: (body: z.infer<T>) => Promise<Answer> | Answer): Take {
  return (body) => {
    const parsed = schema.safeParse(body);
    return parsed.success ? take(parsed.data) : { status: 400, body: { error: parsed.error.issues[0]?.message } };
  };
}

async function answer(
  routes: Readonly<Record<string, Take>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const take = routes[`${request.method} ${request.url}`];
  const { status, body } = take
    ? await Promise.resolve(bodyOf(request))
        .then(take)
        .catch((error: unknown) => ({
          status: 500,
          body: { error: error instanceof Error ? error.message : "failed" },
        }))
    : { status: 404, body: { error: "not found" } };
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (request.method === "GET") return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new Error("the request is too long");
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

function listen(server: Server, socket: string): Promise<void> {
  const before = process.umask(0o177);
  return new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(socket, () => resolve());
  }).finally(() => process.umask(before));
}
