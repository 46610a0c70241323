import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { noteTools } from "@/adapters/crypto/note-tools";
import { createLogStore } from "@/adapters/postgres/log-store";
import { createSignerClient } from "@/adapters/signer/signer-client";
import { createWitnessClient } from "@/adapters/witness-http/client";
import { publishHead, sequenceLeaves } from "@/application/keep-log";
import { serveDepartment } from "@/department/server";
import { createWitness, openKey } from "@/department/witness";
import { parseKey, type VerifierKey } from "@/domain/transparency/signed-note";
import { openKeys } from "@/signer/keys";
import { serveSigner } from "@/signer/server";
import { createSigner } from "@/signer/signer";

const SIGNER_SECRET = "a secret of the signing process of tests";

/** A log over the database at that address, with the process that signs on a socket and witnesses over HTTP. */
export async function createLogHouse(
  url: string,
  witnessNames: readonly string[] = ["tax.example", "quarantine.example"],
) {
  const folder = mkdtempSync(join(tmpdir(), "twogate-log-"));
  const socket = join(folder, "signer.sock");
  const openSigner = () => {
    const keys = openKeys(join(folder, "signing-keys"), SIGNER_SECRET, "twogate.example/log");
    return serveSigner(socket, createSigner(keys, join(folder, "signed-log.json")));
  };
  let serving = await openSigner();
  const signer = createSignerClient(socket);
  const { log: logLine, status: statusLine } = await signer.keys();
  const [log, status] = [keyOf(logLine), keyOf(statusLine)];
  const errors: Error[] = [];
  const store = createLogStore(url, (error) => errors.push(error));
  const witnesses = await Promise.all(witnessNames.map((name) => openWitness(folder, name, log)));
  await store.keepWitnesses(witnesses);
  const ports = { store, signer, tools: noteTools, now: () => new Date(), client: createWitnessClient() };
  return {
    folder,
    socket,
    signer,
    store,
    log,
    status,
    witnesses,
    /** Starts the signing process anew, as after a crash. */
    restartSigner: async () => {
      await serving.close();
      serving = await openSigner();
    },
    sequence: (batch?: number) => sequenceLeaves(ports, batch),
    publish: (quorum = 2) => publishHead({ ...ports, quorum }),
    trust: (quorum = 2) => ({ log, status, witnesses: witnesses.map(({ key }) => keyOf(key)), quorum }),
    close: async () => {
      await serving.close();
      await Promise.all(witnesses.map((each) => each.close()));
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type LogHouse = Awaited<ReturnType<typeof createLogHouse>>;

async function openWitness(folder: string, name: string, log: VerifierKey) {
  const file = join(folder, `${name}.json`);
  const witness = createWitness({ name, key: openKey(join(folder, `${name}.pem`)), logs: [log], file, now: Date.now });
  let server = await serveDepartment(0, witness, () => undefined);
  const { port } = server;
  return {
    name,
    key: witness.key(),
    address: `http://127.0.0.1:${port}`,
    witness,
    stop: () => server.close(),
    start: async () => {
      server = await serveDepartment(port, witness, () => undefined);
    },
    close: () => server.close(),
  };
}

function keyOf(line: string): VerifierKey {
  const key = parseKey(noteTools.sha256, line);
  if (!key) throw new Error(`${line} is no key`);
  return key;
}
