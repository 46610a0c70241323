import { join } from "node:path";
import { deriveKey } from "@/adapters/crypto/vault";
import { CALM } from "@/contracts/simulator";
import { env } from "@/runtime/env";
import { logger } from "@/runtime/logger";
import { codecOf, readAnswers } from "@/runtime/messages";
import { simulatorKeys } from "@/runtime/simulator-keys";
import { createAuthority } from "./authority";
import { openJournal } from "./journal";
import { serveSimulator } from "./server";
import { createService } from "./service";

/** Between one look for answers that are due and the next. */
const PUSH_MS = 200;
const PUSH_LIMIT_MS = 10_000;
/** Answers at once, so that whoever tries it does not wait; everything else is turned up on its screen. */
const AT_ONCE = { ...CALM, delayMs: 300 };

const settings = env();
const keys = simulatorKeys(settings.TWOGATE_SECRET);
const seed = deriveKey(settings.TWOGATE_SECRET, "twogate simulator seed").readUInt32BE(0);
const service = createService({
  authority: createAuthority({ seed, knobs: AT_ONCE, codecOf, readMessages: readAnswers }),
  journal: openJournal(join(settings.TWOGATE_DATA, "simulator.jsonl")),
  secret: keys.channelSecret,
  now: Date.now,
});
const server = await serveSimulator({
  port: settings.SIMULATOR_PORT,
  service,
  controlKey: keys.controlKey,
  onError: (error) => logger.warn({ err: error }, "simulator"),
});
logger.info({ port: server.port }, "simulator ready");

let isStopping = false;
let isPushing = false;
const timer = setInterval(() => void push(), PUSH_MS);

async function push(): Promise<void> {
  if (isPushing || isStopping) return;
  isPushing = true;
  await service.push(deliver).catch((error: unknown) => logger.warn({ err: error }, "push"));
  isPushing = false;
}

/** Web may be down or restarting; what it did not take is handed out again. */
async function deliver(channel: string, bytes: Uint8Array, signature: string): Promise<boolean> {
  const answer = await fetch(`${settings.TWOGATE_URL}/api/v1/authority/receipts`, {
    method: "POST",
    headers: { "twogate-channel": channel, "twogate-signature": signature },
    body: Uint8Array.from(bytes),
    signal: AbortSignal.timeout(PUSH_LIMIT_MS),
  }).catch(() => null);
  return answer?.ok === true;
}

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  clearInterval(timer);
  await server.close();
  process.exit(0);
}

process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
