"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/ui/parts/cn";
import { Tabs } from "@/ui/parts/tabs";

interface Props {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly body: string | null;
  readonly answer: string | null;
}

const COLOURS: Readonly<Record<string, string>> = {
  get: "text-blue",
  post: "text-green",
  patch: "text-yellow",
  delete: "text-red",
};

/** One operation: what it does, how it is called from a shell, what it takes and what it answers. */
export function Operation({ method, path, summary, body, answer }: Props) {
  const t = useTranslations("apiDocs");
  return (
    <details className="group border-t first:border-t-0">
      <summary className="flex min-h-10 list-none flex-wrap items-center gap-x-3 gap-y-0.5 px-3 py-1.5 text-sm hover:bg-raised">
        <ChevronRight aria-hidden className="size-3.5 shrink-0 text-muted transition-transform group-open:rotate-90" />
        <code className={cn("w-14 font-semibold uppercase", COLOURS[method])}>{method}</code>
        <code className="break-all font-medium">/api/v1{path}</code>
        <span className="w-full pl-6 text-muted sm:ml-auto sm:w-auto sm:pl-0">{summary}</span>
      </summary>
      <div className="px-4 pb-4 pt-1 sm:pl-10">
        <Tabs
          label={t("parts")}
          tabs={[
            { value: "call", label: t("call"), content: <Code text={callOf(method, path, body !== null)} /> },
            ...(body ? [{ value: "request", label: t("request"), content: <Code text={body} /> }] : []),
            ...(answer ? [{ value: "response", label: t("response"), content: <Code text={answer} /> }] : []),
          ]}
        />
      </div>
    </details>
  );
}

function callOf(method: string, path: string, hasBody: boolean): string {
  return [
    `curl -X ${method.toUpperCase()} "$TWOGATE_URL/api/v1${path}"`,
    '  -H "Authorization: Bearer $TWOGATE_KEY"',
    ...(hasBody ? ['  -H "Content-Type: application/json"', "  -d @request.json"] : []),
  ].join(" \\\n");
}

function Code({ text }: { readonly text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre tabIndex={0} className="max-h-96 overflow-auto rounded-md border bg-raised p-3 font-mono text-xs">
      {text}
    </pre>
  );
}
