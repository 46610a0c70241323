import { join } from "node:path";
import { signerEnv } from "@/runtime/env";
import { openKeys } from "./keys";
import { serveSigner } from "./server";
import { createSigner } from "./signer";

const { TWOGATE_DATA, TWOGATE_SIGNER_SECRET, TWOGATE_SIGNER_SOCKET, TWOGATE_LOG_ORIGIN } = signerEnv();
const keys = openKeys(join(TWOGATE_DATA, "signing-keys"), TWOGATE_SIGNER_SECRET, TWOGATE_LOG_ORIGIN);
const server = await serveSigner(TWOGATE_SIGNER_SOCKET, createSigner(keys, join(TWOGATE_DATA, "signed-log.json")));

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await server.close();
  process.exit(0);
}

process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
