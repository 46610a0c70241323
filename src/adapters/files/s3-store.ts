import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { GetObjectCommand, HeadObjectCommand, NoSuchKey, S3Client } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { DependencyError, type ObjectStore } from "@/application/ports";
import { writeHashed } from "./file-system-store";

export interface S3Options {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Keeps files under their hash in a bucket, with put, get and head alone, which every S3 server has. */
export function createS3Store(options: S3Options): ObjectStore {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = options;
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
  });
  const key = (sha256: string) => `${sha256.slice(0, 2)}/${sha256}`;
  const read = async (sha256: string) => {
    try {
      const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key(sha256) }));
      return answer.Body instanceof Readable ? answer.Body : null;
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw new DependencyError("s3", true, `The object store did not give ${sha256}`, { cause: error });
    }
  };
  return {
    put: (stream, limitBytes) =>
      inTemporaryFile(async (path) => {
        const written = await writeHashed(stream, path, limitBytes);
        if (!written) return null;
        if (!(await exists(client, bucket, key(written.sha256)))) {
          await new Upload({
            client,
            params: { Bucket: bucket, Key: key(written.sha256), Body: createReadStream(path) },
          }).done();
        }
        return written;
      }),
    read,
    withLocalFile: (sha256, use) =>
      inTemporaryFile(async (path) => {
        const body = await read(sha256);
        if (!body) throw new DependencyError("s3", false, `The object store has no ${sha256}`);
        await pipeline(body, createWriteStream(path));
        return use(path);
      }),
  };
}

async function exists(client: S3Client, bucket: string, key: string): Promise<boolean> {
  try {
    await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
    return true;
  } catch {
    return false;
  }
}

async function inTemporaryFile<T>(use: (path: string) => Promise<T>): Promise<T> {
  const folder = join(tmpdir(), `twogate-${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  try {
    return await use(join(folder, "file"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
