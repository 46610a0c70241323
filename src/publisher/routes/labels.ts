import type { Publishing } from "../publishing";
import type { Route } from "../route";

/** Pictures of labels, as they were given. */
export function labelRoutes({ published, files }: Publishing): readonly Route[] {
  return [
    {
      pattern: /^\/labels\/([A-Za-z0-9_-]{22})$/,
      isTranslated: false,
      answer: async ({ parts: [publicId = ""] }) => {
        const label = (await published.passport(publicId))?.content.label;
        const bytes = label && (await bytesOf(files, label.sha256));
        if (!label || !bytes) return null;
        return {
          status: 200,
          body: bytes,
          headers: { "content-type": label.mediaType, "cache-control": "public, max-age=3600" },
          tags: [`passport:${publicId}`],
        };
      },
    },
  ];
}

/** The bytes of a file; null where there is none. */
export async function bytesOf(files: Publishing["files"], sha256: string): Promise<Uint8Array | null> {
  const stream = await files.read(sha256);
  if (!stream) return null;
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
