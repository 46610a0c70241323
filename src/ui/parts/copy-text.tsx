"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "./button";

/** A text with the way to take it along, a code or, as prose, a sentence; where the browser has no clipboard it is selected instead. */
export function CopyText({ text, isProse = false }: { readonly text: string; readonly isProse?: boolean }) {
  const t = useTranslations("copy");
  const [isCopied, setCopied] = useState(false);
  const shown = useRef<HTMLElement & HTMLParagraphElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      if (shown.current) window.getSelection()?.selectAllChildren(shown.current);
    }
  };
  return (
    <div className="flex items-center gap-2 rounded-md border bg-raised p-2 pl-3">
      {isProse ? (
        <p ref={shown} className="min-w-0 flex-1 text-sm break-words">
          {text}
        </p>
      ) : (
        <code ref={shown} className="min-w-0 flex-1 break-all">
          {text}
        </code>
      )}
      <Button look="quiet" size="small" onClick={() => void copy()}>
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        {t(isCopied ? "copied" : "copy")}
      </Button>
    </div>
  );
}
