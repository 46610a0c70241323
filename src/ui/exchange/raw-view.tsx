"use client";

import { Check, Copy, Download, FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { toast } from "sonner";
import { ApiProblem, type Problem, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { readable } from "./readable";

interface Props {
  /** The address of the bytes below the API. */
  readonly path: string;
  /** What the button says. */
  readonly words: string;
}

/** The bytes of a message or an answer, fetched when somebody asks, because who looks is kept. */
export function RawView({ path, words }: Props) {
  const t = useTranslations("exchange.raw");
  const [text, setText] = useState<string | null>(null);
  const show = () =>
    fetchText(path).then(setText, (error: unknown) => {
      toast.error(wordsOf(error));
    });
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          look="quiet"
          size="small"
          aria-expanded={text !== null}
          onClick={() => (text === null ? void show() : setText(null))}
        >
          <FileText aria-hidden />
          {text === null ? words : t("hide")}
        </Button>
        <Button asChild look="quiet" size="small">
          <a href={`/api/v1${path}`} download>
            <Download aria-hidden />
            {t("download")}
          </a>
        </Button>
        {text === null ? null : <CopyButton text={text} />}
      </div>
      {text === null ? null : <Shown text={text} />}
    </div>
  );
}

function Shown({ text }: { readonly text: string }) {
  const t = useTranslations("exchange.raw");
  const [first] = useState(() => readable(text));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={t("label")} tabIndex={0} className="max-h-112 overflow-auto rounded-md border bg-raised">
      <pre className="p-3 font-mono text-xs">{first}</pre>
    </section>
  );
}

/** Takes the text along as it is, without the lines that were added for reading. */
function CopyButton({ text }: { readonly text: string }) {
  const t = useTranslations("exchange.raw");
  const [isCopied, setCopied] = useState(false);
  const kept = useRef<HTMLTextAreaElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without a secure context there is no clipboard but the old one.
      kept.current?.select();
      document.execCommand("copy");
    }
    setCopied(true);
  };
  return (
    <>
      <Button look="quiet" size="small" onClick={() => void copy()}>
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        {t(isCopied ? "copied" : "copy")}
      </Button>
      <textarea ref={kept} value={text} readOnly aria-hidden tabIndex={-1} className="sr-only" />
    </>
  );
}

async function fetchText(path: string): Promise<string> {
  const response = await fetch(`/api/v1${path}`);
  if (!response.ok) throw new ApiProblem((await response.json()) as Problem);
  return response.text();
}
