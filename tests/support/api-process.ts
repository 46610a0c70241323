// A process that serves the API alone, and that can be told to die, as kill -9 does it, right after a commit. It is
// bundled by the tests that start it; the product knows nothing of it.
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { createApi } from "@/api/app";
import type { UnitOfWork } from "@/application/ports";
import { createServices } from "@/runtime/container";

/** `POST /declarations 1`: dies after the first commit of such a request. Nothing: never. */
const [port = "0", method = "", ending = "", nth = "0"] = process.argv.slice(2);

const services = createServices();
let commitsUntilDeath = Number.POSITIVE_INFINITY;
const inTransaction: UnitOfWork = async (actor, work) => {
  const result = await services.inTransaction(actor, work);
  commitsUntilDeath -= 1;
  if (commitsUntilDeath === 0) process.kill(process.pid, "SIGKILL");
  return result;
};
const api = createApi({ ...services, inTransaction });

createServer(async (incoming, outgoing) => {
  const hasBody = !["GET", "HEAD"].includes(incoming.method ?? "");
  const isFatal = incoming.method === method && (incoming.url ?? "").endsWith(ending);
  commitsUntilDeath = isFatal ? Number(nth) : Number.POSITIVE_INFINITY;
  const answer = await api.fetch(
    new Request(`http://${incoming.headers.host}${incoming.url}`, {
      method: incoming.method ?? "GET",
      headers: Object.entries(incoming.headers).flatMap(([name, value]) =>
        typeof value === "string" ? [[name, value] as [string, string]] : [],
      ),
      ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: "half" } : {}),
    } as RequestInit),
  );
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
  outgoing.end(Buffer.from(await answer.arrayBuffer()));
}).listen(Number(port), "127.0.0.1");
