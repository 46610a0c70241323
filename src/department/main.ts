import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { noteTools } from "@/adapters/crypto/note-tools";
import { parseKey } from "@/domain/transparency/signed-note";
import { departmentEnv } from "@/runtime/env";
import { serveDepartment } from "./server";
import { createWitness, openKey } from "./witness";

const { DEPARTMENT_NAME, DEPARTMENT_PORT, DEPARTMENT_DATA, DEPARTMENT_LOG_KEY } = departmentEnv();
const logKey = parseKey(noteTools.sha256, DEPARTMENT_LOG_KEY);
if (!logKey) throw new Error("DEPARTMENT_LOG_KEY is the line of no key.");
mkdirSync(DEPARTMENT_DATA, { recursive: true, mode: 0o700 });
const witness = createWitness({
  name: DEPARTMENT_NAME,
  key: openKey(join(DEPARTMENT_DATA, "witness.pem")),
  logs: [logKey],
  file: join(DEPARTMENT_DATA, "seen.json"),
  now: Date.now,
});
const server = await serveDepartment(DEPARTMENT_PORT, witness, (error) => {
  process.stderr.write(`${JSON.stringify({ level: "warn", department: DEPARTMENT_NAME, message: String(error) })}\n`);
});

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await server.close();
  process.exit(0);
}

process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
