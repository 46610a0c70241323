import { type Reply, saying, startModelServer, values } from "@tests/support/model-server";
import { afterEach, describe, expect, it } from "vitest";
import { createOpenAiCompatibleReader } from "@/adapters/model/openai-compatible";
import type { ModelQuestion } from "@/application/second-reader";
import { err, ok } from "@/domain/shared/result";

const QUESTION: ModelQuestion = {
  picture: new Uint8Array([82, 73, 70, 70]),
  type: "commercial_invoice",
  names: ["invoice_number", "total"],
};

let server: Awaited<ReturnType<typeof startModelServer>> | undefined;
afterEach(() => server?.close());

/** What the reader makes of these replies, one a turn; the last one is repeated. */
async function ask(replies: readonly Reply[], options: { timeoutMs?: number } = {}) {
  server = await startModelServer((_heard, turn) => replies[Math.min(turn, replies.length) - 1] ?? null);
  const reader = createOpenAiCompatibleReader({
    baseUrl: server.url,
    key: "a key of the tests",
    model: "seer-1",
    backoffMs: 1,
    ...options,
  });
  const answer = await reader.ask(QUESTION);
  return { answer, heard: server.heard };
}

describe("a model behind the chat-completions protocol", () => {
  it("is shown the page as a data address and asked for JSON of a schema", async () => {
    const { answer, heard } = await ask([values({ invoice_number: "A-1" })]);
    expect(answer).toEqual(ok([{ name: "invoice_number", text: "A-1" }]));
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({
      authorization: "Bearer a key of the tests",
      url: "/v1/chat/completions",
      body: { model: "seer-1", response_format: { type: "json_schema", json_schema: { strict: true } } },
    });
    expect(JSON.stringify(heard[0]?.body.messages)).toContain("data:image/webp;base64,UklGRg==");
  });

  it("drops what was not asked, and takes JSON out of a fence", async () => {
    const fenced = '```json\n{"values":[{"name":"total","text":"1,200.00"},{"name":"buyer","text":"X"}]}\n```';
    expect((await ask([saying(fenced)])).answer).toEqual(ok([{ name: "total", text: "1,200.00" }]));
  });

  it("asks again when the server is busy or breaks, and in the end says so", async () => {
    const busy: Reply = { status: 429, body: {}, headers: { "retry-after": "0" } };
    const broken: Reply = { status: 500, body: "<html>" };
    const mended = await ask([busy, broken, values({ total: "5" })]);
    expect(mended.answer).toEqual(ok([{ name: "total", text: "5" }]));
    await server?.close();
    const never = await ask([busy]);
    expect(never.answer).toEqual(err("busy"));
    expect(never.heard).toHaveLength(3);
    await server?.close();
    expect((await ask([broken])).answer).toEqual(err("failed"));
  });

  it("does not ask again what will be refused again", async () => {
    const wrongKey = await ask([{ status: 401, body: {} }]);
    expect(wrongKey.answer).toEqual(err("failed"));
    expect(wrongKey.heard).toHaveLength(1);
  });

  it("gives up on a server that does not answer in time, or is not there", async () => {
    expect((await ask([null], { timeoutMs: 40 })).answer).toEqual(err("timeout"));
    const gone = createOpenAiCompatibleReader({
      baseUrl: "http://127.0.0.1:1/v1",
      key: undefined,
      model: "m",
      backoffMs: 1,
    });
    expect(await gone.ask(QUESTION)).toEqual(err("unreachable"));
  });

  it.each([
    ["prose", saying("The number is A-1.")],
    ["JSON of another shape", saying('{"invoice_number":"A-1"}')],
    ["a fact that no paper has", saying('{"values":[{"name":"secret","text":"x"}]}')],
    ["no choices", { body: { choices: [] } } satisfies Reply],
    ["no JSON at all", { body: "hello" } satisfies Reply],
    ["more than any answer can be", { body: "x".repeat(300_000) } satisfies Reply],
  ])("makes nothing of %s", async (_what, reply) => {
    expect((await ask([reply])).answer).toEqual(err("unusable"));
  });

  it("takes a refusal for what it is", async () => {
    expect((await ask([saying("", { refusal: "I cannot." })])).answer).toEqual(err("refused"));
  });

  it("follows no address that a server points to", async () => {
    const elsewhere: Reply = { status: 307, body: "", headers: { location: "http://127.0.0.1:1/steal" } };
    expect((await ask([elsewhere])).answer).toEqual(err("unreachable"));
  });
});
