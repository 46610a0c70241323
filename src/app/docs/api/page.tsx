import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { describeApi } from "@/api/describe";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("apiDocs"))("title") };
}

/** The API as its contracts describe it; the same document is served as OpenAPI 3.1. */
export default async function ApiDocsPage() {
  const t = await getTranslations("apiDocs");
  const groups = describeApi();
  return (
    <main className="mx-auto max-w-4xl px-4 py-10 md:px-6">
      <h1 className="text-2xl font-semibold tracking-tight">{t("title")}</h1>
      <p className="mt-1 text-muted">{t("lead")}</p>
      <p className="mt-2">
        <a className="text-accent underline" href="/api/v1/openapi.json">
          openapi.json
        </a>
      </p>
      {groups.map(({ tag, operations }) => (
        <section key={tag} className="mt-8">
          <h2 className="mb-2 text-base font-semibold">{tag}</h2>
          <ul className="flex flex-col gap-2">
            {operations.map(({ method, path, summary, body, answer }) => (
              <li key={`${method} ${path}`}>
                <details className="rounded-md border bg-panel px-4 py-2.5">
                  <summary className="cursor-pointer text-sm">
                    <code className="mr-2 font-semibold uppercase text-accent">{method}</code>
                    <code className="break-all">/api/v1{path}</code> <span className="text-muted">{summary}</span>
                  </summary>
                  {body ? <Schema title={t("request")} schema={body} /> : null}
                  {answer ? <Schema title={t("response")} schema={answer} /> : null}
                </details>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}

function Schema({ title, schema }: { readonly title: string; readonly schema: string }) {
  return (
    <>
      <h3 className="mt-3 text-[12px] font-medium text-muted">{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0} className="mt-1 max-h-80 overflow-auto rounded bg-raised p-3 text-[12px]">
        {schema}
      </pre>
    </>
  );
}
