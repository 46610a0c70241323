import { request } from "node:http";
import { createPublished } from "@/adapters/postgres/published";
import { qrSvg } from "@/adapters/qr/qr-svg";
import type { Publishing } from "@/publisher/publishing";
import { createRoutes } from "@/publisher/routes";
import { servePublished } from "@/publisher/server";
import type { House } from "./house";

/** The publisher of a house, on a port of its own. */
export async function publish(house: House, change: Partial<Publishing> = {}) {
  const failures: unknown[] = [];
  const onError = (error: unknown) => void failures.push(error);
  const published = createPublished(house.url, onError);
  const { signer, issuer } = house.passports;
  const server = await servePublished({
    ...{ port: 0, host: "127.0.0.1", isSecure: true, isHealthy: published.isHealthy, onError },
    routes: createRoutes({
      published,
      files: house.files,
      signer,
      issuer,
      today: house.world.today,
      qr: qrSvg,
      ...change,
    }),
  });
  let isListening = () => {};
  const listening = new Promise<void>((resolve) => {
    isListening = resolve;
  });
  published.subscribe({
    onEvent: server.forget,
    onListening: () => {
      server.forgetAll();
      isListening();
    },
  });
  await listening;
  return {
    failures,
    ask: (path: string, headers: Record<string, string> = {}, method = "GET") =>
      ask(server.port, path, headers, method),
    close: async () => {
      await server.close();
      await published.close();
    },
  };
}

/** One request as it goes over the wire: nothing is unpacked, and no redirection is followed. */
function ask(port: number, path: string, headers: Record<string, string>, method: string) {
  return new Promise<{ status: number; headers: Readonly<Record<string, string>>; body: Buffer; text: string }>(
    (answered, failed) => {
      const asked = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => {
          const body = Buffer.concat(parts);
          const { statusCode = 0 } = response;
          answered({
            status: statusCode,
            headers: response.headers as Record<string, string>,
            body,
            text: String(body),
          });
        });
      });
      asked.once("error", failed);
      asked.end();
    },
  );
}
