import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { createPostgresQueues, createRedisQueues } from "@/adapters/bullmq/queues";
import { noteTools } from "@/adapters/crypto/note-tools";
import { clearLeftBehind } from "@/adapters/files/temporary-file";
import { createModelTrainer } from "@/adapters/learning/trainer";
import { createOpenAiCompatibleReader } from "@/adapters/model/openai-compatible";
import { createLogStore } from "@/adapters/postgres/log-store";
import { createOutboxRelayStore } from "@/adapters/postgres/outbox-store";
import { createMailer } from "@/adapters/smtp/mailer";
import { createWitnessClient } from "@/adapters/witness-http/client";
import type { LogSigner } from "@/application/log-record";
import type { SecondReader } from "@/application/second-reader";
import type { Mailer } from "@/application/send-mail";
import { INTAKE_LIMITS } from "@/domain/document/document";
import { parseKey } from "@/domain/transparency/signed-note";
import { services } from "./container";
import { type Env, env, listOf } from "./env";
import { logger } from "./logger";
import { createOpener, createReader } from "./reader";

const IMAGE_LIMIT_BYTES = 30 * 1024 * 1024;

/** What the worker needs besides the services: the queues, the relay's store and the reader of documents. */
export function createWorkerServices() {
  const settings = env();
  const onError = (what: string) => (error: Error) => logger.warn({ err: error }, what);
  const { files } = services();
  return {
    queues: settings.REDIS_URL
      ? createRedisQueues(settings.REDIS_URL, "twogate", onError("queue"))
      : createPostgresQueues(settings.DATABASE_URL, onError("queue")),
    outbox: createOutboxRelayStore(settings.DATABASE_URL, onError("outbox")),
    log: createLogServices(settings),
    reader: createReader(),
    opener: createOpener(),
    trainer: createModelTrainer({ entry: resolve("dist/trainer.mjs"), heapMb: 2_048, limitMs: 600_000 }),
    secondReader: createSecondReader(settings),
    mail: { mailer: createOwnMailer(settings), baseUrl: settings.TWOGATE_URL },
    /** Clears away files of customers that a worker which was killed left behind. */
    clearLeftBehind: () => clearLeftBehind(Date.now()),
    /** Stores a file that came out of a container; null when it is larger than a file may be. */
    keepFile: async (path: string) => files.put(createReadStream(path), INTAKE_LIMITS.fileBytes),
    /** Moves the picture of a page from the reader's folder to the store. */
    keepImage: async (path: string): Promise<string> => {
      const stored = await files.put(createReadStream(path), IMAGE_LIMIT_BYTES);
      if (!stored) throw new Error("The picture of a page is larger than any page can be");
      await rm(path, { force: true });
      return stored.sha256;
    },
  };
}

/** The log as its keeper reaches it: its store, its witnesses, and what checks it. */
export function createLogServices(settings: Env = env()) {
  return {
    store: createLogStore(settings.DATABASE_URL, (error) => logger.warn({ err: error }, "log")),
    client: createWitnessClient(),
    tools: noteTools,
    quorum: settings.TWOGATE_WITNESS_QUORUM,
    witnesses: listOf(settings.TWOGATE_WITNESSES).map((entry) => {
      const [key = "", address = ""] = entry.split(" ");
      return { name: key.slice(0, key.indexOf("+")), key, address };
    }),
    /** The key that the signing process signs the log with. */
    ownKey: async (signer: Pick<LogSigner, "keys">) => {
      const { log } = await signer.keys();
      const key = parseKey(noteTools.sha256, log);
      if (!key) throw new Error("The signing process has no key of the log.");
      return key;
    },
  };
}

/** The way to the server for e-mail; none unless an operator named one. */
function createOwnMailer({ SMTP_URL: url, TWOGATE_MAIL_FROM: from }: Env): Mailer | null {
  if (!url) return null;
  if (!from) throw new Error("SMTP_URL is set; set TWOGATE_MAIL_FROM, the sender's address, as well.");
  return createMailer({ url, from });
}

/** The model that is asked about what was not read surely; none unless an operator named one. */
function createSecondReader(settings: Env): SecondReader | null {
  const { TWOGATE_MODEL_URL: baseUrl, TWOGATE_MODEL_KEY: key, TWOGATE_MODEL: model } = settings;
  if (!baseUrl && !model) return null;
  if (!baseUrl || !model)
    throw new Error("Of TWOGATE_MODEL_URL and TWOGATE_MODEL one is set; set both, or neither to ask no model.");
  return createOpenAiCompatibleReader({ baseUrl, key, model });
}

export type WorkerServices = ReturnType<typeof createWorkerServices>;
