import { Download } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { describeApi } from "@/api/describe";
import { Operation } from "@/ui/api/operation";
import { Logo } from "@/ui/frame/logo";
import { Preferences } from "@/ui/frame/preferences";
import { Button } from "@/ui/parts/button";
import { Section } from "@/ui/parts/card";
import { PageHeader } from "@/ui/parts/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("apiDocs"))("title") };
}

/** The API as its contracts describe it; the same document is served as OpenAPI 3.1. */
export default async function ApiDocsPage() {
  const t = await getTranslations("apiDocs");
  const groups = describeApi();
  return (
    <>
      <header className="sticky top-0 z-20 flex h-12 items-center gap-2.5 border-b bg-page px-4 md:px-6">
        <Link href="/" className="flex items-center gap-2.5 font-semibold no-underline">
          <Logo />
          Twogate
        </Link>
        <span className="ml-auto flex">
          <Preferences locale={await getLocale()} />
        </span>
      </header>
      <div className="mx-auto grid grid-cols-1 max-w-6xl gap-x-10 px-4 pb-16 md:px-6 lg:grid-cols-[11rem_minmax(0,1fr)]">
        <nav aria-label={t("topics")} className="sticky top-12 hidden self-start pt-7 lg:block">
          <ul className="flex flex-col gap-0.5">
            {groups.map(({ tag, operations }) => (
              <li key={tag}>
                <a
                  href={`#${anchorOf(tag)}`}
                  className="flex min-h-8 items-center rounded-md px-2 text-sm no-underline hover:bg-raised"
                >
                  {tag}
                  <span className="ml-auto text-xs text-muted">{operations.length}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <main className="flex min-w-0 flex-col gap-7 pt-6">
          <PageHeader title={t("title")} lead={t("lead")}>
            <Button asChild look="quiet">
              <a href="/api/v1/openapi.json">
                <Download aria-hidden />
                openapi.json
              </a>
            </Button>
          </PageHeader>
          {groups.map(({ tag, operations }) => (
            <Section key={tag} id={anchorOf(tag)} title={tag}>
              <div className="rounded-md border bg-panel">
                {operations.map((operation) => (
                  <Operation
                    key={`${operation.method} ${operation.path}`}
                    method={operation.method}
                    path={operation.path}
                    summary={operation.summary}
                    body={operation.body}
                    answer={operation.answer}
                  />
                ))}
              </div>
            </Section>
          ))}
        </main>
      </div>
    </>
  );
}

function anchorOf(tag: string): string {
  return tag.toLowerCase().replaceAll(/\W+/g, "-");
}
