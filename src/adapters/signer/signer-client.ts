import { request } from "node:http";
import type { z } from "zod";
import type { LogSigner } from "@/application/log-record";
import { DependencyError } from "@/application/ports";
import { credentialSaid, keysSaid, lastSizeSaid, noteSaid } from "@/contracts/signing";
import { toBase64 } from "@/domain/shared/bytes";

const LIMIT_MS = 10_000;

interface Said {
  readonly status: number;
  readonly body: unknown;
}

export interface SignerClient extends LogSigner {
  /** A credential in its envelope, signed; `type` is its media type without `application/`. */
  signCredential(payload: Readonly<Record<string, unknown>>, type: string, issuer: string): Promise<string>;
  /** The public keys of credentials, with the ids that signatures name. */
  credentialKeys(): Promise<readonly z.infer<typeof keysSaid>["credential"][]>;
}

/** The way to the signing process, by its socket; null where there is none. Throws a DependencyError when it does not answer as agreed. */
export function createSignerClient(socket: string | null): SignerClient {
  const ask = async <T extends z.ZodType>(
    schema: T,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<z.infer<T>> => {
    const said = await send(socket, method, path, body);
    if (said.status !== 200) throw broken(`it answered ${said.status} to ${method} ${path}`);
    return schema.parse(said.body);
  };
  return {
    lastSize: async () => (await ask(lastSizeSaid, "GET", "/last")).size,
    signCheckpoint: async ({ size, root }, before, proof) => {
      const asked = { size, root: toBase64(root), before, proof: proof.map(toBase64) };
      const said = await send(socket, "POST", "/checkpoints", asked);
      if (said.status === 200) return { kind: "signed", note: noteSaid.parse(said.body).note };
      if (said.status === 409) return { kind: "refused", lastSize: lastSizeSaid.parse(said.body).size };
      throw broken(`it answered ${said.status} to a checkpoint`);
    },
    signStatus: async (text) => (await ask(noteSaid, "POST", "/statuses", { text })).note,
    signCredential: async (payload, type, issuer) =>
      (await ask(credentialSaid, "POST", "/credentials", { payload, type, issuer })).credential,
    keys: async () => {
      const { log, status } = await ask(keysSaid, "GET", "/keys");
      return { log, status };
    },
    credentialKeys: async () => [(await ask(keysSaid, "GET", "/keys")).credential],
  };
}

function send(socketPath: string | null, method: string, path: string, body: unknown): Promise<Said> {
  if (socketPath === null) return Promise.reject(broken("there is none; set TWOGATE_SIGNER_SOCKET"));
  return new Promise((resolve, reject) => {
    const fail = (cause: Error) => reject(broken(cause.message, cause));
    const asking = request({ socketPath, method, path, timeout: LIMIT_MS }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", fail);
      response.on("end", () => {
        try {
          resolve({ status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(chunks).toString("utf8")) });
        } catch (error) {
          fail(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
    asking.on("error", fail);
    asking.on("timeout", () => asking.destroy(new Error("it did not answer in time")));
    asking.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

function broken(why: string, cause?: Error): DependencyError {
  return new DependencyError("signer", true, `The signing process: ${why}`, cause ? { cause } : undefined);
}
