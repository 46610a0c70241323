import { env } from "@/runtime/env";
import { logger } from "@/runtime/logger";
import { createPublishing } from "@/runtime/publisher";
import { createRoutes } from "./routes";
import { servePublished } from "./server";

const settings = env();
const onError = (error: unknown) => logger.warn({ err: error }, "publisher");
const publishing = createPublishing(settings, onError);
const server = await servePublished({
  port: settings.TWOGATE_PUBLISHER_PORT,
  host: settings.TWOGATE_PUBLISHER_HOST,
  routes: createRoutes(publishing),
  isSecure: settings.TWOGATE_PUBLISHER_URL.startsWith("https:"),
  isHealthy: publishing.published.isHealthy,
  onError,
});
publishing.subscribe({ onEvent: server.forget, onListening: server.forgetAll });
logger.info({ port: server.port }, "publisher ready");

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await server.close();
  await publishing.close();
  process.exit(0);
}

process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
