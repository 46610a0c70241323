import { readFileSync, writeFileSync } from "node:fs";
import { deflateSync, inflateSync } from "node:zlib";

/** Writes bytes of a model, compressed. */
export function writeModelFile(path: string, bytes: Uint8Array): void {
  writeFileSync(path, deflateSync(bytes, { level: 9 }));
}

/** The bytes of a model. Throws an error that names the file where it is not there or was not written by this product. */
export function readModelFile(path: string): Uint8Array {
  try {
    return inflateSync(readFileSync(path));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${path} cannot be read as a classification model (${reason}). Train it again.`);
  }
}
