import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What the stand-in heard. */
export interface Heard {
  readonly authorization: string | undefined;
  readonly url: string | undefined;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: unknown }[];
    readonly response_format: { readonly type: string };
  };
}

/** What it answers: a status, a body and headers; null for never. */
export type Reply = {
  readonly status?: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
} | null;

/** A server on this machine that speaks the chat-completions protocol and answers as the test says, reply by reply. */
export async function startModelServer(reply: (heard: Heard, turn: number) => Reply) {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const said = { authorization: request.headers.authorization, url: request.url, body: await bodyOf(request) };
    heard.push(said);
    const answer = reply(said, heard.length);
    if (!answer) return;
    response.writeHead(answer.status ?? 200, { "content-type": "application/json", ...answer.headers });
    response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    heard,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}

/** An answer in the form of the protocol. */
export function saying(content: string, more: Readonly<Record<string, unknown>> = {}): Reply {
  return {
    body: { choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content, ...more } }] },
  };
}

/** The values in the form of the schema that was asked for. */
export function values(said: Readonly<Record<string, string>>): Reply {
  return saying(JSON.stringify({ values: Object.entries(said).map(([name, text]) => ({ name, text })) }));
}

async function bodyOf(request: IncomingMessage): Promise<Heard["body"]> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString("utf8"));
}
