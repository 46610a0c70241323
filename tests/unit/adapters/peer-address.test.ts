import { createServer, type IncomingHttpHeaders } from "node:http";
import { getIP } from "better-auth/api";
import { afterAll, describe, expect, it } from "vitest";
import { addressOptions, noteAddresses, PEER_HEADER } from "@/adapters/better-auth/peer-address";

const server = createServer((request, response) => response.end(JSON.stringify(request.headers)));
afterAll(() => new Promise((done) => server.close(done)));

/** The headers with which a request reaches the application. */
async function arriving(headers: Record<string, string>): Promise<IncomingHttpHeaders> {
  if (!server.listening) await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address() as { port: number };
  return (await (await fetch(`http://127.0.0.1:${address.port}`, { headers })).json()) as IncomingHttpHeaders;
}

/** From where sign-in takes a request to come. */
async function taken(proxies: readonly string[], headers: Record<string, string>): Promise<string | null> {
  noteAddresses(proxies);
  const arrived = new Headers((await arriving(headers)) as Record<string, string>);
  return getIP(arrived, { advanced: { ipAddress: addressOptions(proxies) } });
}

describe("the address that a request comes from", () => {
  it("is that of the connection, whatever the request says of itself", async () => {
    expect(await taken([], { "x-forwarded-for": "203.0.113.9", [PEER_HEADER]: "203.0.113.9" })).toBe("127.0.0.1");
  });

  it("is what a proxy that is trusted says, and not what was said to the proxy", async () => {
    expect(await taken(["127.0.0.0/8"], { "x-forwarded-for": "203.0.113.9, 198.51.100.7" })).toBe("198.51.100.7");
    expect(await taken(["127.0.0.0/8", "198.51.100.7"], { "x-forwarded-for": "203.0.113.9, 198.51.100.7" })).toBe(
      "203.0.113.9",
    );
  });

  it("is that of the connection when somebody goes past the proxy", async () => {
    expect(await taken(["10.0.0.0/8"], { "x-forwarded-for": "203.0.113.9" })).toBe("127.0.0.1");
  });
});
