import { services } from "@/runtime/container";
import { createApi, openApiDocument } from "./app";

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly body: string | null;
  readonly answer: string | null;
}

interface Described {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
}

interface DescribedOperation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> };
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }>
  >;
}

/** The operations by topic, out of the OpenAPI document itself. */
export function describeApi(): readonly { readonly tag: string; readonly operations: readonly Operation[] }[] {
  const { paths = {} } = openApiDocument(createApi(services())) as unknown as Described;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      tag: described.tags?.[0] ?? "",
      method,
      path: path.replace("/api/v1", ""),
      summary: described.summary ?? "",
      body: show(described.requestBody?.content),
      answer: show(described.responses?.["200"]?.content),
    })),
  );
  const tags = [...new Set(operations.map((each) => each.tag))];
  return tags.map((tag) => ({ tag, operations: operations.filter((each) => each.tag === tag) }));
}

function show(content: Readonly<Record<string, { readonly schema?: unknown }>> | undefined): string | null {
  const schema = Object.values(content ?? {})[0]?.schema;
  return schema === undefined ? null : JSON.stringify(schema, null, 2);
}
