"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "./button";

/** A text with the way to take it along; where the browser has no clipboard it is selected instead. */
export function CopyText({ text }: { readonly text: string }) {
  const t = useTranslations("copy");
  const [isCopied, setCopied] = useState(false);
  const shown = useRef<HTMLElement>(null);
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
      <code ref={shown} className="min-w-0 flex-1 break-all">
        {text}
      </code>
      <Button look="quiet" size="small" onClick={() => void copy()}>
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        {t(isCopied ? "copied" : "copy")}
      </Button>
    </div>
  );
}
