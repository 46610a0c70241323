import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { DependencyError, type ObjectStore } from "@/application/ports";
import { openSealed, writeSealed } from "./sealed-file";
import { inTemporaryFile, withContent } from "./temporary-file";

export interface S3Options {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const CONNECT_MS = 3_000;
const REQUEST_MS = 60_000;

/**
 * Keeps files under the hash of their content in a bucket, encrypted under the key, with put, get and head alone, which
 * every S3 server has. The bucket is made when it is missing and the credentials allow it.
 */
export function createS3Store(options: S3Options, key: Buffer): ObjectStore {
  const client = connect(options);
  const place = (sha256: string) => ({ Bucket: options.bucket, Key: `${sha256.slice(0, 2)}/${sha256}` });
  const read = async (sha256: string) => {
    try {
      const answer = await client.send(new GetObjectCommand(place(sha256)));
      return answer.Body instanceof Readable ? openSealed(answer.Body, key, sha256) : null;
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw unavailable(options, `did not give ${sha256}`, error);
    }
  };
  return {
    put: (stream, limitBytes) =>
      inTemporaryFile(async (path) => {
        const written = await writeSealed(stream, path, key, limitBytes);
        if (!written) return null;
        const at = place(written.sha256);
        try {
          if (!(await exists(client, at))) await store(client, at, path);
        } catch (error) {
          throw unavailable(options, `did not take ${written.sha256}`, error);
        }
        return written;
      }),
    read,
    withLocalFile: async (sha256, use) => {
      const content = await read(sha256);
      if (!content)
        throw new DependencyError("object store", false, `There is no file ${sha256} in bucket ${options.bucket}.`);
      return withContent(content, use);
    },
  };
}

function connect({ endpoint, region, accessKeyId, secretAccessKey }: S3Options): S3Client {
  return new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    // Many S3 servers do not know the newer checksums; the content's own hash is checked when it is read.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: REQUEST_MS },
  });
}

interface Place {
  readonly Bucket: string;
  readonly Key: string;
}

async function exists(client: S3Client, at: Place): Promise<boolean> {
  try {
    await client.send(new HeadObjectCommand(at));
    return true;
  } catch (error) {
    // The answer to HEAD has no body, so a missing bucket and a missing object look the same here.
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return false;
    throw error;
  }
}

async function store(client: S3Client, at: Place, path: string): Promise<void> {
  const upload = () => new Upload({ client, params: { ...at, Body: createReadStream(path) } }).done();
  try {
    await upload();
  } catch (error) {
    if (!(error instanceof S3ServiceException && error.name === "NoSuchBucket")) throw error;
    await client.send(new CreateBucketCommand({ Bucket: at.Bucket }));
    await upload();
  }
}

function unavailable({ endpoint, bucket }: S3Options, what: string, cause: unknown): DependencyError {
  return new DependencyError("object store", true, `Bucket ${bucket} at ${endpoint} ${what}.`, { cause });
}
