import { resolve } from "node:path";
import { deriveKey } from "@/adapters/crypto/vault";
import { createFileSystemStore } from "@/adapters/files/file-system-store";
import { createS3Store } from "@/adapters/files/s3-store";
import type { ObjectStore } from "@/application/ports";
import type { Env } from "./env";

/** Where files are kept: in an object store where one is named, else in a folder; unreadable without the secret. */
export function createFiles(settings: Env): ObjectStore {
  const {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_REGION: region,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = settings;
  const key = deriveKey(settings.TWOGATE_SECRET, "twogate files");
  if (!endpoint) return createFileSystemStore(resolve(settings.TWOGATE_DATA, "files"), key);
  if (!accessKeyId || !secretAccessKey)
    throw new Error("S3_ENDPOINT is set; set S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY as well.");
  return createS3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey }, key);
}
